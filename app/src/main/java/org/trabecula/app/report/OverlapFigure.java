package org.trabecula.app.report;

import java.util.List;
import org.trabecula.app.report.Drawing.Board;
import org.trabecula.app.report.Drawing.Ink;
import org.trabecula.statistics.causal.PropensityScore;

/** F3: the propensity scores of both arms, one above and one below the line, with the range that both have shaded. */
record OverlapFigure(PropensityScore score, List<String> arms, Wording wording) {
    private static final int BINS = 20;
    private static final double MIDDLE = 95;
    private static final double HIGH = 70;

    Drawing drawing() {
        Axis axis = new Axis(0, 1, 30, 460);
        Board board = new Board();
        double[] first = score.sorted(true);
        double[] second = score.sorted(false);
        double from = Math.max(first[0], second[0]);
        double to = Math.min(first[first.length - 1], second[second.length - 1]);
        if (from < to) {
            board.box(
                    axis.at(from), MIDDLE - HIGH - 5, axis.at(to) - axis.at(from), 2 * HIGH + 10, Ink.SHADE, Ink.SHADE);
        }
        int[][] counts = {counts(first), counts(second)};
        int most = 1;
        for (int[] own : counts) {
            for (int count : own) {
                most = Math.max(most, count);
            }
        }
        for (int arm = 0; arm < 2; arm++) {
            for (int bin = 0; bin < BINS; bin++) {
                double height = HIGH * counts[arm][bin] / most;
                double x = axis.at((double) bin / BINS);
                if (height > 0) {
                    board.box(x + 0.5, arm == 0 ? MIDDLE - height : MIDDLE, 20.5, height, Ink.light(arm), Ink.of(arm));
                }
            }
        }
        board.line(30, MIDDLE, 460, MIDDLE, Ink.TEXT);
        for (double tick : axis.ticks(5)) {
            board.middle(axis.at(tick), MIDDLE + HIGH + 18, Axis.label(tick));
        }
        board.legend(34, 18, arms);
        board.middle(245, MIDDLE + HIGH + 32, wording.say("report.f3.axis"));
        return board.done(wording.say("report.f3.title"), 480, MIDDLE + HIGH + 40);
    }

    private static int[] counts(double[] scores) {
        int[] counts = new int[BINS];
        for (double one : scores) {
            counts[Math.min(BINS - 1, (int) (one * BINS))]++;
        }
        return counts;
    }
}
