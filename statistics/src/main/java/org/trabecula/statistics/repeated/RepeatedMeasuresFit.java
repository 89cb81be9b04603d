package org.trabecula.statistics.repeated;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall.Cause;
import org.trabecula.statistics.matrix.Cholesky;
import org.trabecula.statistics.matrix.Products;

/** A fitted {@link RepeatedMeasuresModel}. The arrays it answers belong to it and are to be read only. */
public final class RepeatedMeasuresFit {
    private final RepeatedMeasures data;
    private final CovarianceStructure structure;
    private final RestrictedLikelihood likelihood;
    private final Curve top;
    private final double[][] parameterCovariance;

    private RepeatedMeasuresFit(
            RepeatedMeasures data,
            CovarianceStructure structure,
            RestrictedLikelihood likelihood,
            Curve top,
            double[][] parameterCovariance) {
        this.data = data;
        this.structure = structure;
        this.likelihood = likelihood;
        this.top = top;
        this.parameterCovariance = parameterCovariance;
    }

    static Outcome<RepeatedMeasuresFit> of(
            RepeatedMeasures data, CovarianceStructure structure, RestrictedLikelihood likelihood, Curve top) {
        return Cholesky.of(top.observed())
                .map(factored ->
                        Outcome.of(new RepeatedMeasuresFit(data, structure, likelihood, top, factored.inverse())))
                .orElseGet(() -> Outcome.none(
                        Cause.SINGULAR, "The information on the covariance parameters is singular at the estimate"));
    }

    /** What was fitted to. */
    public RepeatedMeasures data() {
        return data;
    }

    /** The covariance structure that was asked for. */
    public CovarianceStructure structure() {
        return structure;
    }

    /** The fixed effects, one for each column of the design. */
    public double[] coefficients() {
        return top.point().beta();
    }

    /** The fixed effects' model-based covariance, without allowance for estimated covariances. */
    public double[][] covariance() {
        return top.point().phi();
    }

    /** The fixed effects' model-based standard errors. */
    public double[] standardErrors() {
        double[][] covariance = covariance();
        double[] errors = new double[covariance.length];
        Arrays.setAll(errors, i -> Math.sqrt(covariance[i][i]));
        return errors;
    }

    /** The covariance matrix of the visits, in squared units of the response. */
    public double[][] sigma() {
        return top.point().sigma();
    }

    /** The restricted log-likelihood, with the constant (N - p) / 2 log 2 pi and without the determinant of X'X. */
    public double logLikelihood() {
        return top.point().value();
    }

    /** Akaike's criterion by the restricted likelihood, which counts covariance parameters only; smaller is better. */
    public double akaike() {
        return -2 * logLikelihood() + 2.0 * structure.parameters(data.visits());
    }

    /**
     * The fixed effects with an allowance for covariances having been estimated.
     *
     * @return what can be said of them; missing (SINGULAR) when the correction cannot be computed
     */
    public Outcome<FixedEffects> effects(SmallSample correction) {
        Optional<double[][]> covariance = switch (correction) {
            case SATTERTHWAITE, BETWEEN_WITHIN -> Optional.of(covariance());
            case KENWARD_ROGER_LINEAR -> kenwardRoger().covariance(false);
            case KENWARD_ROGER -> kenwardRoger().covariance(true);
        };
        return covariance
                .map(own -> Outcome.of(new FixedEffects(this, correction, own)))
                .orElseGet(() -> Outcome.none(
                        Cause.SINGULAR, "The covariance of the covariance parameters is singular at the estimate"));
    }

    /**
     * One subject's responses with each missing one replaced by its expectation given those that were seen, which is how
     * the model itself understands what is missing at random.
     *
     * @param rows the subject's design rows, one for each visit
     * @param seen the subject's responses, one for each visit, NaN where missing
     * @return all responses, those seen unchanged
     * @throws IllegalArgumentException if there are not as many rows and responses as visits
     */
    public double[] completed(double[][] rows, double[] seen) {
        int visits = data.visits();
        if (rows.length != visits || seen.length != visits) {
            throw new IllegalArgumentException(
                    "There are " + visits + " visits, but " + rows.length + " rows and " + seen.length + " responses");
        }
        double[] means = Products.times(rows, coefficients());
        int[] known = IntStream.range(0, visits)
                .filter(visit -> !Double.isNaN(seen[visit]))
                .toArray();
        double[][] part = new double[known.length][known.length];
        double[] pull = new double[known.length];
        for (int i = 0; i < known.length; i++) {
            for (int j = 0; j < known.length; j++) {
                part[i][j] = sigma()[known[i]][known[j]];
            }
            pull[i] = seen[known[i]] - means[known[i]];
        }
        Cholesky.of(part).orElseThrow().solve(pull);
        double[] full = seen.clone();
        for (int visit = 0; visit < visits; visit++) {
            if (Double.isNaN(seen[visit])) {
                full[visit] = means[visit];
                for (int i = 0; i < known.length; i++) {
                    full[visit] += sigma()[visit][known[i]] * pull[i];
                }
            }
        }
        return full;
    }

    private KenwardRoger kenwardRoger() {
        return new KenwardRoger(likelihood, top, parameterCovariance);
    }

    /** 2 v^2 / (g'Wg), with g from d phi / dt = phi (X'V^-1 V_a V^-1 X) phi. */
    double satterthwaite(double[] weights) {
        double[] turned = Products.times(covariance(), weights);
        double variance = Products.dot(weights, turned);
        double[] slopes = new double[parameterCovariance.length];
        Arrays.setAll(slopes, a -> Products.quadratic(turned, top.informationSlopes()[a]));
        return 2 * variance * variance / Products.quadratic(slopes, parameterCovariance);
    }
}
