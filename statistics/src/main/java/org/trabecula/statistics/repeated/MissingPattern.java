package org.trabecula.statistics.repeated;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trabecula.statistics.matrix.Products;

/**
 * All subjects who were seen at the same visits. What the likelihood asks of their data are sums of products alone, so
 * its cost depends on the number of patterns and not on the number of subjects.
 *
 * <p>With z the covariates and, last, the response of a row, the products for visits u and v of the pattern are the sum
 * over subjects of z(u) z(v)' (u = v) or of z(u) z(v)' + z(v) z(u)' (u before v): symmetric, of which the lower triangle
 * is kept row by row.
 */
final class MissingPattern {
    private final int[] visits;
    private final int width;
    private final double[][] products;
    private int subjects;

    private MissingPattern(int[] visits, int width) {
        this.visits = visits;
        this.width = width;
        this.products = new double[visits.length * (visits.length + 1) / 2][width * (width + 1) / 2];
    }

    /** The patterns of these data, in the order of their first subject. */
    static Collection<MissingPattern> of(RepeatedMeasures data) {
        Map<List<Integer>, MissingPattern> patterns = new LinkedHashMap<>();
        int[] order = data.order();
        for (int from = 0, to; from < order.length; from = to) {
            var visits = new ArrayList<Integer>();
            for (to = from; to < order.length && data.subject()[order[to]] == data.subject()[order[from]]; to++) {
                visits.add(data.visit()[order[to]]);
            }
            patterns.computeIfAbsent(
                            visits,
                            seen -> new MissingPattern(
                                    seen.stream().mapToInt(Integer::intValue).toArray(), data.columns() + 1))
                    .add(data, Arrays.copyOfRange(order, from, to));
        }
        return patterns.values();
    }

    private void add(RepeatedMeasures data, int[] rows) {
        subjects++;
        double[][] z = new double[rows.length][];
        for (int u = 0; u < rows.length; u++) {
            z[u] = Arrays.copyOf(data.design()[rows[u]], width);
            z[u][width - 1] = data.response()[rows[u]];
        }
        for (int v = 0, pair = 0; v < rows.length; v++) {
            for (int u = 0; u < v; u++, pair++) {
                addProducts(products[pair], z[u], z[v]);
            }
            addSquares(products[pair++], z[v]);
        }
    }

    private static void addSquares(double[] sums, double[] one) {
        for (int row = 0, at = 0; row < one.length; row++) {
            double factor = one[row];
            if (factor != 0) {
                for (int column = 0; column <= row; column++) {
                    sums[at + column] += factor * one[column];
                }
            }
            at += row + 1;
        }
    }

    private static void addProducts(double[] sums, double[] one, double[] other) {
        for (int row = 0, at = 0; row < one.length; row++) {
            double factor = one[row];
            double second = other[row];
            if (factor != 0 || second != 0) {
                for (int column = 0; column <= row; column++) {
                    sums[at + column] += factor * other[column] + second * one[column];
                }
            }
            at += row + 1;
        }
    }

    /** Which visits, ascending. */
    int[] visits() {
        return visits;
    }

    /** How many subjects. */
    int subjects() {
        return subjects;
    }

    /** The rows and columns of the pattern's visits. */
    double[][] part(double[][] whole) {
        double[][] part = new double[visits.length][visits.length];
        for (int row = 0; row < visits.length; row++) {
            for (int column = 0; column < visits.length; column++) {
                part[row][column] = whole[visits[row]][visits[column]];
            }
        }
        return part;
    }

    /** Adds the sum over subjects of Z'WZ to {@code sums}, a lower triangle; W is symmetric. */
    void addWeighted(double[][] weights, double[] sums) {
        for (int v = 0, pair = 0; v < visits.length; v++) {
            for (int u = 0; u <= v; u++, pair++) {
                double weight = weights[u][v];
                double[] own = products[pair];
                for (int at = 0; at < sums.length; at++) {
                    sums[at] += weight * own[at];
                }
            }
        }
    }

    /**
     * The sum over subjects of Z F Z', visits by visits.
     *
     * @param form the lower triangle of a symmetric F, its elements off the diagonal doubled
     */
    double[][] between(double[] form) {
        double[][] sums = new double[visits.length][visits.length];
        for (int v = 0, pair = 0; v < visits.length; v++) {
            for (int u = 0; u <= v; u++, pair++) {
                double sum = Products.dot(form, products[pair], form.length);
                sums[u][v] = u == v ? sum : sum / 2;
                sums[v][u] = sums[u][v];
            }
        }
        return sums;
    }
}
