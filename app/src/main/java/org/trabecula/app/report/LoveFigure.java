package org.trabecula.app.report;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.trabecula.app.report.Drawing.Board;
import org.trabecula.app.report.Drawing.Ink;
import org.trabecula.study.report.Cell;
import org.trabecula.study.report.Table;

/** F2: absolute standardised differences before (open) and after weighting (filled), the largest first. */
record LoveFigure(Table baseline, Wording wording) {
    private static final double LEAST_LEFT = 190;
    private static final double PLOT = 260;

    private record Row(String name, double before, Optional<Double> after) {}

    Drawing drawing() {
        List<Row> rows = baseline.rows().stream()
                .flatMap(row -> size(row.cells().get(3))
                        .map(before -> new Row(
                                wording.say(row.label()),
                                before,
                                size(row.cells().get(4))))
                        .stream())
                .sorted(Comparator.comparingDouble(Row::before).reversed())
                .toList();
        double most = Math.max(0.3, rows.isEmpty() ? 0 : rows.getFirst().before());
        double left = rows.stream().mapToDouble(row -> width(row.name())).max().orElse(0);
        left = Math.max(LEAST_LEFT, left + 12);
        double right = left + PLOT;
        Axis axis = new Axis(0, most * 1.05, left, right);
        Board board = new Board();
        double bottom = 14 + 15 * rows.size();
        for (double tick : axis.ticks(5)) {
            board.line(axis.at(tick), 8, axis.at(tick), bottom, Ink.GRID);
            board.middle(axis.at(tick), bottom + 12, Axis.label(tick));
        }
        board.dashed(axis.at(0.1), 8, axis.at(0.1), bottom, Ink.FAINT);
        board.dashed(axis.at(0.2), 8, axis.at(0.2), bottom, Ink.FAINT);
        double y = 18;
        for (Row row : rows) {
            board.right(left - 8, y + 3, row.name());
            board.dot(axis.at(row.before()), y, 3, Ink.FAINT, false);
            double at = y;
            row.after().ifPresent(after -> board.dot(axis.at(after), at, 3, Ink.FIRST, true));
            y += 15;
        }
        board.middle((left + right) / 2, bottom + 26, wording.say("report.f2.axis"));
        return board.done(wording.say("report.f2.title"), right + 30, bottom + 34);
    }

    /** About as wide as it is written: a Chinese letter takes the room of nearly two Latin ones. */
    private static double width(String name) {
        return name.chars().mapToDouble(letter -> letter < 0x2E80 ? 4.7 : 9).sum();
    }

    private static Optional<Double> size(Cell cell) {
        return cell.content() instanceof Cell.Figure figure ? Optional.of(Math.abs(figure.value())) : Optional.empty();
    }
}
