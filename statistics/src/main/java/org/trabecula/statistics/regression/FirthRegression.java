package org.trabecula.statistics.regression;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.trabecula.statistics.estimate.Confidence;
import org.trabecula.statistics.estimate.Interval;
import org.trabecula.statistics.estimate.Outcome;

/**
 * Logistic regression with Firth's penalty, half the logarithm of the information's determinant, which takes the first
 * order bias away and gives finite estimates under separation.
 *
 * <p>Inference is by the profile of the penalised likelihood, whose penalty is that of the whole model; standard errors
 * are from the unpenalised information at the estimate and are printed for comparison only.
 *
 * <p>Source: Firth D, Biometrika 1993;80:27-38; Heinze G, Schemper M, Stat Med 2002;21:2409-2419. R:
 * {@code brglm2::brglmFit(type = "AS_mean")}, {@code logistf::logistf(pl = TRUE)}.
 */
public final class FirthRegression {
    private static final int MOST_STEPS = 100;

    private final Penalised model;
    private final LogisticFit fit;

    private FirthRegression(Penalised model, LogisticFit fit) {
        this.model = model;
        this.fit = fit;
    }

    /**
     * Fits.
     *
     * @param rows n rows of p columns, with a column of ones if an intercept is wanted
     * @param response whether each of the n units has the event
     * @return the model; {@code SINGULAR} for collinear columns, {@code TOO_FEW} without units
     * @throws IllegalArgumentException if lengths differ or a number is not finite
     */
    public static Outcome<FirthRegression> fit(double[][] rows, boolean[] response) {
        int columns = Shapes.columns(rows, response.length);
        var model = new Penalised(rows, response);
        return model.maximum(new double[columns], Penalised.NOTHING).map(beta -> {
            double[] fitted = new double[rows.length];
            Arrays.setAll(fitted, unit -> LogisticFit.probability(rows[unit], beta));
            return new FirthRegression(
                    model, new LogisticFit(beta, model.covariance(beta), fitted, model.logLikelihood(beta)));
        });
    }

    /** The estimate; its {@code logLikelihood} is the penalised one. */
    public LogisticFit estimate() {
        return fit;
    }

    /**
     * All values of a coefficient that the penalised likelihood ratio test does not reject.
     *
     * @param column which coefficient, from 0
     * @param level the two-sided confidence level, such as 0.95
     * @return the interval; {@code NOT_CONVERGED} if a limit is not found
     * @throws IllegalArgumentException if {@code level} is not strictly between 0 and 1
     */
    public Outcome<Interval> interval(int column, double level) {
        double z = Confidence.deviate(level);
        return limit(column, z * z, -z).then(lower -> limit(column, z * z, z).map(upper -> new Interval(lower, upper)));
    }

    /** The penalised likelihood ratio test of one coefficient against 0, on one degree of freedom. */
    public Outcome<RatioTest> test(int column) {
        return profile(column, 0, fit.coefficients()).map(at -> new RatioTest(Math.max(0, at.fall())));
    }

    /**
     * A likelihood ratio test on one degree of freedom.
     *
     * @param statistic twice the fall of the log-likelihood
     */
    public record RatioTest(double statistic) {

        /** The chance of a larger statistic when the coefficient is 0. */
        public double p() {
            return ChiSquaredDistribution.of(1).survivalProbability(statistic);
        }
    }

    /** Where the profile has fallen by {@code drop}: Newton's method between a point inside and one outside. */
    private Outcome<Double> limit(int column, double drop, double direction) {
        double inside = fit.coefficients()[column];
        double outside = Double.POSITIVE_INFINITY * direction;
        double value = inside + direction * Math.sqrt(fit.covariance()[column][column]);
        double[] start = fit.coefficients();
        for (int step = 0; step < MOST_STEPS; step++) {
            Outcome<Profile> outcome = profile(column, value, start);
            if (!(outcome instanceof Outcome.Found<Profile>(Profile at))) {
                return outcome.map(Profile::fall);
            }
            double excess = at.fall() - drop;
            if (excess > 0) {
                outside = value;
            } else {
                inside = value;
                start = at.beta();
            }
            double next = value - excess / at.slope();
            double low = Math.min(inside, outside);
            double high = Math.max(inside, outside);
            if (!(next > low && next < high)) {
                next = Double.isInfinite(outside) ? value + 2 * (value - fit.coefficients()[column]) : (low + high) / 2;
            }
            if (Math.abs(excess) < 1e-11 * drop || Math.abs(next - value) < 1e-13 * Math.abs(value)) {
                return Outcome.of(value);
            }
            value = next;
        }
        return Penalised.notConverged("a limit of the profile was not found");
    }

    private Outcome<Profile> profile(int column, double value, double[] start) {
        double[] beta = start.clone();
        beta[column] = value;
        return model.maximum(beta, column)
                .map(best -> new Profile(
                        best, 2 * (fit.logLikelihood() - model.logLikelihood(best)), -2 * model.slope(best, column)));
    }

    /** The other coefficients at their best, how far twice the likelihood falls there, and that fall's slope. */
    private record Profile(double[] beta, double fall, double slope) {}
}
