package org.trabecula.app.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/** The report as PDF. It is dated by its cut and named by its head, so that the same report has the same bytes. */
final class PaperEdition {
    private static final double LEAD = 1.35;

    private final Pen pen;

    private PaperEdition(Pen pen) {
        this.pen = pen;
    }

    /**
     * Sets the report.
     *
     * @param day by which the file is dated
     * @param id a number that names it
     * @param font a TrueType font with the letters of the language, where Liberation Sans has them not
     */
    static byte[] of(Report report, LocalDate day, long id, Optional<Path> font) {
        try (PDDocument document = new PDDocument()) {
            PDDocumentInformation information = document.getDocumentInformation();
            information.setTitle(report.title());
            information.setCreator("Trabecula");
            information.setCreationDate(date(day));
            information.setModificationDate(date(day));
            document.setDocumentId(id);
            document.getDocumentCatalog().setLanguage(report.language());
            try (Pen pen = new Pen(document, PaperFont.in(document, font), report)) {
                new PaperEdition(pen).write(report);
                pen.number();
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Calendar date(LocalDate day) {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.UTC), java.util.Locale.ROOT);
        calendar.setTimeInMillis(day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
        return calendar;
    }

    private void write(Report report) {
        words(report.title(), 17, true, Drawing.Ink.TEXT, 0);
        pen.down(6);
        report.blocks().forEach(this::block);
    }

    private void block(Block block) {
        switch (block) {
            case Block.Heading(var level, var _, var text) -> {
                pen.need(level == 1 ? 200 : 90);
                pen.down(level == 1 ? 16 : 9);
                words(text, level == 1 ? 13 : 10.5, true, Drawing.Ink.TEXT, 0);
                pen.down(2);
            }
            case Block.Paragraph(var tone, var text) -> paragraph(tone, text);
            case Block.Listing(var items) -> items(items);
            case Block.Grid(var table) -> new PaperTable(pen, table).write();
            case Block.Picture(var _, var caption, var drawing) -> picture(caption, drawing);
        }
    }

    private void items(List<String> items) {
        for (String item : items) {
            int lines = pen.lines(item, Pen.RIGHT - Pen.LEFT - 14, 9).size();
            pen.need(9 * LEAD, 0, lines);
            pen.text(Pen.LEFT + 4, pen.y() + 9, 9, Drawing.Ink.FAINT, false, "•");
            words(item, 9, false, Drawing.Ink.TEXT, 14);
        }
        pen.down(3);
    }

    private void paragraph(Block.Tone tone, String text) {
        double from = pen.y();
        switch (tone) {
            case PLAIN -> words(text, 9, false, Drawing.Ink.TEXT, 0);
            case SMALL -> words(text, 7.5, false, Drawing.Ink.FAINT, 0);
            case WARNING -> {
                words(text, 9, true, Drawing.Ink.SECOND, 8);
                if (pen.y() > from) {
                    pen.line(Pen.LEFT, from + 2, Pen.LEFT, pen.y(), Drawing.Ink.SECOND, 1.5, false);
                }
            }
        }
        pen.down(4);
    }

    private void words(String text, double size, boolean bold, Drawing.Ink ink, double indent) {
        List<String> lines = pen.lines(text, Pen.RIGHT - Pen.LEFT - indent, size);
        for (int i = 0; i < lines.size(); i++) {
            pen.need(size * LEAD, i, lines.size());
            pen.text(Pen.LEFT + indent, pen.y() + size, size, ink, bold, lines.get(i));
            pen.down(size * LEAD);
        }
    }

    private void picture(String caption, Drawing drawing) {
        double scale = Math.min(1.02, 600 / drawing.height());
        List<String> lines = pen.lines(caption, Pen.RIGHT - Pen.LEFT, 9);
        pen.need(drawing.height() * scale + 24 + 12.0 * lines.size());
        pen.down(10);
        words(caption, 9, true, Drawing.Ink.TEXT, 0);
        pen.down(4);
        double top = pen.y();
        drawing.marks().forEach(mark -> mark(mark, top, scale));
        pen.down(drawing.height() * scale + 6);
    }

    private void mark(Drawing.Mark mark, double top, double scale) {
        double left = Pen.LEFT;
        switch (mark) {
            case Drawing.Line(var x1, var y1, var x2, var y2, var ink, var width, var dashed) ->
                pen.line(left + scale * x1, top + scale * y1, left + scale * x2, top + scale * y2, ink, width, dashed);
            case Drawing.Box(var x, var y, var width, var height, var fill, var edge) ->
                pen.box(left + scale * x, top + scale * y, scale * width, scale * height, fill, edge);
            case Drawing.Dot(var x, var y, var radius, var ink, var filled) ->
                pen.dot(left + scale * x, top + scale * y, scale * radius, ink, filled);
            case Drawing.Trace(var points, var ink, var width) ->
                pen.path(
                        points.stream()
                                .map(p -> new double[] {left + scale * p[0], top + scale * p[1]})
                                .toList(),
                        ink,
                        width);
            case Drawing.Words(var x, var y, var size, var anchor, var ink, var text) -> {
                double wide = pen.width(text, size * scale);
                double shift = switch (anchor) {
                    case START -> 0;
                    case MIDDLE -> wide / 2;
                    case END -> wide;
                };
                pen.text(left + scale * x - shift, top + scale * y, size * scale, ink, false, text);
            }
        }
    }
}
