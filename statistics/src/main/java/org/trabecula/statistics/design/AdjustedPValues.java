package org.trabecula.statistics.design;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * P-values of a family, each made so large that it may be compared with the family's level. All answers are in the order
 * given.
 *
 * <p>R: {@code p.adjust}.
 */
public final class AdjustedPValues {
    private final double[] values;
    private final int[] order;

    private AdjustedPValues(double[] values) {
        this.values = values;
        this.order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /**
     * A family.
     *
     * @param p its p-values; copied
     * @throws IllegalArgumentException if one is not in [0, 1]
     */
    public static AdjustedPValues of(double... p) {
        for (double one : p) {
            if (!(one >= 0 && one <= 1)) {
                throw new IllegalArgumentException("A p-value lies between 0 and 1, but one is " + one);
            }
        }
        return new AdjustedPValues(p.clone());
    }

    /** Times the size of the family. */
    public double[] bonferroni() {
        return Arrays.stream(values).map(p -> Math.min(1, p * values.length)).toArray();
    }

    /** Step down. Source: Holm S, Scand J Stat 1979;6:65-70. */
    public double[] holm() {
        double[] adjusted = new double[values.length];
        double largest = 0;
        for (int rank = 0; rank < order.length; rank++) {
            largest = Math.max(largest, (order.length - rank) * values[order[rank]]);
            adjusted[order[rank]] = Math.min(1, largest);
        }
        return adjusted;
    }

    /** Step up. Source: Hochberg Y, Biometrika 1988;75:800-802. */
    public double[] hochberg() {
        return upward(rank -> order.length - rank);
    }

    /** False discovery rate. Source: Benjamini Y, Hochberg Y, J R Stat Soc B 1995;57:289-300. */
    public double[] benjaminiHochberg() {
        return upward(rank -> order.length / (rank + 1.0));
    }

    /** False discovery rate under any dependence. Source: Benjamini Y, Yekutieli D, Ann Stat 2001;29:1165-1188. */
    public double[] benjaminiYekutieli() {
        double sum =
                IntStream.rangeClosed(1, order.length).mapToDouble(i -> 1.0 / i).sum();
        return upward(rank -> sum * order.length / (rank + 1.0));
    }

    /**
     * The closed test with Simes' for each intersection. Source: Hommel G, Biometrika 1988;75:383-386; the algorithm:
     * Wright SP, Biometrics 1992;48:1005-1013, appendix.
     */
    public double[] hommel() {
        int n = order.length;
        double[] sorted = Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
        double all = IntStream.range(0, n)
                .mapToDouble(i -> n * sorted[i] / (i + 1))
                .min()
                .orElse(1);
        double[] adjusted = new double[n];
        Arrays.fill(adjusted, all);
        for (int size = n - 1; size > 1; size--) {
            int rest = n - size + 1;
            double bound = Double.POSITIVE_INFINITY;
            for (int i = rest; i < n; i++) {
                bound = Math.min(bound, size * sorted[i] / (i - rest + 2));
            }
            double shared = Math.min(size * sorted[rest - 1], bound);
            for (int i = 0; i < n; i++) {
                adjusted[i] = Math.max(adjusted[i], i < rest ? Math.min(size * sorted[i], bound) : shared);
            }
        }
        double[] result = new double[n];
        for (int rank = 0; rank < n; rank++) {
            result[order[rank]] = Math.max(adjusted[rank], sorted[rank]);
        }
        return result;
    }

    private interface Factor {
        double at(int rank);
    }

    private double[] upward(Factor factor) {
        double[] adjusted = new double[values.length];
        double smallest = 1;
        for (int rank = order.length - 1; rank >= 0; rank--) {
            smallest = Math.min(smallest, factor.at(rank) * values[order[rank]]);
            adjusted[order[rank]] = smallest;
        }
        return adjusted;
    }
}
