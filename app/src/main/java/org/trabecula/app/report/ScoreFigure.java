package org.trabecula.app.report;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.app.report.Drawing.Board;
import org.trabecula.app.report.Drawing.Ink;
import org.trabecula.statistics.describe.Summary;
import org.trabecula.study.dataset.Dataset;
import org.trabecula.study.dataset.Subject;
import org.trabecula.study.protocol.Score;
import org.trabecula.study.protocol.Timepoint;

/** F6: means of a score by visit and arm with 95 % limits, as observed; each participant as a faint line behind them. */
record ScoreFigure(Dataset data, Score score, List<String> arms, Wording wording) {
    private static final double TOP = 22;
    private static final double BOTTOM = 180;
    /** More lines than this would be a grey wall. */
    private static final int MOST_LINES = 150;

    Drawing drawing() {
        List<Timepoint> visits = new ArrayList<>(List.of(Timepoint.BASELINE));
        visits.addAll(data.visits());
        Axis x = new Axis(0, Math.max(1, visits.getLast().months()), 45, 455);
        Axis y = new Axis(0, score.id().startsWith("odi") ? 100 : 10, BOTTOM, TOP);
        Board board = new Board();
        for (double tick : y.ticks(5)) {
            board.line(45, y.at(tick), 460, y.at(tick), Ink.GRID);
            board.right(40, y.at(tick) + 3, Axis.label(tick));
        }
        visits.forEach(visit -> board.middle(x.at(visit.months()), BOTTOM + 13, String.valueOf(visit.months())));
        if (data.compared().size() <= MOST_LINES) {
            data.compared().forEach(one -> lines(board, x, y, one, visits));
        }
        for (int arm = 0; arm < 2; arm++) {
            means(board, x, y, arm, visits);
        }
        board.legend(50, TOP - 8, arms);
        board.middle(
                252, BOTTOM + 27, wording.say("report.f6.axis", wording.words().text(score.label())));
        return board.done(wording.say("report.f6.title", score.label()), 480, BOTTOM + 34);
    }

    private void lines(Board board, Axis x, Axis y, Subject subject, List<Timepoint> visits) {
        List<double[]> points = new ArrayList<>();
        visits.forEach(visit -> subject.score(score.id(), visit)
                .ifPresent(value -> points.add(new double[] {x.at(visit.months()), y.at(value.value())})));
        if (points.size() > 1) {
            board.path(points, Ink.GRID, 0.4);
        }
    }

    private void means(Board board, Axis x, Axis y, int arm, List<Timepoint> visits) {
        List<double[]> points = new ArrayList<>();
        double shift = arm == 0 ? -2 : 2;
        for (Timepoint visit : visits) {
            Summary summary = Summary.of(data.arm(arm).stream()
                    .flatMap(one -> one.score(score.id(), visit).stream())
                    .mapToDouble(value -> value.value())
                    .toArray());
            if (summary.mean().isPresent()) {
                double at = x.at(visit.months()) + shift;
                double mean = summary.mean().getAsDouble();
                points.add(new double[] {at, y.at(mean)});
                if (summary.sd().isPresent()) {
                    double reach = 1.96 * summary.sd().getAsDouble() / Math.sqrt(summary.n());
                    board.thick(at, y.at(mean - reach), at, y.at(mean + reach), Ink.of(arm));
                }
                board.dot(at, y.at(mean), 2.6, Ink.of(arm), true);
            }
        }
        if (points.size() > 1) {
            board.path(points, Ink.of(arm), 1.4);
        }
    }
}
