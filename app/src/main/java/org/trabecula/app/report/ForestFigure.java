package org.trabecula.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.app.report.Drawing.Board;
import org.trabecula.app.report.Drawing.Ink;
import org.trabecula.study.report.Cell;
import org.trabecula.study.report.Table;

/** F4: the same difference under every assumption, on one scale with one line of no difference. */
record ForestFigure(Table sensitivity, Wording wording) {
    private static final double LEFT = 225;
    private static final double RIGHT = 470;
    private static final double LEAD = 10;

    Drawing drawing() {
        List<Table.Row> rows = sensitivity.rows().stream()
                .filter(row -> row.heading() || value(row).isPresent())
                .toList();
        double most = rows.stream()
                .filter(row -> !row.heading())
                .mapToDouble(row -> Math.max(
                        Math.abs(value(row).orElse(0.0)),
                        range(row)
                                .map(r -> Math.max(Math.abs(r.lower()), Math.abs(r.upper())))
                                .orElse(0.0)))
                .max()
                .orElse(0.1);
        double reach = Math.min(1, Math.max(0.1, most));
        Axis axis = new Axis(-100 * reach, 100 * reach, LEFT, RIGHT);
        Board board = new Board();
        double bottom = 10 + rows.stream().mapToDouble(this::height).sum();
        for (double tick : axis.ticks(6)) {
            board.line(axis.at(tick), 6, axis.at(tick), bottom, Math.abs(tick) < 1e-9 ? Ink.TEXT : Ink.GRID);
            board.middle(axis.at(tick), bottom + 12, Axis.label(tick));
        }
        double y = 14;
        for (Table.Row row : rows) {
            if (row.heading()) {
                board.left(4, y + 3, wording.say(row.label()));
            } else {
                line(board, axis, row, y);
            }
            y += height(row);
        }
        board.middle((LEFT + RIGHT) / 2, bottom + 26, wording.say("report.f4.axis"));
        return board.done(wording.say("report.f4.title"), 480, bottom + 34);
    }

    private void line(Board board, Axis axis, Table.Row row, double y) {
        double at = y;
        for (String words : lines(row)) {
            board.text(12, at + 3, Drawing.Anchor.START, Ink.FAINT, words);
            at += LEAD;
        }
        range(row)
                .ifPresent(r -> board.thick(axis.at(100 * r.lower()), y, axis.at(100 * r.upper()), y, Ink.FIRST_LIGHT));
        board.dot(axis.at(100 * value(row).orElse(0.0)), y, 2.8, Ink.FIRST, true);
    }

    private double height(Table.Row row) {
        return row.heading() ? 14 : 14 + LEAD * (lines(row).size() - 1);
    }

    /** The label, broken where it would reach the scale; a Chinese letter is as wide as two others. */
    private List<String> lines(Table.Row row) {
        String text = wording.say(row.label());
        int most = text.codePoints().anyMatch(c -> c > 0x2E80) ? 24 : 48;
        List<String> lines = new ArrayList<>();
        while (text.length() > most) {
            int space = text.lastIndexOf(' ', most);
            int end = space > most / 2 ? space : most;
            lines.add(text.substring(0, end).strip());
            text = text.substring(end).strip();
        }
        lines.add(text);
        return lines;
    }

    private static Optional<Double> value(Table.Row row) {
        return row.heading() || !(row.cells().get(1).content() instanceof Cell.Figure figure)
                ? Optional.empty()
                : Optional.of(figure.value());
    }

    private static Optional<Cell.Range> range(Table.Row row) {
        return row.cells().get(2).content() instanceof Cell.Range range ? Optional.of(range) : Optional.empty();
    }
}
