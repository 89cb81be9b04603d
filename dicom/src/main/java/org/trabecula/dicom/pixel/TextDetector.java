package org.trabecula.dicom.pixel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Proposes where text is drawn into an image, for a person to look at. Not a proof that there is none elsewhere.
 *
 * <p>A device draws letters with one value, while tissue, metal and noise vary from pixel to pixel. So: areas of one single value
 * that stand out from what lies around them, as high as letters, as thin as strokes; of those, rows of like height. A row has three letters,
 * or two near the border where devices write. A single one is left alone, since lead markers of the side stay in the image.
 */
public final class TextDetector {
    private static final int LOWEST = 5;
    private static final int HIGHEST = 96;
    /** Of the range of values, by which a letter stands out from its surroundings. */
    private static final double CONTRAST = 0.04;
    /** Of the surroundings from which it stands out: diagonal strokes leave pixels inside the curve. */
    private static final double STANDING_OUT = 0.7;
    /** Of its height, how thick a letter's stroke may be. */
    private static final double STROKE = 0.36;
    /** Of each side of the image, how far its border reaches. */
    private static final double BORDER = 0.2;

    private static final int MOST_LETTERS = 20_000;

    private final int[] stored;
    private final int columns;
    private final int rows;
    private final double contrast;

    private TextDetector(int[] stored, int columns, int rows) {
        this.stored = stored;
        this.columns = columns;
        this.rows = rows;
        this.contrast = Math.max(1, CONTRAST * range(stored));
    }

    /** Regions of a frame that look like text, from the top. */
    public static List<Region> regions(PixelData pixels, int frame) {
        PixelLayout layout = pixels.layout();
        return new TextDetector(pixels.stored(frame), layout.columns(), layout.rows()).regions();
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

    private List<Region> regions() {
        List<Region> letters = letters();
        letters.sort(Comparator.comparingInt(Region::x).thenComparingInt(Region::y));
        List<Region> lines = new ArrayList<>();
        for (List<Region> line : lines(letters)) {
            Region whole = line.stream().reduce(Region::and).orElseThrow();
            if (line.size() >= (nearBorder(whole) ? 2 : 3)) {
                int tallest = line.stream().mapToInt(Region::height).max().orElseThrow();
                // Points, accents and the thin parts of letters lie just beside what was found.
                lines.add(whole.grown(Math.max(2, tallest / 3), columns, rows));
            }
        }
        return merged(lines);
    }

    private boolean nearBorder(Region line) {
        return line.right() < columns * BORDER
                || line.x() > columns * (1 - BORDER)
                || line.bottom() < rows * BORDER
                || line.y() > rows * (1 - BORDER);
    }

    /** Areas of one value that could be letters or parts of letters. */
    private List<Region> letters() {
        boolean[] seen = new boolean[stored.length];
        int[] area = new int[stored.length];
        List<Region> letters = new ArrayList<>();
        for (int start = 0; start < stored.length && letters.size() < MOST_LETTERS; start++) {
            if (!seen[start]) {
                int size = fill(start, seen, area);
                if (size >= LOWEST) {
                    letter(area, size, letters);
                }
            }
        }
        return letters;
    }

    /** Collects the pixels that hang together with the first and have its value; answers how many there are. */
    private int fill(int start, boolean[] seen, int[] area) {
        int size = 0;
        area[size++] = start;
        seen[start] = true;
        for (int next = 0; next < size; next++) {
            int x = area[next] % columns;
            int y = area[next] / columns;
            for (int v = Math.max(0, y - 1); v <= Math.min(rows - 1, y + 1); v++) {
                for (int u = Math.max(0, x - 1); u <= Math.min(columns - 1, x + 1); u++) {
                    int at = v * columns + u;
                    if (!seen[at] && stored[at] == stored[start]) {
                        seen[at] = true;
                        area[size++] = at;
                    }
                }
            }
        }
        return size;
    }

    private void letter(int[] area, int size, List<Region> letters) {
        Region box = box(area, size);
        boolean sized = box.height() >= LOWEST
                && box.height() <= Math.min(HIGHEST, rows / 6)
                && box.width() <= 4 * box.height()
                && box.width() < columns / 2;
        if (sized && isDrawn(area, size, box.height())) {
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
    private boolean isDrawn(int[] area, int size, int height) {
        int value = stored[area[0]];
        int sides = 0;
        int standingOut = 0;
        for (int i = 0; i < size; i++) {
            int x = area[i] % columns;
            int y = area[i] / columns;
            for (int side = 0; side < 4; side++) {
                int u = x + (side == 0 ? 1 : side == 1 ? -1 : 0);
                int v = y + (side == 2 ? 1 : side == 3 ? -1 : 0);
                boolean outside = u < 0 || v < 0 || u >= columns || v >= rows;
                int beside = outside ? 0 : stored[v * columns + u];
                if (outside || beside != value) {
                    sides++;
                    standingOut += outside || Math.abs((long) beside - value) >= contrast ? 1 : 0;
                }
            }
        }
        double stroke = 2.0 * size / sides;
        return standingOut >= STANDING_OUT * sides && stroke <= Math.max(2, STROKE * height);
    }

    /** Letters that stand in one row, close to each other and of like height. */
    private static List<List<Region>> lines(List<Region> letters) {
        int[] leader = new int[letters.size()];
        Arrays.setAll(leader, i -> i);
        for (int i = 0; i < letters.size(); i++) {
            Region one = letters.get(i);
            for (int k = i + 1; k < letters.size() && letters.get(k).x() <= one.right() + 2 * HIGHEST; k++) {
                if (inOneRow(one, letters.get(k))) {
                    leader[leaderOf(k, leader)] = leaderOf(i, leader);
                }
            }
        }
        List<List<Region>> lines = new ArrayList<>();
        for (int i = 0; i < leader.length; i++) {
            lines.add(new ArrayList<>());
        }
        for (int i = 0; i < leader.length; i++) {
            lines.get(leaderOf(i, leader)).add(letters.get(i));
        }
        lines.removeIf(List::isEmpty);
        return lines;
    }

    private static int leaderOf(int i, int[] leader) {
        int at = i;
        while (leader[at] != at) {
            leader[at] = leader[leader[at]];
            at = leader[at];
        }
        return at;
    }

    private static boolean inOneRow(Region one, Region other) {
        int taller = Math.max(one.height(), other.height());
        int shorter = Math.min(one.height(), other.height());
        int overlap = Math.min(one.bottom(), other.bottom()) - Math.max(one.y(), other.y());
        int gap = other.x() - one.right();
        return 2 * shorter >= taller && 2 * overlap >= shorter && gap <= taller + 2;
    }

    private static List<Region> merged(List<Region> regions) {
        List<Region> merged = new ArrayList<>();
        for (Region region : regions) {
            Region whole = region;
            for (int i = 0; i < merged.size(); i++) {
                if (merged.get(i).meets(whole, 0, 0)) {
                    whole = whole.and(merged.remove(i));
                    i = -1;
                }
            }
            merged.add(whole);
        }
        merged.sort(Comparator.comparingInt(Region::y).thenComparingInt(Region::x));
        return List.copyOf(merged);
    }
}
