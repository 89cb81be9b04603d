package org.trabecula.dicom.pixel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Proposes where text is drawn into an image, for a person to look at. Not a proof that there is none elsewhere.
 *
 * <p>A device draws letters with one value, while tissue, metal and noise vary from pixel to pixel. So first: areas of one single value
 * that stand out from what lies around them, as high as letters, as thin as strokes. Smoothed and lossily compressed letters have no single
 * value; so second: areas much brighter or darker than their surroundings, of the same shape. Of both, rows of like height: three letters, or
 * two near the border where devices write, and more of the second kind. A single one is left alone, since lead markers of the side stay in
 * the image.
 */
public final class TextDetector {
    /** Of each side of the image, how far its border reaches. */
    private static final double BORDER = 0.2;

    private final int columns;
    private final int rows;

    private TextDetector(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
    }

    /** Regions of a frame that look like text, from the top. */
    public static List<Region> regions(PixelData pixels, int frame) {
        PixelLayout layout = pixels.layout();
        Strokes strokes = new Strokes(pixels.stored(frame), layout.columns(), layout.rows());
        TextDetector detector = new TextDetector(layout.columns(), layout.rows());
        List<Region> regions = new ArrayList<>(detector.rows(strokes.ofOneValue(), 2, 3));
        regions.addAll(detector.rows(strokes.standingOut(), 4, 5));
        return merged(regions);
    }

    private List<Region> rows(List<Region> letters, int leastNearBorder, int least) {
        letters.sort(Comparator.comparingInt(Region::x).thenComparingInt(Region::y));
        List<Region> lines = new ArrayList<>();
        for (List<Region> line : lines(letters)) {
            Region whole = line.stream().reduce(Region::and).orElseThrow();
            if (line.size() >= (nearBorder(whole) ? leastNearBorder : least)) {
                int tallest = line.stream().mapToInt(Region::height).max().orElseThrow();
                // Points, accents and the thin parts of letters lie just beside what was found.
                lines.add(whole.grown(Math.max(2, tallest / 3), columns, rows));
            }
        }
        return lines;
    }

    private boolean nearBorder(Region line) {
        return line.right() < columns * BORDER
                || line.x() > columns * (1 - BORDER)
                || line.bottom() < rows * BORDER
                || line.y() > rows * (1 - BORDER);
    }

    /** Letters that stand in one row, close to each other and of like height. */
    private static List<List<Region>> lines(List<Region> letters) {
        int[] leader = new int[letters.size()];
        Arrays.setAll(leader, i -> i);
        for (int i = 0; i < letters.size(); i++) {
            Region one = letters.get(i);
            for (int k = i + 1; k < letters.size() && letters.get(k).x() <= one.right() + 2 * Strokes.HIGHEST; k++) {
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
