package org.trabecula.statistics.proportion;

import java.util.OptionalDouble;
import org.trabecula.statistics.distribution.Quantile;
import org.trabecula.statistics.estimate.Confidence;
import org.trabecula.statistics.estimate.Interval;

/**
 * So many events among so many: 15 of 148.
 *
 * <p>Nothing observed (a total of 0) is allowed: then there is no rate, and every interval is the whole of [0, 1],
 * because no data rule nothing out.
 *
 * @param events how many had the event
 * @param total how many were looked at
 */
public record Proportion(int events, int total) {
    private static final Interval ANYTHING = new Interval(0, 1);

    /** @throws IllegalArgumentException if a count is negative or there are more events than the total */
    public Proportion {
        if (events < 0 || total < 0) {
            throw new IllegalArgumentException(
                    "A proportion counts from 0 upwards, but it has " + events + " events of " + total);
        }
        if (events > total) {
            throw new IllegalArgumentException(
                    "A proportion has at most as many events as its total, but it has " + events + " of " + total);
        }
    }

    /** Events divided by total, in [0, 1]; empty when nothing was observed. */
    public OptionalDouble rate() {
        return total == 0 ? OptionalDouble.empty() : OptionalDouble.of(share());
    }

    /**
     * The score interval without continuity correction: all p for which |events/total - p| is at most
     * z sqrt(p(1-p)/total).
     *
     * <p>Source: Wilson EB, J Am Stat Assoc 1927;22:209-212. R: {@code prop.test(correct = FALSE)}.
     *
     * @param level the two-sided confidence level, such as 0.95
     * @throws IllegalArgumentException if {@code level} is not strictly between 0 and 1
     */
    public Interval wilson(double level) {
        double z = Confidence.deviate(level);
        if (total == 0) {
            return ANYTHING;
        }
        double square = z * z;
        double centre = 2.0 * events + square;
        double reach = z * Math.sqrt(square + 4.0 * events * (1 - share()));
        double scale = 2 * (total + square);
        // At the edges the limit is exactly 0 or 1, which rounding would miss by one unit in the last place.
        double lower = events == 0 ? 0 : Math.max(0, (centre - reach) / scale);
        double upper = events == total ? 1 : Math.min(1, (centre + reach) / scale);
        return new Interval(lower, upper);
    }

    /**
     * The exact interval: all p that neither one-sided binomial test rejects at half of 1 - level. Never covers
     * less often than its level, and mostly more often.
     *
     * <p>Source: Clopper CJ, Pearson ES, Biometrika 1934;26:404-413. R: {@code binom.test}.
     *
     * @param level the two-sided confidence level, such as 0.95
     * @throws IllegalArgumentException if {@code level} is not strictly between 0 and 1
     */
    public Interval clopperPearson(double level) {
        double tail = Confidence.tail(level);
        double lower = events == 0 ? 0 : Quantile.beta(tail, events, total - events + 1.0);
        double upper = events == total ? 1 : Quantile.betaAbove(tail, events + 1.0, total - events);
        return new Interval(lower, upper);
    }

    /**
     * The score interval with continuity correction, which comes near the exact one.
     *
     * <p>Source: Newcombe RG, Stat Med 1998;17:857-872, method 4. R: {@code prop.test(correct = TRUE)}.
     *
     * @param level the two-sided confidence level, such as 0.95
     * @throws IllegalArgumentException if {@code level} is not strictly between 0 and 1
     */
    public Interval wilsonCorrected(double level) {
        double z = Confidence.deviate(level);
        if (total == 0) {
            return ANYTHING;
        }
        double square = z * z;
        double p = share();
        double scale = 2 * (total + square);
        double centre = 2.0 * events + square;
        double down = z * Math.sqrt(square - 2 - 1.0 / total + 4 * p * (total * (1 - p) + 1));
        double up = z * Math.sqrt(square + 2 - 1.0 / total + 4 * p * (total * (1 - p) - 1));
        double lower = events == 0 ? 0 : Math.max(0, (centre - 1 - down) / scale);
        double upper = events == total ? 1 : Math.min(1, (centre + 1 + up) / scale);
        return new Interval(lower, upper);
    }

    /**
     * Wald's interval around the centre of Wilson's, with the total and the events that this centre implies. Its limits
     * may lie outside [0, 1] and are not cut off here.
     *
     * <p>Source: Agresti A, Coull BA, Am Stat 1998;52:119-126, in the form that adds half of z squared to events
     * and non-events.
     *
     * @param level the two-sided confidence level, such as 0.95
     * @throws IllegalArgumentException if {@code level} is not strictly between 0 and 1
     */
    public Interval agrestiCoull(double level) {
        double z = Confidence.deviate(level);
        double size = total + z * z;
        double centre = (events + z * z / 2) / size;
        double reach = z * Math.sqrt(centre * (1 - centre) / size);
        return new Interval(centre - reach, centre + reach);
    }

    /**
     * The equal-tailed posterior interval under Jeffreys' prior, Beta(1/2, 1/2); the lower limit is 0 without events and
     * the upper limit 1 without non-events.
     *
     * <p>Source: Brown LD, Cai TT, DasGupta A, Stat Sci 2001;16:101-133, with their limits at the edges.
     *
     * @param level the two-sided confidence level, such as 0.95
     * @throws IllegalArgumentException if {@code level} is not strictly between 0 and 1
     */
    public Interval jeffreys(double level) {
        double tail = Confidence.tail(level);
        double a = events + 0.5;
        double b = total - events + 0.5;
        double lower = events == 0 ? 0 : Quantile.beta(tail, a, b);
        double upper = events == total ? 1 : Quantile.betaAbove(tail, a, b);
        return new Interval(lower, upper);
    }

    /**
     * The textbook interval, rate plus or minus z standard errors. Kept for comparison with old reports: it covers too
     * seldom, has no width at 0 and 1, and its limits may lie outside [0, 1], where they are not cut off.
     *
     * @param level the two-sided confidence level, such as 0.95
     * @throws IllegalArgumentException if {@code level} is not strictly between 0 and 1
     */
    public Interval wald(double level) {
        double z = Confidence.deviate(level);
        if (total == 0) {
            return ANYTHING;
        }
        double reach = z * Math.sqrt(variance());
        return new Interval(share() - reach, share() + reach);
    }

    /** How many did not have the event. */
    int others() {
        return total - events;
    }

    /** The estimated variance of the rate; only for a total above 0. */
    double variance() {
        return share() * (1 - share()) / total;
    }

    /** The rate where there is one; only for a total above 0. */
    double share() {
        return (double) events / total;
    }
}
