package org.trabecula.app.report;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.app.report.Drawing.Board;
import org.trabecula.app.report.Drawing.Ink;
import org.trabecula.statistics.censored.Turnbull;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.study.report.Curve;

/**
 * F5: the share with the event by month in each arm. Where the data do not say how the curve rises, a box stands: any rise
 * within it fits as well.
 */
record CurveFigure(String event, List<Curve> curves, List<String> arms, Wording wording) {
    private static final double TOP = 22;
    private static final double BOTTOM = 190;
    private static final double MONTHS = 27;

    Drawing drawing() {
        Axis x = new Axis(0, MONTHS, 40, 465);
        Axis y = new Axis(0, 1, BOTTOM, TOP);
        Board board = new Board();
        for (double tick : y.ticks(5)) {
            board.line(40, y.at(tick), 465, y.at(tick), Ink.GRID);
            board.right(36, y.at(tick) + 3, Axis.label(100 * tick));
        }
        for (int month : List.of(0, 3, 6, 12, 18, 24)) {
            board.middle(x.at(month), BOTTOM + 13, String.valueOf(month));
        }
        for (Curve curve : curves) {
            if (curve.event().equals(event) && curve.estimate() instanceof Outcome.Found<Turnbull>(var found)) {
                draw(board, x, y, curve.arm(), found);
            }
        }
        board.legend(46, TOP - 8, arms);
        board.middle(252, BOTTOM + 27, wording.say("report.f5.axis"));
        return board.done(wording.say("report.f5." + event), 480, BOTTOM + 34);
    }

    private static void draw(Board board, Axis x, Axis y, int arm, Turnbull curve) {
        double risen = 0;
        double from = 0;
        List<double[]> line = new ArrayList<>();
        line.add(new double[] {x.at(0), y.at(0)});
        for (int i = 0; i < curve.mass().length; i++) {
            double left = curve.left()[i];
            double right = curve.right()[i];
            line.add(new double[] {x.at(left), y.at(risen)});
            if (Double.isInfinite(right)) {
                from = MONTHS;
                line.add(new double[] {x.at(left), y.at(risen)});
                break;
            }
            double next = Math.min(1, risen + curve.mass()[i]);
            if (right > left) {
                board.box(
                        x.at(left),
                        y.at(next),
                        x.at(right) - x.at(left),
                        y.at(risen) - y.at(next),
                        Ink.light(arm),
                        Ink.light(arm));
                board.path(List.copyOf(line), Ink.of(arm), 1.4);
                line.clear();
            }
            line.add(new double[] {x.at(right), y.at(next)});
            risen = next;
            from = right;
        }
        if (from < MONTHS) {
            line.add(new double[] {x.at(MONTHS), y.at(risen)});
        }
        if (line.size() > 1) {
            board.path(line, Ink.of(arm), 1.4);
        }
    }
}
