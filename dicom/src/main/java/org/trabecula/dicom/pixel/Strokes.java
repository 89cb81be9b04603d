package org.trabecula.dicom.pixel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/** Finds areas of an image that are shaped like letters or parts of letters. */
final class Strokes {
    static final int HIGHEST = 96;
    private static final int LOWEST = 5;
    /** Of the range of values, by which a letter of one value stands out from its surroundings. */
    private static final double CONTRAST = 0.04;
    /** Of the surroundings from which it stands out: diagonal strokes leave pixels inside the curve. */
    private static final double STANDING_OUT = 0.7;
    /** The same for a letter of many values, from the mean around it. */
    private static final double STRONG = 0.15;
    /** Half the side of the square whose mean counts as the surroundings, pixels. */
    private static final int AROUND = 20;
    /** Of its height, how thick a letter's stroke may be. */
    private static final double THICK = 0.36;

    private static final int MOST_LETTERS = 20_000;

    private final int[] stored;
    private final int columns;
    private final int rows;
    private final double range;

    Strokes(int[] stored, int columns, int rows) {
        this.stored = stored;
        this.columns = columns;
        this.rows = rows;
        this.range = range(stored);
    }

    /** From the darkest to the brightest hundredth. */
    private static double range(int[] stored) {
        int step = Math.max(1, stored.length / 60_000);
        int[] some = new int[(stored.length + step - 1) / step];
        for (int i = 0; i < some.length; i++) {
            some[i] = stored[i * step];
        }
        Arrays.sort(some);
        return (double) some[some.length - 1 - some.length / 100] - some[some.length / 100];
    }

    /** Areas of one single value that stand out from what touches them. */
    List<Region> ofOneValue() {
        double contrast = Math.max(1, CONTRAST * range);
        return areas(stored, any -> true, contrast);
    }

    /** Areas that are much brighter, or much darker, than the mean around them. */
    List<Region> standingOut() {
        long[] sums = sums();
        int[] side = new int[stored.length];
        double strong = Math.max(2, STRONG * range);
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < columns; x++) {
                double over = stored[y * columns + x] - mean(sums, x, y);
                side[y * columns + x] = over > strong ? 1 : over < -strong ? -1 : 0;
            }
        }
        return areas(side, value -> value != 0, 0);
    }

    /** Sums of all values above and to the left, with a column and a row of zeros before them. */
    private long[] sums() {
        long[] sums = new long[(columns + 1) * (rows + 1)];
        for (int y = 0; y < rows; y++) {
            long row = 0;
            for (int x = 0; x < columns; x++) {
                row += stored[y * columns + x];
                sums[(y + 1) * (columns + 1) + x + 1] = sums[y * (columns + 1) + x + 1] + row;
            }
        }
        return sums;
    }

    private double mean(long[] sums, int x, int y) {
        int left = Math.max(0, x - AROUND);
        int top = Math.max(0, y - AROUND);
        int right = Math.min(columns, x + AROUND + 1);
        int bottom = Math.min(rows, y + AROUND + 1);
        int wide = columns + 1;
        long sum = sums[bottom * wide + right]
                - sums[top * wide + right]
                - sums[bottom * wide + left]
                + sums[top * wide + left];
        return (double) sum / ((right - left) * (bottom - top));
    }

    private List<Region> areas(int[] labels, IntPredicate counts, double contrast) {
        boolean[] seen = new boolean[labels.length];
        int[] area = new int[labels.length];
        List<Region> letters = new ArrayList<>();
        for (int start = 0; start < labels.length && letters.size() < MOST_LETTERS; start++) {
            if (!seen[start] && counts.test(labels[start])) {
                int size = fill(labels, start, seen, area);
                if (size >= LOWEST) {
                    letter(labels, area, size, contrast, letters);
                }
            }
        }
        return letters;
    }

    /** Collects the pixels that hang together with the first and have its label; answers how many there are. */
    private int fill(int[] labels, int start, boolean[] seen, int[] area) {
        int size = 0;
        area[size++] = start;
        seen[start] = true;
        for (int next = 0; next < size; next++) {
            int x = area[next] % columns;
            int y = area[next] / columns;
            for (int v = Math.max(0, y - 1); v <= Math.min(rows - 1, y + 1); v++) {
                for (int u = Math.max(0, x - 1); u <= Math.min(columns - 1, x + 1); u++) {
                    int at = v * columns + u;
                    if (!seen[at] && labels[at] == labels[start]) {
                        seen[at] = true;
                        area[size++] = at;
                    }
                }
            }
        }
        return size;
    }

    private void letter(int[] labels, int[] area, int size, double contrast, List<Region> letters) {
        Region box = box(area, size);
        boolean sized = box.height() >= LOWEST
                && box.height() <= Math.min(HIGHEST, rows / 6)
                && box.width() <= 4 * box.height()
                && box.width() < columns / 2;
        if (sized && isDrawn(labels, area, size, box.height(), contrast)) {
            letters.add(box);
        }
    }

    private Region box(int[] area, int size) {
        int left = columns;
        int right = 0;
        int top = rows;
        int bottom = 0;
        for (int i = 0; i < size; i++) {
            int x = area[i] % columns;
            int y = area[i] / columns;
            left = Math.min(left, x);
            right = Math.max(right, x);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y);
        }
        return new Region(left, top, right - left + 1, bottom - top + 1);
    }

    /** Whether the area is of thin strokes that stand out: by its sides, each between a pixel of it and one beside it. */
    private boolean isDrawn(int[] labels, int[] area, int size, int height, double contrast) {
        int value = labels[area[0]];
        int sides = 0;
        int standingOut = 0;
        for (int i = 0; i < size; i++) {
            int x = area[i] % columns;
            int y = area[i] / columns;
            for (int side = 0; side < 4; side++) {
                int u = x + (side == 0 ? 1 : side == 1 ? -1 : 0);
                int v = y + (side == 2 ? 1 : side == 3 ? -1 : 0);
                boolean outside = u < 0 || v < 0 || u >= columns || v >= rows;
                int beside = outside ? 0 : labels[v * columns + u];
                if (outside || beside != value) {
                    sides++;
                    standingOut += outside || Math.abs((long) beside - value) >= contrast ? 1 : 0;
                }
            }
        }
        double stroke = 2.0 * size / sides;
        return standingOut >= STANDING_OUT * sides && stroke <= Math.max(2, THICK * height);
    }
}
