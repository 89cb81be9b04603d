package org.trabecula.statistics.resample;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall.Cause;

/**
 * The bootstrap: the statistic of many samples drawn from the sample. Replicate r draws from stream r of the seed, so the
 * result is the same on one thread and on many.
 *
 * <p>Source: Efron B, Tibshirani RJ, An Introduction to the Bootstrap, 1993; Davison AC, Hinkley DV, Bootstrap Methods
 * and their Application, 1997.
 *
 * @param resampling what is drawn together
 * @param statistic the number asked about
 * @param replicates how many samples, at least 2
 * @param seed the key of all chance
 */
public record Bootstrap(Resampling resampling, Statistic statistic, int replicates, long seed) {
    private static final int BATCH = 250;

    public Bootstrap {
        if (replicates < 2) {
            throw new IllegalArgumentException("A bootstrap needs at least two replicates, but has " + replicates);
        }
    }

    /**
     * Draws on this thread.
     *
     * @return the replicates; missing when the sample itself has no such number, or fewer than two draws have
     */
    public Outcome<Replicates> draw() {
        return drawn(false);
    }

    /** The same numbers, drawn on all cores; the statistic must not keep anything between calls. */
    public Outcome<Replicates> drawInParallel() {
        return drawn(true);
    }

    private Outcome<Replicates> drawn(boolean parallel) {
        int[] once = new int[resampling.size()];
        Arrays.fill(once, 1);
        double original = resampling.size() == 0 ? Double.NaN : statistic.of(once);
        if (!Double.isFinite(original)) {
            return Outcome.none(Cause.TOO_FEW, "The sample itself has no such number, so there is none to draw again");
        }
        double[] values = new double[replicates];
        int batches = (replicates + BATCH - 1) / BATCH;
        IntStream all = IntStream.range(0, batches);
        (parallel ? all.parallel() : all)
                .forEach(batch -> fill(values, batch * BATCH, Math.min(replicates, (batch + 1) * BATCH)));
        return Replicates.of(original, values);
    }

    private void fill(double[] values, int from, int to) {
        int[] times = new int[resampling.size()];
        int[] units = new int[resampling.units()];
        for (int r = from; r < to; r++) {
            resampling.draw(times, units, Philox.of(seed, r));
            values[r] = statistic.of(times);
        }
    }

    /**
     * How much each unit moves the statistic, by leaving it out: (n - 1) times the change, n being the units of its
     * stratum. R: {@code boot::empinf(type = "jack")}.
     *
     * @return one number for each unit in the order of their first rows; missing when the statistic of the sample
     *     without a unit is no number
     */
    public Outcome<double[]> influence() {
        int[] times = new int[resampling.size()];
        Arrays.fill(times, 1);
        double original = statistic.of(times);
        double[] influence = new double[resampling.units()];
        for (int[] members : resampling.strata()) {
            for (int unit : members) {
                resampling.without(unit, times);
                influence[unit] = (members.length - 1) * (original - statistic.of(times));
                if (!Double.isFinite(influence[unit])) {
                    return Outcome.none(Cause.TOO_FEW, "Without unit " + (unit + 1) + " the sample has no such number");
                }
            }
        }
        return Outcome.of(influence);
    }

    /**
     * The studentised interval: each replicate's distance from the sample's number in its own standard errors.
     *
     * @param error the standard error of the statistic, of the same sample
     * @return pivots and what they are turned around; missing as {@link #draw}
     */
    public Outcome<Studentised> studentised(Statistic error) {
        int[] once = new int[resampling.size()];
        Arrays.fill(once, 1);
        double original = statistic.of(once);
        double own = error.of(once);
        if (!Double.isFinite(original) || !(own > 0)) {
            return Outcome.none(Cause.TOO_FEW, "The sample has no such number with a standard error above 0");
        }
        Statistic pivot = times -> {
            double spread = error.of(times);
            return spread > 0 ? (statistic.of(times) - original) / spread : Double.NaN;
        };
        double[] values = new double[replicates];
        new Bootstrap(resampling, pivot, replicates, seed).fill(values, 0, replicates);
        return Replicates.of(0, values).map(pivots -> new Studentised(original, own, pivots));
    }
}
