package org.trabecula.app.report;

import org.trabecula.app.report.Drawing.Board;
import org.trabecula.app.report.Drawing.Ink;
import org.trabecula.study.report.Phrase;
import org.trabecula.study.report.Tipping;

/**
 * F8: the p-value of the weighted difference for every risk that those missing may have had. Cells of the one colour are
 * significant for the first arm's lower risk, of the other for its higher, grey ones are not.
 */
record TippingFigure(Tipping tipping, double level, String first, String second, Wording wording) {
    private static final double LEFT = 60;
    private static final double TOP = 8;
    private static final double CELL = 28;

    Drawing drawing() {
        Board board = new Board();
        Phrase endpoint =
                Phrase.of("endpoint." + tipping.effects().endpoint().name().toLowerCase(java.util.Locale.ROOT));
        for (Tipping.Point point : tipping.points()) {
            double x = LEFT + CELL * Math.round(10 * point.first());
            double y = TOP + CELL / 2 * (10 - Math.round(10 * point.second()));
            Ink ink = point.p() > level ? Ink.SHADE : point.difference() > 0 ? Ink.FIRST_LIGHT : Ink.SECOND_LIGHT;
            board.box(x, y, CELL, CELL / 2, ink, Ink.PAPER);
            board.middle(
                    x + CELL / 2,
                    y + 10,
                    point.p() < 0.001
                            ? "<.001"
                            : point.p() >= 0.9995
                                    ? "1"
                                    : Numerals.fixed(point.p(), 3).substring(1));
        }
        for (int tick = 0; tick <= 10; tick += 2) {
            board.middle(LEFT + CELL * tick + CELL / 2, TOP + CELL * 5.5 + 12, tick * 10 + "%");
            board.right(LEFT - 4, TOP + CELL / 2 * (10 - tick) + 10, tick * 10 + "%");
        }
        board.middle(LEFT + CELL * 5.5, TOP + CELL * 5.5 + 26, wording.say("report.f8.axis", first));
        board.left(LEFT + CELL * 11 + 8, TOP + 12, wording.say("report.f8.up", second));
        return board.done(wording.say("report.f8.title", endpoint), 480, TOP + CELL * 5.5 + 34);
    }
}
