package org.trabecula.dicom.jpeg2000;

import java.util.Arrays;

/** A tree of least values over a grid, told bit by bit as far as is needed (section B.10.2). */
final class TagTree {

    private static final int UNKNOWN = Integer.MAX_VALUE;

    private final int width;
    private final int height;
    private final int[] value;
    private final int[] atLeast;

    TagTree(int width, int height) {
        this.width = width;
        this.height = height;
        int nodes = 0;
        int across = width;
        int down = height;
        while (across > 1 || down > 1) {
            nodes += across * down;
            across = (across + 1) / 2;
            down = (down + 1) / 2;
        }
        this.value = new int[nodes + 1];
        this.atLeast = new int[nodes + 1];
        Arrays.fill(value, UNKNOWN);
    }

    /** Whether the leaf lies below the threshold; reads no more than is needed to tell. */
    boolean isBelow(int column, int row, int threshold, PacketBits bits) {
        return settle(column, row, 0, width, height, threshold, bits) < threshold;
    }

    /** Goes up to the root first, since a node is never less than what is above it. */
    private int settle(int column, int row, int first, int across, int down, int threshold, PacketBits bits) {
        int node = first + row * across + column;
        if (across > 1 || down > 1) {
            int above = first + across * down;
            settle(column / 2, row / 2, above, (across + 1) / 2, (down + 1) / 2, threshold, bits);
            int parent = above + row / 2 * ((across + 1) / 2) + column / 2;
            atLeast[node] = Math.max(atLeast[node], atLeast[parent]);
        }
        while (atLeast[node] < threshold && value[node] == UNKNOWN) {
            if (bits.take() == 1) {
                value[node] = atLeast[node];
            } else {
                atLeast[node]++;
            }
        }
        return value[node];
    }
}
