package org.trabecula.app.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;

/** Writes on A4 pages from above, in points from the upper left, and turns over when a page is full. */
final class Pen implements AutoCloseable {
    static final double LEFT = 48;
    static final double RIGHT = 547;
    static final double TOP = 70;
    static final double BOTTOM = 790;
    private static final double HEIGHT = PDRectangle.A4.getHeight();

    /** After spaces, slashes and hyphens, and around Chinese letters; never before a closing mark or after an opening one. */
    private static final Pattern BREAKS = Pattern.compile("(?<=[\\s/\u2013-])(?![\\s，。；：、）》」】？！％])"
            + "|(?:(?<=[\\u2E80-\\uFFEF])|(?=[\\u2E80-\\uFFEF]))(?<![（《「【])(?![\\s，。；：、）》」】？！％])");

    private final PDDocument document;
    private final PaperFont font;
    private final Report report;
    private PDPageContentStream stream;
    private double y = TOP;

    Pen(PDDocument document, PaperFont font, Report report) {
        this.document = document;
        this.font = font;
        this.report = report;
        this.stream = page();
    }

    double y() {
        return y;
    }

    void down(double by) {
        y += by;
    }

    /** Turns over unless so much is left of the page. */
    boolean need(double height) {
        if (y + height <= BOTTOM) {
            return false;
        }
        turn();
        return true;
    }

    /** Turns over before a line of several, unless there is room for it and for those that may not be parted from it. */
    void need(double lead, int line, int of) {
        int together = of <= 3 ? of : 2;
        need(line == 0 || line == of - together ? lead * together : lead);
    }

    void turn() {
        close();
        stream = page();
        y = TOP;
    }

    private PDPageContentStream page() {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try {
            stream = new PDPageContentStream(document, page);
            header();
            return stream;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The header block. */
    private void header() {
        double at = 34;
        text(LEFT, at, 8, Drawing.Ink.TEXT, true, report.header().getFirst());
        if (!report.simulated().isEmpty()) {
            double wide = font.width(report.simulated(), 8);
            text(RIGHT - wide, at, 8, Drawing.Ink.SECOND, true, report.simulated());
        }
        at += 10;
        text(
                LEFT,
                at,
                6.5,
                Drawing.Ink.FAINT,
                false,
                String.join(
                        "   ·   ", report.header().subList(1, report.header().size())));
        line(LEFT, at + 6, RIGHT, at + 6, Drawing.Ink.TEXT, 0.6, false);
    }

    void text(double x, double atY, double size, Drawing.Ink ink, boolean bold, String text) {
        try {
            stream.beginText();
            float[] rgb = ink.rgb();
            stream.setNonStrokingColor(rgb[0], rgb[1], rgb[2]);
            stream.setStrokingColor(rgb[0], rgb[1], rgb[2]);
            stream.setRenderingMode(bold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
            stream.setLineWidth((float) (size / 32));
            stream.newLineAtOffset((float) x, (float) (HEIGHT - atY));
            for (PaperFont.Run run : font.runs(text)) {
                stream.setFont(run.font(), (float) size);
                stream.showText(run.text());
            }
            stream.endText();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void line(double x1, double y1, double x2, double y2, Drawing.Ink ink, double width, boolean dashed) {
        try {
            float[] rgb = ink.rgb();
            stream.setStrokingColor(rgb[0], rgb[1], rgb[2]);
            stream.setLineWidth((float) width);
            stream.setLineDashPattern(dashed ? new float[] {2, 2} : new float[0], 0);
            stream.moveTo((float) x1, (float) (HEIGHT - y1));
            stream.lineTo((float) x2, (float) (HEIGHT - y2));
            stream.stroke();
            stream.setLineDashPattern(new float[0], 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void box(double x, double top, double width, double height, Drawing.Ink fill, Drawing.Ink edge) {
        try {
            colour(fill, edge, 0.5);
            stream.addRect((float) x, (float) (HEIGHT - top - height), (float) width, (float) height);
            stream.fillAndStroke();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void dot(double x, double atY, double r, Drawing.Ink ink, boolean filled) {
        try {
            colour(filled ? ink : Drawing.Ink.PAPER, ink, 0.7);
            float k = (float) (0.5523 * r);
            float cx = (float) x;
            float cy = (float) (HEIGHT - atY);
            float f = (float) r;
            stream.moveTo(cx + f, cy);
            stream.curveTo(cx + f, cy + k, cx + k, cy + f, cx, cy + f);
            stream.curveTo(cx - k, cy + f, cx - f, cy + k, cx - f, cy);
            stream.curveTo(cx - f, cy - k, cx - k, cy - f, cx, cy - f);
            stream.curveTo(cx + k, cy - f, cx + f, cy - k, cx + f, cy);
            stream.fillAndStroke();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void path(List<double[]> points, Drawing.Ink ink, double width) {
        try {
            colour(ink, ink, width);
            for (int i = 0; i < points.size(); i++) {
                float x = (float) points.get(i)[0];
                float at = (float) (HEIGHT - points.get(i)[1]);
                if (i == 0) {
                    stream.moveTo(x, at);
                } else {
                    stream.lineTo(x, at);
                }
            }
            stream.stroke();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void colour(Drawing.Ink fill, Drawing.Ink edge, double width) throws IOException {
        float[] in = fill.rgb();
        float[] out = edge.rgb();
        stream.setNonStrokingColor(in[0], in[1], in[2]);
        stream.setStrokingColor(out[0], out[1], out[2]);
        stream.setLineWidth((float) width);
    }

    /** The text in lines no wider than so much; Chinese may break anywhere. */
    List<String> lines(String text, double width, double size) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : BREAKS.split(text, -1)) {
            String longer = line + word;
            if (font.width(longer.stripTrailing(), size) > width && !line.isEmpty()) {
                lines.add(line.stripTrailing());
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line.stripTrailing());
        return lines;
    }

    double width(String text, double size) {
        return font.width(text, size);
    }

    /** Numbers the pages, when all are written. */
    void number() {
        close();
        int all = document.getNumberOfPages();
        for (int i = 0; i < all; i++) {
            try (PDPageContentStream own =
                    new PDPageContentStream(document, document.getPage(i), AppendMode.APPEND, true)) {
                stream = own;
                String text = (i + 1) + " / " + all;
                text(RIGHT - font.width(text, 7), 818, 7, Drawing.Ink.FAINT, false, text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
