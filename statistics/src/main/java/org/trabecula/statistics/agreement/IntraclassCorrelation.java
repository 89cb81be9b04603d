package org.trabecula.statistics.agreement;

import org.apache.commons.statistics.distribution.FDistribution;
import org.trabecula.statistics.distribution.Quantile;
import org.trabecula.statistics.estimate.Confidence;
import org.trabecula.statistics.estimate.Interval;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall.Cause;

/**
 * How much of the variance of measurements lies between subjects, when the same readers measured all of them. The mean
 * squares are those of the two-way analysis of variance; {@link Form} says which share of them is meant.
 *
 * <p>Source: McGraw KO, Wong SP, Psychol Methods 1996;1:30-46, tables 4 and 7 (with the correction of 1996;1:390); the
 * notation of Shrout PE, Fleiss JL, Psychol Bull 1979;86:420-428 stands beside it. The interval for absolute agreement has
 * Satterthwaite's degrees of freedom at the estimate of the form itself. R: {@code irr::icc}.
 *
 * @param subjects how many subjects
 * @param readers how many readers
 * @param rows mean square between subjects
 * @param columns mean square between readers
 * @param error residual mean square
 * @param within mean square within subjects
 */
public record IntraclassCorrelation(
        int subjects, int readers, double rows, double columns, double error, double within) {

    /** Which intraclass correlation. */
    public enum Form {
        /** One-way, a single measurement: ICC(1), Shrout-Fleiss ICC(1,1). */
        ONE_WAY,
        /** Two-way, absolute agreement, a single measurement: ICC(A,1), ICC(2,1). */
        AGREEMENT,
        /** Two-way, consistency, a single measurement: ICC(C,1), ICC(3,1). */
        CONSISTENCY,
        /** One-way, the mean of all readers: ICC(k), ICC(1,k). */
        ONE_WAY_MEAN,
        /** Absolute agreement of the mean of all readers: ICC(A,k), ICC(2,k). */
        AGREEMENT_MEAN,
        /** Consistency of the mean of all readers: ICC(C,k), ICC(3,k). */
        CONSISTENCY_MEAN
    }

    /**
     * One form with its interval and the test that subjects do not differ.
     *
     * @param value the correlation
     * @param interval its confidence interval
     * @param f the statistic
     * @param numerator its degrees of freedom
     * @param denominator its other degrees of freedom, not necessarily whole
     */
    public record Result(double value, Interval interval, double f, double numerator, double denominator) {
        /** The probability of a larger F if subjects did not differ. */
        public double p() {
            return FDistribution.of(numerator, denominator).survivalProbability(f);
        }
    }

    /**
     * The analysis of measurements.
     *
     * @param measured a row for each subject, a column for each reader, none missing; not changed
     * @return the mean squares; missing with fewer than two subjects, or when nothing varies within subjects
     * @throws IllegalArgumentException if rows differ in length, there are fewer than two readers, or a number is not
     *     finite
     */
    public static Outcome<IntraclassCorrelation> of(double[][] measured) {
        int n = measured.length;
        int k = n == 0 ? 2 : measured[0].length;
        double mean = 0;
        for (double[] row : measured) {
            if (row.length != k || k < 2) {
                throw new IllegalArgumentException("An intraclass correlation needs the same two or more readers for"
                        + " every subject, but a subject has " + row.length);
            }
            for (double one : row) {
                if (!Double.isFinite(one)) {
                    throw new IllegalArgumentException("A measurement is a finite number, but one is " + one);
                }
                mean += one / ((double) n * k);
            }
        }
        if (n < 2) {
            return Outcome.none(Cause.TOO_FEW, "An intraclass correlation needs at least two subjects");
        }
        double rows = 0;
        double within = 0;
        double[] byReader = new double[k];
        for (double[] row : measured) {
            double own = 0;
            for (int j = 0; j < k; j++) {
                own += row[j] / k;
                byReader[j] += (row[j] - mean) / n;
            }
            rows += k * (own - mean) * (own - mean);
            for (double one : row) {
                within += (one - own) * (one - own);
            }
        }
        double columns = 0;
        for (double one : byReader) {
            columns += n * one * one;
        }
        double rest = Math.max(0, within - columns);
        // A sum of squares that is only the rounding of the measurements is nothing.
        if (within <= 1e-24 * n * k * mean * mean || rest <= 1e-14 * (rows + columns)) {
            return Outcome.none(
                    Cause.SINGULAR, "The readers differ by constants only, so no residual variance is left");
        }
        return Outcome.of(new IntraclassCorrelation(
                n, k, rows / (n - 1), columns / (k - 1), rest / ((n - 1.0) * (k - 1)), within / (n * (k - 1.0))));
    }

    /** The standard error of a measurement by any reader, in the unit of the measurements. */
    public double agreementError() {
        return Math.sqrt(Math.max(0, columns - error) / subjects + error);
    }

    /** The standard error of a measurement, readers' constant differences aside. */
    public double consistencyError() {
        return Math.sqrt(error);
    }

    /**
     * One form.
     *
     * @param level the two-sided confidence level of the interval, such as 0.95
     */
    public Result form(Form form, double level) {
        double tail = Confidence.tail(level);
        return switch (form) {
            case ONE_WAY, ONE_WAY_MEAN -> ratio(within, subjects * (readers - 1.0), tail, form == Form.ONE_WAY);
            case CONSISTENCY, CONSISTENCY_MEAN ->
                ratio(error, (subjects - 1.0) * (readers - 1), tail, form == Form.CONSISTENCY);
            case AGREEMENT -> agreement(tail);
            case AGREEMENT_MEAN -> agreementOfMean(tail);
        };
    }

    private Result ratio(double residual, double degrees, double tail, boolean single) {
        double between = subjects - 1.0;
        double f = rows / residual;
        double low = f / Quantile.f(between, degrees, 1 - tail);
        double high = f * Quantile.f(degrees, between, 1 - tail);
        return new Result(share(f, single), new Interval(share(low, single), share(high, single)), f, between, degrees);
    }

    private double share(double f, boolean single) {
        return single ? (f - 1) / (f + readers - 1) : 1 - 1 / f;
    }

    private Result agreement(double tail) {
        double n = subjects;
        double k = readers;
        double value = (rows - error) / (rows + (k - 1) * error + k / n * (columns - error));
        double degrees = degrees(value);
        double low = Quantile.f(n - 1, degrees, 1 - tail);
        double high = Quantile.f(degrees, n - 1, 1 - tail);
        double rest = k * columns + (k * n - k - n) * error;
        return new Result(
                value,
                new Interval(
                        n * (rows - low * error) / (low * rest + n * rows),
                        n * (high * rows - error) / (rest + n * high * rows)),
                rows / error,
                n - 1,
                degrees);
    }

    private Result agreementOfMean(double tail) {
        double n = subjects;
        double value = (rows - error) / (rows + (columns - error) / n);
        double degrees = degrees(value);
        double low = Quantile.f(n - 1, degrees, 1 - tail);
        double high = Quantile.f(degrees, n - 1, 1 - tail);
        return new Result(
                value,
                new Interval(
                        n * (rows - low * error) / (low * (columns - error) + n * rows),
                        n * (high * rows - error) / (columns - error + n * high * rows)),
                rows / error,
                n - 1,
                degrees);
    }

    /** Satterthwaite's degrees of freedom of the mixture of mean squares that the estimate gives. */
    private double degrees(double value) {
        double n = subjects;
        double k = readers;
        double a = k * value / (n * (1 - value)) * columns;
        double b = (1 + k * value * (n - 1) / (n * (1 - value))) * error;
        return (a + b) * (a + b) / (a * a / (k - 1) + b * b / ((n - 1) * (k - 1)));
    }
}
