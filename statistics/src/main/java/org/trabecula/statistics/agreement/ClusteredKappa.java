package org.trabecula.statistics.agreement;

import org.trabecula.statistics.distribution.Quantile;
import org.trabecula.statistics.estimate.Confidence;
import org.trabecula.statistics.estimate.Interval;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall.Cause;

/**
 * Cohen's kappa, weighted or not, of units that come in clusters, such as screws in participants. Errors that take units
 * for independent are too small here.
 *
 * <p>Source: the delete-one-cluster jackknife and the linearisation of kappa summed by cluster, with the factor
 * K/(K - 1); compare Yang Z, Zhou M, Stat Med 2014;33:1174-1183.
 *
 * @param value kappa
 * @param jackknifeError from leaving out one cluster at a time
 * @param linearisedError from the sums of influences by cluster
 * @param naiveError from the influences as if units were independent
 * @param clusters how many clusters there are
 */
public record ClusteredKappa(
        double value, double jackknifeError, double linearisedError, double naiveError, int clusters) {
    /** A variance of what one unit does to kappa that rounding alone leaves. */
    private static final double NOTHING = 1e-15;

    /** The variance by clusters over the variance of independent units. */
    public double designEffect() {
        double ratio = linearisedError / naiveError;
        return ratio * ratio;
    }

    /** Kappa plus or minus t jackknife errors, K - 1 degrees of freedom, not cut off. */
    public Interval interval(double level) {
        double reach = Quantile.studentT(clusters - 1.0, 1 - Confidence.tail(level)) * jackknifeError;
        return new Interval(value - reach, value + reach);
    }

    /** The interval as far as kappa goes, which is from -1 to 1 with the weights of {@link Weighting} too. */
    public Interval bounded(double level) {
        Interval whole = interval(level);
        return new Interval(Math.clamp(whole.lower(), -1.0, 1.0), Math.clamp(whole.upper(), -1.0, 1.0));
    }

    /**
     * Kappa of two columns of reads.
     *
     * @param first the first reader's categories from 0
     * @param second the second reader's
     * @param cluster each unit's cluster, from 0 without gaps
     * @param categories how many categories there are
     * @param weighting how much two categories agree
     * @return kappa; missing with fewer than two clusters, with all reads in one category, also when a cluster is
     *     left out, and when nothing varies
     */
    public static Outcome<ClusteredKappa> of(
            int[] first, int[] second, int[] cluster, int categories, Weighting weighting) {
        int clusters = 0;
        for (int one : cluster) {
            clusters = Math.max(clusters, one + 1);
        }
        int[][] table = ReaderTable.of(first, second, categories).counts();
        if (clusters < 2) {
            return Outcome.none(
                    Cause.TOO_FEW_CLUSTERS,
                    "An error by clusters needs at least two clusters, but there are " + clusters);
        }
        int[][][] by = new int[clusters][categories][categories];
        for (int i = 0; i < first.length; i++) {
            by[cluster[i]][first[i]][second[i]]++;
        }
        int[][] left = new int[categories][categories];
        double[] without = new double[clusters];
        for (int c = 0; c < clusters; c++) {
            for (int i = 0; i < categories; i++) {
                for (int j = 0; j < categories; j++) {
                    left[i][j] = table[i][j] - by[c][i][j];
                }
            }
            var one = new ReaderTable(left).kappa(weighting);
            if (one.value().isEmpty()) {
                return Outcome.none(
                        Cause.TOO_FEW_CLUSTERS, "Without one of the clusters all reads are in one category");
            }
            without[c] = one.orElseThrow().value();
        }
        var whole = TwoReaders.of(table, first.length, weighting.matrix(categories));
        return whole.kappa().then(kappa -> errors(kappa.value(), whole, by, without));
    }

    private static Outcome<ClusteredKappa> errors(double value, TwoReaders whole, int[][][] by, double[] without) {
        int k = by.length;
        double mean = 0;
        for (double one : without) {
            mean += one / k;
        }
        double jackknife = 0;
        for (double one : without) {
            jackknife += (one - mean) * (one - mean);
        }
        int n = whole.n();
        double[][] influence = whole.influences();
        double squares = 0;
        double naive = 0;
        for (int[][] own : by) {
            double sum = 0;
            for (int i = 0; i < own.length; i++) {
                for (int j = 0; j < own.length; j++) {
                    sum += own[i][j] * influence[i][j];
                    naive += own[i][j] * influence[i][j] * influence[i][j];
                }
            }
            squares += sum * sum;
        }
        if (!(naive > NOTHING * n)) {
            return Outcome.none(Cause.SINGULAR, "No unit moves kappa, which is " + value + " without an error");
        }
        return Outcome.of(new ClusteredKappa(
                value,
                Math.sqrt((k - 1.0) / k * jackknife),
                Math.sqrt(k / (k - 1.0) * squares) / n,
                Math.sqrt(naive) / n,
                k));
    }
}
