package org.trabecula.statistics.proportion;

import java.util.OptionalDouble;
import org.trabecula.statistics.estimate.Confidence;
import org.trabecula.statistics.estimate.Interval;

/**
 * Fisher's exact test with all that hangs on it: conditional on the margins, the first cell is hypergeometric. One-sided
 * p-values, four definitions of a two-sided one (they differ, and each is named), and the odds ratio with its limits.
 *
 * <p>When a margin is empty only one table is possible: every p-value is 1 and every interval is [0, infinity].
 *
 * <p>Source: Fisher RA, J R Stat Soc 1935;98:39-82. R: {@code fisher.test}, package exact2x2.
 */
public final class ExactTest {
    private final TwoByTwo table;
    private final OddsRatioSearch search;
    private final int observed;
    private final FirstCell cell;

    private ExactTest(TwoByTwo table, OddsRatioSearch search) {
        this.table = table;
        this.search = search;
        this.observed = table.first().events();
        this.cell = cell(1);
    }

    /** The test of a table, with odds ratios in full precision. */
    public static ExactTest of(TwoByTwo table) {
        return of(table, OddsRatioSearch.FULL_PRECISION);
    }

    /** The test of a table, with odds ratios as {@code search} finds them; p-values do not depend on it. */
    public static ExactTest of(TwoByTwo table, OddsRatioSearch search) {
        return new ExactTest(table, search);
    }

    /** The p-value against "more events in the first group". */
    public double greater() {
        return Math.min(1, cell.atLeast(observed));
    }

    /** The p-value against "fewer events in the first group". */
    public double less() {
        return Math.min(1, cell.atMost(observed));
    }

    /**
     * Two-sided by minimum likelihood: all tables that are no more likely than the observed one, within a factor of
     * 1 + 1e-7. This is what R's {@code fisher.test} and SAS print.
     */
    public double twoSided() {
        return Chances.noMoreLikely(cell.chances(), observed - cell.lowest());
    }

    /** Two-sided by doubling the smaller one-sided p-value; it belongs to the interval of the odds ratio here. */
    public double central() {
        return Math.min(1, 2 * Math.min(greater(), less()));
    }

    /**
     * Two-sided by Blaker's acceptability: all tables whose smaller tail is no larger than that of the observed one.
     * Never above {@link #central()}.
     *
     * <p>Source: Blaker H, Can J Stat 2000;28:783-798.
     */
    public double blaker() {
        double bound = Math.min(cell.atLeast(observed), cell.atMost(observed)) * Chances.SLACK;
        double[] chances = cell.chances();
        double[] above = Chances.upperTails(chances);
        double sum = 0;
        double below = 0;
        for (int i = 0; i < chances.length; i++) {
            below += chances[i];
            if (Math.min(below, above[i]) <= bound) {
                sum += chances[i];
            }
        }
        return Math.min(1, sum);
    }

    /**
     * The mid-p-value against "more events in the first group": the observed table counts by half.
     *
     * <p>Source: Lancaster HO, J Am Stat Assoc 1961;56:223-234.
     */
    public double midPGreater() {
        return greater() - cell.chance(observed) / 2;
    }

    /** The mid-p-value against "fewer events in the first group". */
    public double midPLess() {
        return less() - cell.chance(observed) / 2;
    }

    /** Two-sided mid-p-value: twice the smaller one. */
    public double midPCentral() {
        return Math.min(1, 2 * Math.min(midPGreater(), midPLess()));
    }

    /**
     * The conditional maximum-likelihood estimate of the odds ratio: the one under which the first cell is expected as it
     * was observed. It is 0 or infinite at the edge of what the margins allow, and empty when a margin is empty. It is
     * not the cross-product that {@link OddsRatio} has.
     */
    public OptionalDouble oddsRatio() {
        if (cell.lowest() == cell.highest()) {
            return OptionalDouble.empty();
        }
        if (observed == cell.lowest()) {
            return OptionalDouble.of(0);
        }
        return observed == cell.highest()
                ? OptionalDouble.of(Double.POSITIVE_INFINITY)
                : OptionalDouble.of(
                        search.solved(ratio -> observed - cell(ratio).mean()));
    }

    /**
     * The exact interval of the odds ratio: both tails hold half of 1 - level at their limit.
     *
     * @param level the two-sided confidence level, such as 0.95
     * @throws IllegalArgumentException if {@code level} is not strictly between 0 and 1
     */
    public Interval oddsRatioInterval(double level) {
        return limits(level, 1);
    }

    /**
     * The interval that belongs to the mid-p-value: shorter, with a coverage near its level on average.
     *
     * @param level the two-sided confidence level, such as 0.95
     * @throws IllegalArgumentException if {@code level} is not strictly between 0 and 1
     */
    public Interval midPOddsRatioInterval(double level) {
        return limits(level, 0.5);
    }

    /** @param share how much of the observed table's own probability counts in its tail */
    private Interval limits(double level, double share) {
        double tail = Confidence.tail(level);
        double lower = observed == cell.lowest()
                ? 0
                : search.solved(ratio -> {
                    FirstCell at = cell(ratio);
                    return tail - at.atLeast(observed + 1) - share * at.chance(observed);
                });
        double upper = observed == cell.highest()
                ? Double.POSITIVE_INFINITY
                : search.solved(ratio -> {
                    FirstCell at = cell(ratio);
                    return at.atMost(observed - 1) + share * at.chance(observed) - tail;
                });
        return new Interval(lower, upper);
    }

    private FirstCell cell(double oddsRatio) {
        return FirstCell.of(table.first().total(), table.second().total(), table.events(), oddsRatio);
    }
}
