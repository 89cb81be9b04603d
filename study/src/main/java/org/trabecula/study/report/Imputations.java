package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.trabecula.statistics.causal.PropensityScore;
import org.trabecula.statistics.causal.Weighting;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall;
import org.trabecula.statistics.missing.ChainedEquations;
import org.trabecula.statistics.missing.ImputationMethod;
import org.trabecula.statistics.missing.Pooled;
import org.trabecula.statistics.resample.Philox;
import org.trabecula.study.dataset.Subject;
import org.trabecula.study.endpoint.Endpoint;
import org.trabecula.study.protocol.Score;
import org.trabecula.study.protocol.Timepoint;

/**
 * The statuses at the primary visit with those that are missing drawn by chained equations, within each arm, from covariates,
 * the statuses at all visits and the reported scores; the overlap-weighted difference in each, pooled.
 */
final class Imputations {
    private static final int ROUNDS = 5;
    /** A stream number far from those of the bootstrap. */
    private static final long STREAM = 1L << 40;

    private final Evidence evidence;
    private final Outcome<List<double[][]>> completed;

    private Imputations(Evidence evidence, Outcome<List<double[][]>> completed) {
        this.evidence = evidence;
        this.completed = completed;
    }

    static Imputations of(Evidence evidence) {
        return new Imputations(evidence, complete(evidence));
    }

    /** For each imputation the columns of loosening and fusion at the primary visit, in the order of those compared. */
    private static Outcome<List<double[][]>> complete(Evidence evidence) {
        List<Subject> all = evidence.compared();
        List<double[][]> sets = new ArrayList<>();
        for (int m = 0; m < evidence.terms().imputations(); m++) {
            sets.add(new double[2][all.size()]);
        }
        for (int arm = 0; arm < 2; arm++) {
            int own = arm;
            List<Subject> members = all.stream().filter(one -> one.arm() == own).toList();
            Columns columns = Columns.of(evidence, members);
            Outcome<ChainedEquations> chain = columns.chain();
            if (chain instanceof Outcome.Missing<ChainedEquations>(var shortfall)) {
                return new Outcome.Missing<>(shortfall);
            }
            int[] places = IntStream.range(0, all.size())
                    .filter(i -> all.get(i).arm() == own)
                    .toArray();
            for (int m = 0; m < sets.size(); m++) {
                double[][] full =
                        chain.orElseThrow().impute(Philox.of(evidence.terms().seed(), STREAM + 2L * m + arm));
                for (int i = 0; i < places.length; i++) {
                    sets.get(m)[0][places[i]] = full[0][i];
                    sets.get(m)[1][places[i]] = full[1][i];
                }
            }
        }
        return Outcome.of(sets);
    }

    /** The pooled difference in an endpoint; missing for one that is not imputed. */
    Outcome<Pooled> pooled(Endpoint endpoint) {
        if (endpoint == Endpoint.FUSION_GRADE_I) {
            return Outcome.none(Shortfall.Cause.ALL_MISSING, "Grade I is not imputed by itself");
        }
        int column = endpoint == Endpoint.LOOSENING ? 0 : 1;
        return completed.then(sets -> Designs.score(evidence).then(score -> pooled(score, sets, column)));
    }

    private static Outcome<Pooled> pooled(PropensityScore score, List<double[][]> sets, int column) {
        double[] estimates = new double[sets.size()];
        double[] variances = new double[sets.size()];
        for (int m = 0; m < estimates.length; m++) {
            Outcome<Effect> effect = Effects.weighted(score, sets.get(m)[column], Weighting.OVERLAP);
            if (effect instanceof Outcome.Missing<Effect>(var shortfall)) {
                return new Outcome.Missing<>(shortfall);
            }
            estimates[m] = effect.orElseThrow().difference();
            variances[m] = Math.pow(effect.orElseThrow().error(), 2);
        }
        return Pooled.of(estimates, variances, Math.max(1, score.size() - score.rows()[0].length - 2));
    }

    /** The columns of one arm; the first two are those wanted. */
    private record Columns(List<double[]> values, List<ImputationMethod> methods) {

        static Columns of(Evidence evidence, List<Subject> members) {
            Columns columns = new Columns(new ArrayList<>(), new ArrayList<>());
            Timepoint primary = evidence.primary();
            columns.status(members, Endpoint.LOOSENING, primary);
            columns.status(members, Endpoint.FUSION, primary);
            for (Timepoint visit : evidence.data().visits()) {
                if (!visit.equals(primary)) {
                    columns.status(members, Endpoint.LOOSENING, visit);
                    columns.status(members, Endpoint.FUSION, visit);
                }
            }
            for (Score score : evidence.data().scores()) {
                columns.score(members, score, primary);
            }
            double[][] rows = Designs.rows(evidence, members);
            int terms = Arrays.stream(rows).mapToInt(row -> row.length).min().orElse(0);
            for (int term = 1; term < terms; term++) {
                int own = term;
                columns.add(Arrays.stream(rows).mapToDouble(row -> row[own]).toArray(), ImputationMethod.MATCHING);
            }
            return columns;
        }

        private void status(List<Subject> members, Endpoint endpoint, Timepoint visit) {
            add(
                    members.stream()
                            .mapToDouble(one -> one.status(endpoint, visit)
                                    .yes()
                                    .map(yes -> yes ? 1.0 : 0.0)
                                    .orElse(Double.NaN))
                            .toArray(),
                    ImputationMethod.LOGISTIC);
        }

        private void score(List<Subject> members, Score score, Timepoint visit) {
            add(
                    members.stream()
                            .mapToDouble(one -> one.score(score.id(), visit)
                                    .map(value -> value.value())
                                    .orElse(Double.NaN))
                            .toArray(),
                    ImputationMethod.MATCHING);
        }

        /** A column beyond the first two that is hardly known says nothing and is left out. */
        private void add(double[] column, ImputationMethod method) {
            long known =
                    Arrays.stream(column).filter(value -> !Double.isNaN(value)).count();
            if (values.size() < 2 || known >= 5) {
                values.add(column);
                methods.add(method);
            }
        }

        Outcome<ChainedEquations> chain() {
            if (values.getFirst().length == 0) {
                return Outcome.none(Shortfall.Cause.EMPTY_CELL, "An arm has nobody");
            }
            return ChainedEquations.of(values.toArray(double[][]::new), methods, ROUNDS);
        }
    }
}
