package org.trabecula.app.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Collectors;

/** A drawing as SVG that needs nothing else: inks and font stand in it. */
final class SvgEdition {
    private static final String FONT = "'Liberation Sans','Noto Sans SC','Helvetica Neue',Arial,sans-serif";

    private SvgEdition() {}

    static String of(Drawing drawing) {
        StringBuilder out = new StringBuilder(8_192);
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 ")
                .append(n(drawing.width()))
                .append(' ')
                .append(n(drawing.height()))
                .append("\" font-family=\"")
                .append(FONT)
                .append("\"><title>")
                .append(Markup.escaped(drawing.title()))
                .append("</title>\n");
        drawing.marks().forEach(mark -> out.append(mark(mark)).append('\n'));
        return out.append("</svg>").toString();
    }

    private static String mark(Drawing.Mark mark) {
        return switch (mark) {
            case Drawing.Line(var x1, var y1, var x2, var y2, var ink, var width, var dashed) ->
                "<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\" stroke-width=\"%s\"%s/>"
                        .formatted(
                                n(x1),
                                n(y1),
                                n(x2),
                                n(y2),
                                ink.hex(),
                                n(width),
                                dashed ? " stroke-dasharray=\"3 3\"" : "");
            case Drawing.Box(var x, var y, var width, var height, var fill, var edge) ->
                "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"0.7\"/>"
                        .formatted(n(x), n(y), n(width), n(height), fill.hex(), edge.hex());
            case Drawing.Dot(var x, var y, var radius, var ink, var filled) ->
                "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\" stroke=\"%s\"/>"
                        .formatted(n(x), n(y), n(radius), filled ? ink.hex() : "#ffffff", ink.hex());
            case Drawing.Trace(var points, var ink, var width) ->
                "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%s\"/>"
                        .formatted(
                                points.stream()
                                        .map(p -> n(p[0]) + "," + n(p[1]))
                                        .collect(Collectors.joining(" ")),
                                ink.hex(),
                                n(width));
            case Drawing.Words(var x, var y, var size, var anchor, var ink, var text) ->
                "<text x=\"%s\" y=\"%s\" font-size=\"%s\" text-anchor=\"%s\" fill=\"%s\">%s</text>"
                        .formatted(
                                n(x),
                                n(y),
                                n(size),
                                anchor.name().toLowerCase(java.util.Locale.ROOT),
                                ink.hex(),
                                Markup.escaped(text));
        };
    }

    private static String n(double length) {
        return BigDecimal.valueOf(length)
                .setScale(2, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
