package org.trabecula.study.report;

import java.util.List;
import org.trabecula.statistics.design.ExactPower;
import org.trabecula.study.endpoint.Endpoint;

/** T12: what the participants who could be judged were enough for, by listing all outcomes; without any weighting. */
record PowerTable(Evidence evidence, List<Effects> effects) {
    private static final double[][] OF_FUSION = {{0.90, 0.65}, {0.85, 0.60}};
    private static final double[][] OF_LOOSENING = {{0.15, 0.35}, {0.20, 0.40}};
    /** More tables than this are not listed; then the power is near 1 and nobody asks. */
    private static final long MOST = 4_000_000;

    Table table() {
        TableDraft draft = new TableDraft(
                "t12",
                Phrase.of("report.column.scenario"),
                Phrase.of("report.column.judged"),
                Phrase.of("report.column.power"));
        for (Effects one : effects) {
            int first = one.judged().share(true).total();
            int second = one.judged().share(false).total();
            double[][] scenarios = one.endpoint() == Endpoint.LOOSENING ? OF_LOOSENING : OF_FUSION;
            for (double[] scenario : scenarios) {
                Phrase label = Phrase.of(
                        "report.t12.scenario",
                        evidence.endpoint(one.endpoint()),
                        percent(scenario[0]),
                        percent(scenario[1]));
                Derivation from = TableDraft.from(one.judged().ids(), "report.how.power");
                draft.row(
                        label,
                        TableDraft.said(Phrase.of("report.t12.judged", first, second)),
                        first == 0 || second == 0 || (long) first * second > MOST
                                ? draft.unavailable(Phrase.of(
                                        first == 0 || second == 0 ? "report.nobody-judged" : "report.t12.too-many"))
                                : draft.cell(power(first, second, scenario), from));
            }
        }
        return draft.remark("report.t12.why").done();
    }

    private Cell.Content power(int first, int second, double[] scenario) {
        double power = ExactPower.of(
                        ExactPower.Test.PEARSON, first, second, evidence.terms().family())
                .at(scenario[0], scenario[1]);
        return new Cell.Figure(Math.min(1, Math.max(0, power)), 2, Cell.Scale.PLAIN);
    }

    private static String percent(double share) {
        return Math.round(100 * share) + "%";
    }
}
