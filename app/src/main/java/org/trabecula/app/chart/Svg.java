package org.trabecula.app.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Writes one SVG image, element by element. Lengths are in units of the view box, with one decimal. */
public final class Svg {
    private final StringBuilder out = new StringBuilder(4_096);

    /** @param id of the image on its page, from which the ids of title and description follow */
    public Svg(String id, double width, double height, String title, String description) {
        open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "id",
                id,
                "class",
                "chart",
                "viewBox",
                "0 0 " + number(width) + " " + number(height),
                "role",
                "img",
                "aria-labelledby",
                id + "-title " + id + "-description");
        open("title", "id", id + "-title").write(title).close("title");
        open("desc", "id", id + "-description").write(description).close("desc");
    }

    /** Opens an element; attributes come as name and value in turn. */
    public Svg open(String element, Object... attributes) {
        tag(element, attributes);
        out.append('>');
        return this;
    }

    /** An element without content. */
    public Svg put(String element, Object... attributes) {
        tag(element, attributes);
        out.append("/>");
        return this;
    }

    /** Closes an element. */
    public Svg close(String element) {
        out.append("</").append(element).append('>');
        return this;
    }

    /** A line of text; {@code anchor} is {@code start}, {@code middle} or {@code end}. */
    public Svg text(double x, double y, String anchor, String classes, String text) {
        return open("text", "x", x, "y", y, "text-anchor", anchor, "class", classes)
                .write(text)
                .close("text");
    }

    /** A straight line. */
    public Svg line(double x1, double y1, double x2, double y2, String classes) {
        return put("line", "x1", x1, "y1", y1, "x2", x2, "y2", y2, "class", classes);
    }

    /** The whole image as text. */
    public String done() {
        return close("svg").out.toString();
    }

    private Svg write(String text) {
        escape(text);
        return this;
    }

    private void tag(String element, Object... attributes) {
        out.append('<').append(element);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1] instanceof Double length ? number(length) : attributes[i + 1].toString());
            out.append('"');
        }
    }

    private void escape(String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.appendCodePoint(c);
            }
        });
    }

    static String number(double length) {
        return BigDecimal.valueOf(length)
                .setScale(1, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
