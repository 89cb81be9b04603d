package org.trabecula.dicom.jpeg2000;

import java.util.List;

/**
 * The code blocks that one packet tells of (section B.6).
 *
 * @param x where it begins on the reference grid; {@code y} alike
 */
record Precinct(int resolution, int x, int y, List<CodeBlocks> bands) {

    long blocks() {
        return bands.stream().mapToLong(CodeBlocks::count).sum();
    }
}
