package org.trabecula.app.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A table on paper: lines above and below, none between columns, heads again on each page, decimals under each other. */
final class PaperTable {
    private static final double SIZE = 7.6;
    private static final double NOTE = 6.8;
    private static final double LEAD = 9.6;
    private static final double GAP = 9;
    private static final double LEAST_LABEL = 120;
    private static final int MOST_HEADS = 3;

    private final Pen pen;
    private final TableView table;
    private final double[] widths;

    PaperTable(Pen pen, TableView table) {
        this.pen = pen;
        this.table = table;
        this.widths = widths();
    }

    void write() {
        pen.need(110);
        pen.down(8);
        for (String line : pen.lines(table.title(), Pen.RIGHT - Pen.LEFT, 9.2)) {
            pen.text(Pen.LEFT, pen.y() + 9, 9.2, Drawing.Ink.TEXT, true, line);
            pen.down(13);
        }
        heads();
        for (int i = 0; i < table.rows().size(); i++) {
            TableView.Row row = table.rows().get(i);
            if (row.heading()) {
                heading(row.label());
            } else {
                row(row, i == table.rows().size() - 2 ? height(table.rows().getLast()) : 0);
            }
        }
        pen.line(Pen.LEFT, pen.y() + 2, Pen.RIGHT, pen.y() + 2, Drawing.Ink.TEXT, 0.8, false);
        pen.down(4);
        table.notes().forEach(this::note);
        table.remarks().forEach(this::note);
        pen.down(6);
    }

    private void note(String text) {
        List<String> lines = pen.lines(text, Pen.RIGHT - Pen.LEFT, NOTE);
        for (int i = 0; i < lines.size(); i++) {
            pen.need(NOTE * 1.4, i, lines.size());
            pen.text(Pen.LEFT, pen.y() + NOTE, NOTE, Drawing.Ink.FAINT, false, lines.get(i));
            pen.down(NOTE * 1.35);
        }
    }

    /** The label has what the others leave; where they leave too little, they are made narrower alike and their words wrap. */
    private double[] widths() {
        double all = Pen.RIGHT - Pen.LEFT;
        double[] wide = new double[table.heads().size()];
        for (int column = 1; column < wide.length; column++) {
            for (String word : table.heads().get(column).split("\\s", -1)) {
                wide[column] = Math.max(wide[column], pen.width(word, SIZE) + GAP);
            }
            for (TableView.Row row : table.rows()) {
                if (!row.heading()) {
                    TableView.Item item = row.items().get(column - 1);
                    double own = pen.width(item.text() + item.letters(), SIZE) + tail(item) + GAP;
                    wide[column] = Math.max(wide[column], item.words() ? Math.min(own, 130) : own);
                }
            }
        }
        lowerHeads(wide, all);
        double others = Arrays.stream(wide).sum();
        if (others > all - LEAST_LABEL) {
            double factor = (all - LEAST_LABEL) / others;
            for (int column = 1; column < wide.length; column++) {
                wide[column] *= factor;
            }
            others = all - LEAST_LABEL;
        }
        wide[0] = all - others;
        return wide;
    }

    /** Columns under a head of many short lines take from the label what it can spare. */
    private void lowerHeads(double[] wide, double all) {
        double spare = all / 2 - Arrays.stream(wide).sum();
        for (int column = 1; column < wide.length; column++) {
            while (spare > 0
                    && pen.lines(table.heads().get(column), wide[column] - GAP, SIZE)
                                    .size()
                            > MOST_HEADS) {
                wide[column] += SIZE;
                spare -= SIZE;
            }
        }
    }

    private double tail(TableView.Item item) {
        return item.pad() * pen.width("0", SIZE) + (item.point() ? pen.width(".", SIZE) : 0);
    }

    private void heads() {
        pen.line(Pen.LEFT, pen.y(), Pen.RIGHT, pen.y(), Drawing.Ink.TEXT, 0.8, false);
        List<List<String>> lines = new ArrayList<>();
        int most = 1;
        for (int column = 0; column < widths.length; column++) {
            List<String> own = pen.lines(table.heads().get(column), widths[column] - GAP, SIZE);
            lines.add(own);
            most = Math.max(most, own.size());
        }
        double x = Pen.LEFT;
        for (int column = 0; column < widths.length; column++) {
            List<String> own = lines.get(column);
            for (int i = 0; i < own.size(); i++) {
                double at = pen.y() + 4 + LEAD * (most - own.size() + i) + SIZE;
                double from = column == 0 ? x : x + GAP;
                double left = table.words(column) ? from : x + widths[column] - pen.width(own.get(i), SIZE);
                pen.text(left, at, SIZE, Drawing.Ink.TEXT, true, own.get(i));
            }
            x += widths[column];
        }
        pen.down(LEAD * most + 7);
        pen.line(Pen.LEFT, pen.y(), Pen.RIGHT, pen.y(), Drawing.Ink.FAINT, 0.5, false);
        pen.down(2);
    }

    private void heading(String label) {
        if (pen.need(LEAD * 3)) {
            heads();
        }
        pen.down(3);
        for (String line : pen.lines(label, Pen.RIGHT - Pen.LEFT, SIZE)) {
            pen.text(Pen.LEFT, pen.y() + SIZE, SIZE, Drawing.Ink.TEXT, true, line);
            pen.down(LEAD);
        }
    }

    /** @param after what has to stand on the same page: the last row does not begin a page alone */
    private void row(TableView.Row row, double after) {
        List<List<String>> cells = cells(row);
        double height = height(row);
        if (pen.need(height + after + 2)) {
            heads();
        }
        List<String> label = cells.getFirst();
        for (int i = 0; i < label.size(); i++) {
            pen.text(Pen.LEFT + 8, pen.y() + SIZE + LEAD * i, SIZE, Drawing.Ink.TEXT, false, label.get(i));
        }
        double x = Pen.LEFT + widths[0];
        for (int column = 1; column < widths.length; column++) {
            cell(row.items().get(column - 1), cells.get(column), x, widths[column]);
            x += widths[column];
        }
        pen.down(height);
    }

    /** The lines of the label and of each cell. */
    private List<List<String>> cells(TableView.Row row) {
        List<List<String>> cells = new ArrayList<>();
        cells.add(pen.lines(row.label(), widths[0] - GAP - 8, SIZE));
        for (int column = 1; column < widths.length; column++) {
            cells.add(pen.lines(row.items().get(column - 1).text(), widths[column] - GAP + 2, SIZE));
        }
        return cells;
    }

    private double height(TableView.Row row) {
        return LEAD * cells(row).stream().mapToInt(List::size).max().orElse(1);
    }

    private void cell(TableView.Item item, List<String> lines, double x, double width) {
        for (int i = 0; i < lines.size(); i++) {
            boolean last = i == lines.size() - 1;
            double raised = last ? pen.width(item.letters(), SIZE * 0.7) : 0;
            double own = pen.width(lines.get(i), SIZE);
            double left = item.words()
                    ? x + GAP
                    : x + width - own - tail(item) - (item.letters().isEmpty() ? 0 : raised);
            double at = pen.y() + SIZE + LEAD * i;
            pen.text(left, at, SIZE, Drawing.Ink.TEXT, false, lines.get(i));
            if (last && !item.letters().isEmpty()) {
                pen.text(left + own + 0.5, at - 2.5, SIZE * 0.7, Drawing.Ink.FAINT, false, item.letters());
            }
        }
    }
}
