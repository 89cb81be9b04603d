package org.trabecula.statistics.censored;

import java.util.Arrays;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall;
import org.trabecula.statistics.estimate.Shortfall.Cause;

/**
 * A curve fitted to the innermost intervals, with what tests and regressions go on to compute from it.
 *
 * @param intervals all innermost intervals
 * @param levels the distribution function at the cuts
 * @param logLikelihood the maximum
 * @param pull for each interval the sum over its subjects of 1/chance, less n
 */
record CurveFit(Innermost intervals, Levels levels, double logLikelihood, double[] pull) {
    /** What counts as the maximum: the bound on the pull, relative to n from a thousand subjects on. */
    private static final double ACCEPTED = 1e-8;

    /** Fits a curve to at least one subject. */
    static Outcome<CurveFit> of(CensoredTimes times) {
        var intervals = Innermost.of(times);
        var patterns = Patterns.of(intervals);
        var likelihood = patterns.likelihood(Law.UNIFORM);
        var ascent = new Ascent(likelihood, patterns.stabbing(intervals.size()));
        ascent.climb();
        double[] pull = pull(patterns, ascent.levels());
        double excess = Arrays.stream(pull).max().orElse(0);
        if (!(excess <= ACCEPTED * Math.max(1, times.size() / 1000.0))) {
            return new Outcome.Missing<>(new Shortfall(
                    Cause.NOT_CONVERGED,
                    "The masses did not settle: an interval still pulls with " + excess + ".",
                    ascent.trace()));
        }
        return Outcome.of(new CurveFit(intervals, ascent.levels(), ascent.value(), pull));
    }

    /** The probability of each interval. */
    double[] mass() {
        double[] mass = new double[intervals.size()];
        for (int j = 0; j < mass.length; j++) {
            mass[j] = levels.at(j + 1) - levels.at(j);
        }
        return mass;
    }

    Turnbull turnbull() {
        double excess = Math.max(0, Arrays.stream(pull).max().orElse(0));
        return new Turnbull(intervals.left(), intervals.right(), mass(), logLikelihood, excess).above(0);
    }

    private static double[] pull(Patterns patterns, Levels levels) {
        double[] change = new double[levels.last() + 1];
        for (int i = 0; i < patterns.low().length; i++) {
            double rate = patterns.weight()[i] / (levels.at(patterns.high()[i]) - levels.at(patterns.low()[i]));
            change[patterns.low()[i]] += rate;
            change[patterns.high()[i]] -= rate;
        }
        double[] pull = new double[levels.last()];
        double sum = -patterns.subjects();
        for (int j = 0; j < pull.length; j++) {
            sum += change[j];
            pull[j] = sum;
        }
        return pull;
    }
}
