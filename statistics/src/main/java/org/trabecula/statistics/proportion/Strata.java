package org.trabecula.statistics.proportion;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.trabecula.statistics.estimate.Confidence;
import org.trabecula.statistics.estimate.Estimate;
import org.trabecula.statistics.estimate.Interval;
import org.trabecula.statistics.solve.Root;

/**
 * The same comparison of two groups in several strata (sites, age bands), each with its own table. A stratum with an
 * empty group says nothing about a difference and drops out of each result by itself.
 *
 * @param tables one table for each stratum; their order does not matter
 */
public record Strata(List<TwoByTwo> tables) {
    public Strata {
        tables = List.copyOf(tables);
    }

    /**
     * The Cochran-Mantel-Haenszel test without continuity correction: the sum of first cells against its hypergeometric
     * expectation. R: {@code mantelhaen.test(correct = FALSE)}.
     *
     * <p>Source: Mantel N, Haenszel W, J Natl Cancer Inst 1959;22:719-748.
     *
     * @return the test on one degree of freedom; empty when every stratum has an empty margin
     */
    public Optional<ChiSquare> mantelHaenszel() {
        return StratifiedTests.mantelHaenszel(tables, 0);
    }

    /**
     * The same test with the continuity correction of a half, which is left out when the distance is smaller than that,
     * as R does. R: {@code mantelhaen.test(correct = TRUE)}.
     *
     * @return the test on one degree of freedom; empty when every stratum has an empty margin
     */
    public Optional<ChiSquare> mantelHaenszelCorrected() {
        return StratifiedTests.mantelHaenszel(tables, 0.5);
    }

    /**
     * The exact conditional test of a common odds ratio of 1, two-sided by minimum likelihood. R:
     * {@code mantelhaen.test(exact = TRUE)}.
     *
     * @return the p-value; 1 when every stratum has an empty margin, since then nothing else was possible
     */
    public double exact() {
        return StratifiedTests.exact(tables);
    }

    /**
     * The Mantel-Haenszel odds ratio, with the standard error of its logarithm by Robins, Breslow and Greenland.
     *
     * <p>Source: Mantel and Haenszel 1959; Robins J, Breslow N, Greenland S, Biometrics 1986;42:311-323.
     *
     * @return the estimate; empty when it would be 0, infinite or undefined
     */
    public Optional<Estimate> oddsRatio() {
        return MantelHaenszel.oddsRatio(tables);
    }

    /**
     * The Mantel-Haenszel risk difference, with the standard error by Sato, which holds for few large and for many small
     * strata.
     *
     * <p>Source: Greenland S, Robins JM, Biometrics 1985;41:55-68; Sato T, Biometrics 1989;45:1323-1324.
     *
     * @return the estimate; empty without a stratum that has both groups
     */
    public Optional<Estimate> riskDifference() {
        return MantelHaenszel.riskDifference(tables);
    }

    /**
     * The Mantel-Haenszel risk ratio, with the standard error of its logarithm by Greenland and Robins.
     *
     * <p>Source: Greenland S, Robins JM, Biometrics 1985;41:55-68.
     *
     * @return the estimate; empty when it would be 0, infinite or undefined
     */
    public Optional<Estimate> riskRatio() {
        return MantelHaenszel.riskRatio(tables);
    }

    /**
     * The score interval of a common risk difference with Mantel-Haenszel weights n1 n2/(n1 + n2), and in each stratum
     * the Miettinen-Nurminen variance at the restricted rates.
     *
     * <p>Source: Miettinen O, Nurminen M, Stat Med 1985;4:213-226, with fixed weights in place of their iterated
     * ones. R: {@code ratesci::scoreci(stratified = TRUE, weighting = "MH", skew = FALSE)}.
     *
     * @param level the two-sided confidence level, such as 0.95
     * @return the interval; empty without a stratum that has both groups
     * @throws IllegalArgumentException if {@code level} is not strictly between 0 and 1
     */
    public Optional<Interval> miettinenNurminen(double level) {
        double bound = Confidence.deviate(level);
        var usable = tables.stream().filter(TwoByTwo::bothObserved).toList();
        if (usable.isEmpty()) {
            return Optional.empty();
        }
        double estimate = Math.clamp(MantelHaenszel.difference(usable), -1, 1);
        DoubleUnaryOperator z = delta -> StratifiedTests.score(usable, delta);
        double lower = estimate == -1 ? -1 : Root.between(d -> z.applyAsDouble(d) - bound, -1, estimate);
        double upper = estimate == 1 ? 1 : Root.between(d -> z.applyAsDouble(d) + bound, estimate, 1);
        return Optional.of(new Interval(lower, upper));
    }

    /**
     * The Breslow-Day test of one odds ratio for all strata, at the Mantel-Haenszel estimate, without Tarone's term.
     *
     * <p>Source: Breslow NE, Day NE, Statistical Methods in Cancer Research I, IARC 1980, section 4.4. R:
     * {@code metafor::rma.mh}.
     *
     * @return the test, one degree of freedom fewer than strata without an empty margin; empty with fewer than two of
     *     those or without an odds ratio
     */
    public Optional<ChiSquare> breslowDay() {
        return StratifiedTests.homogeneity(tables, false);
    }

    /**
     * The Breslow-Day test with Tarone's term, which makes the statistic exactly chi-square in large samples.
     *
     * <p>Source: Tarone RE, Biometrika 1985;72:91-95.
     *
     * @return the test; empty as in {@link #breslowDay()}
     */
    public Optional<ChiSquare> tarone() {
        return StratifiedTests.homogeneity(tables, true);
    }
}
