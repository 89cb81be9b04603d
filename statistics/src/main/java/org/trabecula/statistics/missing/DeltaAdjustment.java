package org.trabecula.statistics.missing;

import java.util.stream.IntStream;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.regression.LinearFit;
import org.trabecula.statistics.regression.LinearRegression;
import org.trabecula.statistics.repeated.CovarianceStructure;
import org.trabecula.statistics.repeated.RepeatedMeasures;
import org.trabecula.statistics.repeated.RepeatedMeasuresFit;
import org.trabecula.statistics.repeated.RepeatedMeasuresModel;

/**
 * Conditional mean imputation of repeated measurements as if missing at random, with a penalty delta added to what was
 * imputed for the treated at the last visit, and an analysis of covariance there.
 *
 * <p>The imputation model is response ~ baseline x visit + arm x visit with an unstructured covariance, by restricted
 * likelihood; a missing response becomes its expectation given the subject's seen ones. Only the effect comes out: its
 * error needs the jackknife or the bootstrap of the whole procedure.
 *
 * <p>Source: Wolbers M, Noci A, Delmar P, Gower-Page C, Yiu S, Bartlett JW, Pharm Stat 2022;21:1246-1257. R: {@code
 * rbmi::method_condmean}.
 */
public final class DeltaAdjustment {
    private final Subjects subjects;
    private final double[][] completed;
    private final double logLikelihood;

    /**
     * What is known of the subjects.
     *
     * @param treated each subject's arm
     * @param baseline each subject's response before treatment
     * @param responses a row of responses for each subject, one for each visit in the order of time, NaN where missing
     */
    public record Subjects(boolean[] treated, double[] baseline, double[][] responses) {
        /** @throws IllegalArgumentException if lengths differ, there is no visit, or a baseline is not finite */
        public Subjects {
            int size = treated.length;
            if (baseline.length != size || responses.length != size) {
                throw new IllegalArgumentException(
                        "Each subject has an arm, a baseline and a row of responses, but there" + " are " + size + ", "
                                + baseline.length + " and " + responses.length);
            }
            for (int subject = 0; subject < size; subject++) {
                if (responses[subject].length != responses[0].length || responses[subject].length == 0) {
                    throw new IllegalArgumentException("Each subject has a response for each visit, at least one, but"
                            + " subject " + subject + " has " + responses[subject].length);
                }
                if (!Double.isFinite(baseline[subject])) {
                    throw new IllegalArgumentException(
                            "A baseline is finite, but that of subject " + subject + " is " + baseline[subject]);
                }
            }
        }

        int visits() {
            return responses.length == 0 ? 0 : responses[0].length;
        }

        /** Intercept, baseline, arm; then indicator, baseline and arm for each visit but the first. */
        double[] row(int subject, int visit) {
            double[] row = new double[3 * visits()];
            double arm = treated[subject] ? 1 : 0;
            double[] own = {1, baseline[subject], arm};
            System.arraycopy(own, 0, row, 0, 3);
            if (visit > 0) {
                System.arraycopy(own, 0, row, 3 * visit, 3);
            }
            return row;
        }
    }

    private DeltaAdjustment(Subjects subjects, double[][] completed, double logLikelihood) {
        this.subjects = subjects;
        this.completed = completed;
        this.logLikelihood = logLikelihood;
    }

    /**
     * Fits the model and imputes.
     *
     * @return the completed data; a shortfall as the model says when it cannot be fitted
     */
    public static Outcome<DeltaAdjustment> of(Subjects subjects) {
        int visits = subjects.visits();
        int[][] seen = IntStream.range(0, subjects.treated.length)
                .boxed()
                .flatMap(subject -> IntStream.range(0, visits)
                        .filter(visit -> !Double.isNaN(subjects.responses[subject][visit]))
                        .mapToObj(visit -> new int[] {subject, visit}))
                .toArray(int[][]::new);
        double[] response = new double[seen.length];
        double[][] design = new double[seen.length][];
        int[] subject = new int[seen.length];
        int[] visit = new int[seen.length];
        for (int row = 0; row < seen.length; row++) {
            subject[row] = seen[row][0];
            visit[row] = seen[row][1];
            response[row] = subjects.responses[subject[row]][visit[row]];
            design[row] = subjects.row(subject[row], visit[row]);
        }
        return RepeatedMeasuresModel.fit(
                        new RepeatedMeasures(response, design, subject, visit, visits),
                        CovarianceStructure.UNSTRUCTURED)
                .map(fit -> new DeltaAdjustment(subjects, completed(subjects, fit), fit.logLikelihood()));
    }

    private static double[][] completed(Subjects subjects, RepeatedMeasuresFit fit) {
        return IntStream.range(0, subjects.treated.length)
                .mapToObj(subject -> fit.completed(
                        IntStream.range(0, subjects.visits())
                                .mapToObj(visit -> subjects.row(subject, visit))
                                .toArray(double[][]::new),
                        subjects.responses[subject]))
                .toArray(double[][]::new);
    }

    /** All responses, those seen unchanged, before any delta. */
    public double[][] completed() {
        return completed;
    }

    /** The restricted log-likelihood of the imputation model. */
    public double logLikelihood() {
        return logLikelihood;
    }

    /**
     * The arm's effect at a visit, adjusted for baseline.
     *
     * @param visit which, from 0
     * @param delta what is added to each imputed response of the treated at that visit
     * @return the effect; {@code SINGULAR} or {@code TOO_FEW} as the regression says
     */
    public Outcome<Double> effect(int visit, double delta) {
        return effect(visit, delta, 0);
    }

    /**
     * The same with a penalty for either arm.
     *
     * @param treatedDelta what is added to each imputed response of the treated at that visit
     * @param controlDelta the same for the controls
     * @return the effect; {@code SINGULAR} or {@code TOO_FEW} as the regression says
     */
    public Outcome<Double> effect(int visit, double treatedDelta, double controlDelta) {
        int size = completed.length;
        double[][] rows = new double[size][];
        double[] response = new double[size];
        for (int subject = 0; subject < size; subject++) {
            boolean treated = subjects.treated[subject];
            boolean imputed = Double.isNaN(subjects.responses[subject][visit]);
            rows[subject] = new double[] {1, treated ? 1 : 0, subjects.baseline[subject]};
            response[subject] = completed[subject][visit] + (imputed ? treated ? treatedDelta : controlDelta : 0);
        }
        return LinearRegression.fit(rows, response).map(LinearFit::coefficients).map(beta -> beta[1]);
    }
}
