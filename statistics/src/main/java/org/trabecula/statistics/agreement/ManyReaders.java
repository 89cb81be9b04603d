package org.trabecula.statistics.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall.Cause;

/**
 * How often each subject got each category, and the coefficients made of that.
 *
 * @param counts subjects by categories
 * @param reads how many reads each subject has, at least one
 * @param weight how much categories agree
 */
record ManyReaders(double[][] counts, double[] reads, double[][] weight) {

    static ManyReaders of(int[][] rows, int categories, double[][] weight) {
        double[][] counts = new double[rows.length][categories];
        double[] reads = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int read : rows[i]) {
                if (read >= 0) {
                    counts[i][read]++;
                    reads[i]++;
                }
            }
        }
        return new ManyReaders(counts, reads, weight);
    }

    int size() {
        return counts.length;
    }

    /** How many subjects have two reads or more. */
    int pairs() {
        return (int) Arrays.stream(reads).filter(one -> one >= 2).count();
    }

    ManyReaders withTwoReads() {
        int[] kept = IntStream.range(0, size()).filter(i -> reads[i] >= 2).toArray();
        return new ManyReaders(
                Arrays.stream(kept).mapToObj(i -> counts[i]).toArray(double[][]::new),
                Arrays.stream(kept).mapToDouble(i -> reads[i]).toArray(),
                weight);
    }

    Outcome<Fleiss> fleissNull() {
        int n = size();
        double r = reads[0];
        int k = weight.length;
        double[] p = shares();
        double chance = 0;
        double spread = 0;
        double skew = 0;
        for (double one : p) {
            chance += one * one;
            spread += one * (1 - one);
            skew += one * (1 - one) * (1 - 2 * one);
        }
        if (!(chance < 1 - 1e-12)) {
            return Outcome.none(Cause.EMPTY_CELL, TwoReaders.ONE_CATEGORY);
        }
        var byCategory = new ArrayList<OptionalDouble>();
        for (int category = 0; category < k; category++) {
            double apart = 0;
            for (double[] row : counts) {
                apart += row[category] * (r - row[category]);
            }
            double variance = p[category] * (1 - p[category]);
            byCategory.add(
                    variance > 0
                            ? OptionalDouble.of(1 - apart / (n * r * (r - 1) * variance))
                            : OptionalDouble.empty());
        }
        double error = Math.sqrt(2 * (spread * spread - skew)) / (spread * Math.sqrt(n * r * (r - 1)));
        return Outcome.of(new Fleiss((observed() - chance) / (1 - chance), error, byCategory));
    }

    Outcome<Coefficient> fleiss() {
        double[] p = shares();
        double[] towards = weighted(p);
        double chance = dot(p, towards);
        return corrected(chance, i -> dot(counts[i], towards) / reads[i]);
    }

    Outcome<Coefficient> gwet() {
        double[] p = shares();
        double k = weight.length;
        double factor = k < 2
                ? 0
                : Arrays.stream(weight).flatMapToDouble(Arrays::stream).sum() / (k * (k - 1));
        double[] others = Arrays.stream(p).map(one -> factor * (1 - one)).toArray();
        return k < 2
                ? Outcome.none(Cause.EMPTY_CELL, TwoReaders.ONE_CATEGORY)
                : corrected(dot(p, others), i -> dot(counts[i], others) / reads[i]);
    }

    Outcome<Coefficient> brennanPrediger() {
        double k = weight.length;
        double chance = Arrays.stream(weight).flatMapToDouble(Arrays::stream).sum() / (k * k);
        return corrected(chance, _ -> chance);
    }

    /** Alpha of subjects that all have two reads or more; reads count, not subjects. */
    Outcome<Coefficient> krippendorff() {
        int n = size();
        double mean = Arrays.stream(reads).average().orElseThrow();
        double term = 1 / Arrays.stream(reads).sum();
        double[] p = new double[weight.length];
        double[] seen = new double[n];
        double prime = 0;
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < p.length; k++) {
                p[k] += counts[i][k] / (n * mean);
            }
            seen[i] = pairsAgreeing(i) / (mean * (reads[i] - 1));
            prime += seen[i] / n;
        }
        double[] towards = weighted(p);
        double chance = dot(p, towards);
        if (!(chance < 1 - 1e-12) || n < 2) {
            return Outcome.none(Cause.EMPTY_CELL, TwoReaders.ONE_CATEGORY);
        }
        double observed = (1 - term) * prime + term;
        double plain = (prime - chance) / (1 - chance);
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double more = (reads[i] - mean) / mean;
            double agreement = seen[i] - observed * more - chance;
            double byChance = dot(counts[i], towards) / mean - chance * more - chance;
            double off = (agreement - 2 * (1 - plain) * byChance) / (1 - chance) - plain;
            squares += off * off;
        }
        double error = Math.sqrt(squares / (n * (n - 1.0)));
        return Outcome.of(new Coefficient((observed - chance) / (1 - chance), error, observed, chance, n));
    }

    /** What a subject adds to the agreement by chance. */
    interface Share {
        double of(int subject);
    }

    /** A coefficient and its linearised error: each subject's own agreement less twice its part in that by chance. */
    Outcome<Coefficient> corrected(double chance, Share byChance) {
        if (size() < 2) {
            return Outcome.none(Cause.TOO_FEW, TwoReaders.ONE_SUBJECT);
        }
        if (!(chance < 1 - 1e-12)) {
            return Outcome.none(Cause.EMPTY_CELL, TwoReaders.ONE_CATEGORY);
        }
        int n = size();
        double observed = observed();
        double value = (observed - chance) / (1 - chance);
        double inflation = n / (double) pairs();
        double squares = 0;
        for (int i = 0; i < n; i++) {
            double agreement = reads[i] < 2 ? 0 : pairsAgreeing(i) / (reads[i] * (reads[i] - 1)) - chance;
            double own = inflation * agreement - 2 * (1 - value) * (byChance.of(i) - chance);
            double off = own / (1 - chance) - value;
            squares += off * off;
        }
        return Outcome.of(new Coefficient(value, Math.sqrt(squares / (n * (n - 1.0))), observed, chance, n));
    }

    /** The mean over subjects with two reads of the share of their pairs of reads that agree. */
    double observed() {
        double sum = 0;
        for (int i = 0; i < size(); i++) {
            sum += reads[i] < 2 ? 0 : pairsAgreeing(i) / (reads[i] * (reads[i] - 1));
        }
        return sum / pairs();
    }

    private double pairsAgreeing(int subject) {
        double sum = 0;
        double[] row = counts[subject];
        for (int k = 0; k < row.length; k++) {
            if (row[k] > 0) {
                sum += row[k] * (dot(weight[k], row) - 1);
            }
        }
        return sum;
    }

    private double[] shares() {
        double[] p = new double[weight.length];
        for (int i = 0; i < size(); i++) {
            for (int k = 0; k < p.length; k++) {
                p[k] += counts[i][k] / reads[i] / size();
            }
        }
        return p;
    }

    private double[] weighted(double[] shares) {
        return Arrays.stream(weight).mapToDouble(row -> dot(row, shares)).toArray();
    }

    static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
