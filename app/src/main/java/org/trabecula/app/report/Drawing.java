package org.trabecula.app.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A figure as marks on a sheet, from which both the SVG and the page of the PDF are drawn. Lengths are points, from the upper
 * left.
 *
 * @param title what it shows, for those who cannot see it
 */
public record Drawing(String title, double width, double height, List<Mark> marks) {
    public Drawing {
        marks = List.copyOf(marks);
    }

    /** The few inks of the report. */
    public enum Ink {
        TEXT("#1f2328"),
        FAINT("#6b7280"),
        GRID("#e5e7eb"),
        FIRST("#2f6f8f"),
        SECOND("#b4632e"),
        FIRST_LIGHT("#a9c8d6"),
        SECOND_LIGHT("#e3c0a8"),
        SHADE("#f3f4f6"),
        PAPER("#ffffff");

        private final String hex;

        Ink(String hex) {
            this.hex = hex;
        }

        String hex() {
            return hex;
        }

        /** Red, green and blue, 0 to 1. */
        float[] rgb() {
            int all = Integer.parseInt(hex.substring(1), 16);
            return new float[] {(all >> 16) / 255f, ((all >> 8) & 255) / 255f, (all & 255) / 255f};
        }

        static Ink of(int arm) {
            return arm == 0 ? FIRST : SECOND;
        }

        static Ink light(int arm) {
            return arm == 0 ? FIRST_LIGHT : SECOND_LIGHT;
        }
    }

    /** Where a text's anchor is. */
    public enum Anchor {
        START,
        MIDDLE,
        END
    }

    /** One mark. */
    public sealed interface Mark {}

    public record Line(double x1, double y1, double x2, double y2, Ink ink, double width, boolean dashed)
            implements Mark {}

    public record Box(double x, double y, double width, double height, Ink fill, Ink edge) implements Mark {}

    /**
     * A small circle.
     *
     * @param filled or only its edge
     */
    public record Dot(double x, double y, double radius, Ink ink, boolean filled) implements Mark {}

    public record Trace(List<double[]> points, Ink ink, double width) implements Mark {
        public Trace {
            points = List.copyOf(points);
        }
    }

    public record Words(double x, double y, double size, Anchor anchor, Ink ink, String text) implements Mark {}

    /** A drawing while it is made. */
    static final class Board {
        private static final double SIZE = 8.5;
        private final List<Mark> marks = new ArrayList<>();

        Board line(double x1, double y1, double x2, double y2, Ink ink) {
            marks.add(new Line(x1, y1, x2, y2, ink, 0.7, false));
            return this;
        }

        Board dashed(double x1, double y1, double x2, double y2, Ink ink) {
            marks.add(new Line(x1, y1, x2, y2, ink, 0.7, true));
            return this;
        }

        Board thick(double x1, double y1, double x2, double y2, Ink ink) {
            marks.add(new Line(x1, y1, x2, y2, ink, 1.6, false));
            return this;
        }

        Board box(double x, double y, double width, double height, Ink fill, Ink edge) {
            marks.add(new Box(x, y, width, height, fill, edge));
            return this;
        }

        Board dot(double x, double y, double radius, Ink ink, boolean filled) {
            marks.add(new Dot(x, y, radius, ink, filled));
            return this;
        }

        Board path(List<double[]> points, Ink ink, double width) {
            marks.add(new Trace(points, ink, width));
            return this;
        }

        Board text(double x, double y, Anchor anchor, Ink ink, String text) {
            marks.add(new Words(x, y, SIZE, anchor, ink, text));
            return this;
        }

        Board left(double x, double y, String text) {
            return text(x, y, Anchor.START, Ink.TEXT, text);
        }

        Board right(double x, double y, String text) {
            return text(x, y, Anchor.END, Ink.TEXT, text);
        }

        Board middle(double x, double y, String text) {
            return text(x, y, Anchor.MIDDLE, Ink.TEXT, text);
        }

        /** The two arms by their colours. */
        Board legend(double x, double y, List<String> names) {
            double at = x;
            for (int arm = 0; arm < Math.min(2, names.size()); arm++) {
                box(at, y - 6, 7, 7, Ink.of(arm), Ink.of(arm));
                left(at + 11, y, names.get(arm));
                at += 26 + 5.2 * wide(names.get(arm));
            }
            return this;
        }

        /** How many letters wide; a Chinese one counts twice. */
        private static long wide(String text) {
            return text.codePoints().map(c -> c > 0x2E80 ? 2 : 1).sum();
        }

        Drawing done(String title, double width, double height) {
            return new Drawing(title, width, height, marks);
        }
    }
}
