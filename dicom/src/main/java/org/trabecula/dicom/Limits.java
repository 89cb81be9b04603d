package org.trabecula.dicom;

/**
 * How much a file may ask for before it is refused. Nothing is ever allocated by a declared length alone: lengths are first held
 * against the bytes that are there.
 *
 * @param totalBytes the whole file, also after inflating
 * @param elementBytes one value
 * @param depth sequences within sequences
 * @param elements all elements, those of items included
 * @param framePixels rows times columns of one frame, which a compressed image can claim with few bytes
 */
public record Limits(int totalBytes, int elementBytes, int depth, int elements, int framePixels) {

    private static final int MEBIBYTE = 1 << 20;

    public Limits {
        if (totalBytes < 1 || elementBytes < 1 || depth < 1 || elements < 1 || framePixels < 1) {
            throw new IllegalArgumentException("Every limit must be at least 1.");
        }
        if (framePixels > Integer.MAX_VALUE / 4) {
            throw new IllegalArgumentException("A frame of more pixels does not fit into memory.");
        }
        if (depth > 200) {
            throw new IllegalArgumentException("A depth above 200 could exhaust the stack.");
        }
    }

    /** 256 MiB a file or value, 24 levels, 500,000 elements, 24 Mi pixels: well above a 1000-frame CT and a whole-spine radiograph. */
    public static Limits standard() {
        return new Limits(256 * MEBIBYTE, 256 * MEBIBYTE, 24, 500_000, 24 * MEBIBYTE);
    }
}
