package org.trabecula.app.report;

import java.util.List;
import org.trabecula.app.report.Drawing.Board;
import org.trabecula.app.report.Drawing.Ink;
import org.trabecula.study.dataset.Dataset;
import org.trabecula.study.dataset.Flow;
import org.trabecula.study.endpoint.Endpoint;
import org.trabecula.study.protocol.Timepoint;

/** F1: how people came into the comparison and who could be judged at each visit (STROBE). */
record FlowFigure(Dataset data, Wording wording) {
    private static final double WIDTH = 480;
    private static final double STEP = 34;

    Drawing drawing() {
        Board board = new Board();
        Flow flow = data.flow();
        double y = 6;
        List<String> steps = List.of("screened", "planned", "invited", "consented", "operated");
        List<Integer> counts = List.of(
                flow.screened().size(),
                flow.planned().size(),
                flow.invited().size(),
                flow.consented().size(),
                flow.operated().size());
        for (int i = 0; i < steps.size(); i++) {
            node(board, 140, y, 150, wording.say("report.flow." + steps.get(i)), counts.get(i));
            if (i > 0) {
                board.line(215, y - STEP + 22, 215, y, Ink.FAINT);
                aside(board, y - 6, steps.get(i), counts.get(i - 1) - counts.get(i), flow);
            }
            y += STEP;
        }
        if (!flow.transcribed().isEmpty()) {
            node(
                    board,
                    320,
                    y - STEP,
                    150,
                    wording.say("report.flow.transcribed"),
                    flow.transcribed().size());
        }
        board.line(215, y - STEP + 22, 215, y - 4, Ink.FAINT).line(105, y - 4, 345, y - 4, Ink.FAINT);
        arms(board, y + 8);
        return board.done(
                wording.say("report.f1.title"),
                WIDTH,
                y + 8 + STEP * (data.visits().size() + 1));
    }

    private void aside(Board board, double y, String step, int lost, Flow flow) {
        if (lost > 0) {
            String why = step.equals("consented")
                    ? wording.say(
                            "report.flow.not-consented", lost, flow.declined().size())
                    : wording.say("report.flow.lost", lost);
            board.line(215, y, 305, y, Ink.GRID).text(310, y + 3, Drawing.Anchor.START, Ink.FAINT, why);
        }
    }

    private void arms(Board board, double top) {
        for (int arm = 0; arm < 2; arm++) {
            double x = arm == 0 ? 20 : 260;
            double y = top;
            String name = arm < data.arms().size()
                    ? wording.words().text(data.arms().get(arm).label())
                    : "–";
            board.line(x + 85, y - 12, x + 85, y, Ink.FAINT);
            board.box(x, y, 200, 22, Ink.PAPER, Ink.of(arm));
            board.middle(x + 100, y + 14, name + "  n = " + data.arm(arm).size());
            for (Timepoint visit : data.visits()) {
                y += STEP;
                board.line(x + 85, y - STEP + 22, x + 85, y, Ink.FAINT);
                board.box(x, y, 200, 22, Ink.PAPER, Ink.GRID);
                board.middle(
                        x + 100,
                        y + 14,
                        wording.say(
                                "report.flow.visit",
                                visit.months(),
                                judged(arm, visit),
                                data.arm(arm).size() - judged(arm, visit)));
            }
        }
    }

    private int judged(int arm, Timepoint visit) {
        return (int) data.arm(arm).stream()
                .filter(one -> one.status(Endpoint.FUSION, visit).yes().isPresent())
                .count();
    }

    private static void node(Board board, double x, double y, double width, String text, int count) {
        board.box(x, y, width, 22, Ink.PAPER, Ink.FAINT).middle(x + width / 2, y + 14, text + "  n = " + count);
    }
}
