package org.trabecula.app.report;

import java.util.Locale;
import org.trabecula.app.report.Drawing.Anchor;
import org.trabecula.app.report.Drawing.Board;
import org.trabecula.app.report.Drawing.Ink;
import org.trabecula.study.dataset.Dataset;
import org.trabecula.study.dataset.Flow;
import org.trabecula.study.dataset.Flow.Step;
import org.trabecula.study.dataset.Intercurrent;
import org.trabecula.study.dataset.Subject;
import org.trabecula.study.endpoint.Endpoint;
import org.trabecula.study.protocol.Timepoint;

/**
 * F1: how people came into the comparison and who could be judged at each visit (STROBE). The numbers of every box are those of
 * the box above less those named beside the line between them.
 *
 * @param visits whether to tell who could be judged, which follows from outcomes
 */
record FlowFigure(Dataset data, boolean visits, Wording wording) {
    private static final double WIDTH = 480;
    private static final double STEP = 34;
    private static final double HIGH = 22;
    private static final double MIDDLE = 130;
    private static final double ASIDE = 270;

    Drawing drawing() {
        Board board = new Board();
        double y = 6;
        for (Step step : Step.values()) {
            node(
                    board,
                    y,
                    say(step.name().toLowerCase(Locale.ROOT)),
                    data.flow().reached(step));
            if (step != Step.OPERATED) {
                lost(board, y, step);
            }
            y += STEP;
        }
        y = uncompared(board, y - STEP);
        node(board, y, say("compared"), data.compared().size());
        y += STEP;
        board.line(MIDDLE, y - STEP + HIGH, MIDDLE, y - 4, Ink.FAINT).line(120, y - 4, 360, y - 4, Ink.FAINT);
        arms(board, y + 8);
        double rows = visits ? data.visits().size() + 1 : 1;
        return board.done(wording.say("report.f1.title"), WIDTH, y + 8 + STEP * rows);
    }

    private String say(String key, Object... arguments) {
        return wording.say("report.flow." + key, arguments);
    }

    private void lost(Board board, double y, Step step) {
        Flow flow = data.flow();
        int lost = flow.stopped(step);
        String why = switch (step) {
            case SCREENED -> say("not-planned", lost);
            case PLANNED -> say("not-invited", lost);
            case INVITED -> say("not-consented", lost, flow.declined().size());
            case CONSENTED -> say("not-operated", lost, flow.withdrawn().size());
            case OPERATED -> "";
        };
        board.line(MIDDLE, y + HIGH, MIDDLE, y + STEP, Ink.FAINT);
        if (lost > 0) {
            aside(board, y + HIGH + 6, why);
        }
    }

    /** Who joins from another record, and who is operated on and not compared. The height of the next box. */
    private double uncompared(Board board, double operated) {
        double y = operated + HIGH + 6;
        Flow flow = data.flow();
        if (!flow.transcribed().isEmpty()) {
            aside(board, y, say("transcribed", flow.transcribed().size()));
            y += 13;
        }
        if (!flow.noArm().isEmpty()) {
            aside(board, y, say("no-arm", flow.noArm().size()));
            y += 13;
        }
        if (!flow.otherArms().isEmpty()) {
            aside(board, y, say("other-arms", flow.otherArms().size()));
            y += 13;
        }
        double next = Math.max(operated + STEP, y - 3);
        board.line(MIDDLE, operated + HIGH, MIDDLE, next, Ink.FAINT);
        return next;
    }

    private static void aside(Board board, double y, String text) {
        board.line(MIDDLE, y, ASIDE - 6, y, Ink.GRID).text(ASIDE, y + 3, Anchor.START, Ink.FAINT, text);
    }

    private void arms(Board board, double top) {
        for (int arm = 0; arm < 2; arm++) {
            double x = arm == 0 ? 20 : 260;
            double y = top;
            String name = arm < data.arms().size()
                    ? wording.words().text(data.arms().get(arm).label())
                    : "–";
            board.line(x + 100, y - 12, x + 100, y, Ink.FAINT);
            board.box(x, y, 200, HIGH, Ink.PAPER, Ink.of(arm));
            board.middle(x + 100, y + 14, name + "  n = " + data.arm(arm).size());
            if (visits) {
                for (Timepoint visit : data.visits()) {
                    y += STEP;
                    board.line(x + 100, y - STEP + HIGH, x + 100, y, Ink.FAINT);
                    board.box(x, y, 200, HIGH, Ink.PAPER, Ink.GRID);
                    board.middle(x + 100, y + 14, judged(arm, visit));
                }
            }
        }
    }

    private String judged(int arm, Timepoint visit) {
        int judged = 0;
        int left = 0;
        int died = 0;
        int missing = 0;
        for (Subject one : data.arm(arm)) {
            if (one.status(Endpoint.FUSION, visit).yes().isPresent()) {
                judged++;
            } else {
                switch (one.left(Endpoint.FUSION, visit)
                        .map(Intercurrent::kind)
                        .orElse(Intercurrent.Kind.OTHER_REOPERATION)) {
                    case DEATH -> died++;
                    case WITHDRAWAL -> left++;
                    case REVISION_OF_SCREWS, REVISION_OF_CAGE, OTHER_REOPERATION -> missing++;
                }
            }
        }
        if (died > 0) {
            return say("visit-died", visit.months(), judged, left, died, missing);
        }
        return left == 0
                ? say("visit", visit.months(), judged, missing)
                : say("visit-left", visit.months(), judged, left, missing);
    }

    private static void node(Board board, double y, String text, int count) {
        board.box(MIDDLE - 85, y, 170, HIGH, Ink.PAPER, Ink.FAINT).middle(MIDDLE, y + 14, text + "  n = " + count);
    }
}
