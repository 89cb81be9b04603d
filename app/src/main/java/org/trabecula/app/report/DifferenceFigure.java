package org.trabecula.app.report;

import org.trabecula.app.report.Drawing.Board;
import org.trabecula.app.report.Drawing.Ink;
import org.trabecula.statistics.agreement.BlandAltman;
import org.trabecula.study.analysis.Agreement;

/** F7: differences of two readers against their mean, with the mean difference and the limits of agreement. */
record DifferenceFigure(Agreement.Measurements measured, BlandAltman limits, Wording wording) {
    private static final double TOP = 12;
    private static final double BOTTOM = 170;

    Drawing drawing() {
        double wide = 0.1;
        double high = Math.max(
                Math.abs(limits.limits().lower()), Math.abs(limits.limits().upper()));
        for (double[] pair : measured.differences()) {
            wide = Math.max(wide, pair[0]);
            high = Math.max(high, Math.abs(pair[1]));
        }
        Axis x = new Axis(0, wide * 1.03, 45, 405);
        Axis y = new Axis(-Math.max(0.1, high) * 1.05, Math.max(0.1, high) * 1.05, BOTTOM, TOP);
        Board board = new Board();
        for (double tick : y.ticks(5)) {
            board.line(45, y.at(tick), 405, y.at(tick), Ink.GRID).right(40, y.at(tick) + 3, Axis.label(tick));
        }
        x.ticks(5).forEach(tick -> board.middle(x.at(tick), BOTTOM + 13, Axis.label(tick)));
        measured.differences().forEach(pair -> board.dot(x.at(pair[0]), y.at(pair[1]), 1.7, Ink.FIRST, false));
        across(board, y, limits.bias(), false);
        across(board, y, limits.limits().lower(), true);
        across(board, y, limits.limits().upper(), true);
        board.middle(225, BOTTOM + 27, wording.say("report.f7.axis"));
        return board.done(wording.say("report.f7.title"), 480, BOTTOM + 34);
    }

    private static void across(Board board, Axis y, double value, boolean dashed) {
        if (dashed) {
            board.dashed(45, y.at(value), 405, y.at(value), Ink.SECOND);
        } else {
            board.line(45, y.at(value), 405, y.at(value), Ink.SECOND);
        }
        board.left(410, y.at(value) + 3, Numerals.fixed(value, 2));
    }
}
