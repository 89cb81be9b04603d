package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall;
import org.trabecula.statistics.missing.ChainedEquations;
import org.trabecula.statistics.missing.Pooled;
import org.trabecula.statistics.resample.Philox;
import org.trabecula.study.dataset.Subject;
import org.trabecula.study.report.ImputationModel.Target;

/**
 * The statuses of the primary endpoints with those that are missing drawn by chained equations within each arm, and what an
 * estimator makes of each completed data set, pooled by Rubin's rules with the degrees of freedom of Barnard and Rubin.
 *
 * @param completed for each imputation a column for each target, in the order of those compared
 */
record Imputations(Evidence evidence, ImputationModel model, Outcome<List<double[][]>> completed) {
    /** A stream number far from those of the bootstrap. */
    private static final long STREAM = 1L << 40;

    static Imputations of(Evidence evidence, List<Target> wanted) {
        ImputationModel model = ImputationModel.of(evidence, wanted);
        return new Imputations(evidence, model, complete(evidence, model));
    }

    private static Outcome<List<double[][]>> complete(Evidence evidence, ImputationModel model) {
        int targets = model.targets().size();
        List<Subject> all = evidence.compared();
        List<double[][]> sets = new ArrayList<>();
        for (int m = 0; m < evidence.terms().imputations(); m++) {
            sets.add(new double[targets][all.size()]);
        }
        for (int arm = 0; arm < 2; arm++) {
            int own = arm;
            int[] places = IntStream.range(0, all.size())
                    .filter(i -> all.get(i).arm() == own)
                    .toArray();
            if (places.length == 0) {
                return Outcome.none(Shortfall.Cause.EMPTY_CELL, "An arm has nobody");
            }
            Outcome<ChainedEquations> chain = model.chain(places);
            if (chain instanceof Outcome.Missing<ChainedEquations>(var shortfall)) {
                return new Outcome.Missing<>(shortfall);
            }
            for (int m = 0; m < sets.size(); m++) {
                double[][] full =
                        chain.orElseThrow().impute(Philox.of(evidence.terms().seed(), STREAM + 2L * m + arm));
                for (int i = 0; i < places.length; i++) {
                    for (int target = 0; target < targets; target++) {
                        sets.get(m)[target][places[i]] = full[target][i];
                    }
                }
            }
        }
        return Outcome.of(sets);
    }

    /** What an estimator gives in the completed data sets, pooled; missing for a status that is not imputed. */
    Outcome<Pooled> pooled(Target target, Function<Judged, Outcome<Effect>> estimator) {
        int column = model.targets().indexOf(target);
        if (column < 0) {
            return Outcome.none(Shortfall.Cause.ALL_MISSING, "Hardly anybody of an arm has this status");
        }
        return completed.then(sets -> {
            double[] estimates = new double[sets.size()];
            double[] variances = new double[sets.size()];
            double degrees = 1;
            for (int m = 0; m < estimates.length; m++) {
                Outcome<Effect> effect = estimator.apply(judged(sets.get(m)[column]));
                if (effect instanceof Outcome.Missing<Effect>(var shortfall)) {
                    return new Outcome.Missing<>(shortfall);
                }
                Effect found = effect.orElseThrow();
                estimates[m] = found.difference();
                variances[m] = found.error() * found.error();
                degrees = found.degrees();
            }
            return Pooled.of(estimates, variances, degrees);
        });
    }

    private Judged judged(double[] statuses) {
        List<Subject> all = evidence.compared();
        boolean[] events = new boolean[statuses.length];
        for (int i = 0; i < events.length; i++) {
            events[i] = statuses[i] == 1;
        }
        return new Judged(all, Judged.treated(all), events, Designs.rows(evidence, all));
    }
}
