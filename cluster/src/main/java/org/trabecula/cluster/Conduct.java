package org.trabecula.cluster;

import java.io.Serializable;
import java.util.List;

/** How studies come to their lines. It travels to the machines that do the work. */
@FunctionalInterface
interface Conduct extends Serializable {
    /** The lines of studies {@code from} to {@code to}, the latter excluded. */
    List<String> lines(int from, int to);
}
