package org.trabecula.study.comparability;

import java.util.List;
import org.trabecula.statistics.causal.PropensityScore;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall;
import org.trabecula.statistics.regression.FirthRegression;
import org.trabecula.study.conduct.Register;
import org.trabecula.study.protocol.AnalysisPlan;
import org.trabecula.study.protocol.Protocol;

/** Whether the arms can be compared at all, and after which weighting. */
public sealed interface Comparability {

    Candidates candidates();

    /** They can. */
    record Fitted(Design design) implements Comparability {
        @Override
        public Candidates candidates() {
            return design.candidates();
        }
    }

    /**
     * They cannot: there is no estimate, and none is made up.
     *
     * @param sentence what the fit said, for the statistician
     */
    record Incomparable(Candidates candidates, Reason reason, String sentence) implements Comparability {}

    /** Why there is no comparison. */
    enum Reason {
        /** An arm has nobody, or too few for the terms. */
        TOO_FEW,
        /** What was known before tells the arms apart: nobody of one arm could have been in the other. */
        NO_OVERLAP,
        /** Terms that say the same. */
        COLLINEAR,
        /** No term in which anybody differs. */
        NO_TERMS
    }

    /**
     * Fits the propensity model of the terms by logistic regression, with Firth's penalty where they separate the arms in part.
     *
     * @param terms ids of covariates
     */
    static Comparability of(Register register, Protocol protocol, AnalysisPlan plan, List<String> terms) {
        Candidates candidates = Candidates.of(register, protocol, plan);
        boolean[] first = candidates.firsts();
        if (candidates.count(true) < 2 || candidates.count(false) < 2) {
            return new Incomparable(candidates, Reason.TOO_FEW, "An arm has fewer than two participants.");
        }
        List<Column> columns = Columns.of(candidates);
        List<Column> model = columns.stream()
                .filter(column -> terms.contains(column.covariate().id()))
                .filter(column -> !column.reference() && column.varies())
                .toList();
        if (model.isEmpty()) {
            return new Incomparable(candidates, Reason.NO_TERMS, "Nobody differs in any term of the model.");
        }
        double[][] rows = rows(model, first.length);
        Outcome<PropensityScore> plain = PropensityScore.fit(rows, first);
        boolean separated = plain instanceof Outcome.Missing<PropensityScore>(var shortfall)
                && shortfall.cause() == Shortfall.Cause.SEPARATION;
        Outcome<PropensityScore> score = separated
                ? FirthRegression.fit(rows, first).map(fit -> new PropensityScore(rows, first, fit.estimate()))
                : plain;
        return switch (score) {
            case Outcome.Found<PropensityScore>(var found) ->
                judged(new Design(candidates, columns, model, found, separated));
            case Outcome.Missing<PropensityScore>(var shortfall) ->
                new Incomparable(candidates, reason(shortfall), shortfall.sentence());
        };
    }

    private static Comparability judged(Design design) {
        return design.inSupport(true) == 0 || design.inSupport(false) == 0
                ? new Incomparable(
                        design.candidates(),
                        Reason.NO_OVERLAP,
                        "No participant of one arm has a propensity score that the other arm has too.")
                : new Fitted(design);
    }

    private static Reason reason(Shortfall shortfall) {
        return switch (shortfall.cause()) {
            case SEPARATION, NOT_UNIQUE, NOT_CONVERGED -> Reason.NO_OVERLAP;
            case SINGULAR -> Reason.COLLINEAR;
            case TOO_FEW, ALL_MISSING, EMPTY_CELL, TOO_FEW_CLUSTERS -> Reason.TOO_FEW;
        };
    }

    private static double[][] rows(List<Column> model, int size) {
        double[][] rows = new double[size][model.size() + 1];
        for (int unit = 0; unit < size; unit++) {
            rows[unit][0] = 1;
            for (int term = 0; term < model.size(); term++) {
                rows[unit][term + 1] = model.get(term).values()[unit];
            }
        }
        return rows;
    }
}
