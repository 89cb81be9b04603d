package org.trabecula.statistics.censored;

import org.trabecula.statistics.matrix.Cholesky;

/**
 * The step to the top of a quadratic hill over the cone in which levels do not decrease. Where the straight way to the
 * top makes two neighbouring levels meet, they are held together and the way goes on without the difference between
 * them. Levels that were joined are not parted within the step; that is left to the next.
 */
final class ConeStep {
    private static final double RIDGE = 1e-9;
    private static final double MOST_RIDGE = 1e3;
    private final int blocks;
    private final int size;
    private final double[] curvature;
    private final double[] gradient;
    private final double[] point;
    private final int[] group;

    /**
     * @param levels where to start, not decreasing
     * @param coefficients how many free numbers come after the levels in the gradient
     * @param curvature minus the second derivatives: lower triangle, row by row
     * @param gradient the first derivatives, levels first; it is used up
     */
    ConeStep(Levels levels, int coefficients, double[] curvature, double[] gradient) {
        this.blocks = levels.blocks();
        this.size = blocks + coefficients;
        this.curvature = curvature;
        this.gradient = gradient;
        this.point = new double[size];
        this.group = new int[size];
        for (int b = 0; b < size; b++) {
            point[b] = b < blocks ? levels.value(b) : 0;
            group[b] = b;
        }
    }

    /** The levels, then how far to change each coefficient. */
    double[] point() {
        return point;
    }

    /** Blocks with the same number met; numbers count up from 0. */
    int[] group() {
        return group;
    }

    /** Walks. */
    void take() {
        boolean arrived = false;
        while (!arrived) {
            double[] way = way();
            double reach = reach(way);
            advance(way, Math.min(1, reach));
            arrived = reach >= 1;
        }
    }

    private double[] way() {
        int groups = group[size - 1] + 1;
        double[] right = new double[groups];
        double[] reduced = new double[groups * groups];
        for (int row = 0; row < size; row++) {
            right[group[row]] += gradient[row];
            int to = group[row] * groups;
            for (int column = 0; column < row; column++) {
                double element = curvature[row * size + column];
                reduced[to + group[column]] += group[column] == group[row] ? 2 * element : element;
            }
            reduced[to + group[row]] += curvature[row * size + row];
        }
        var factored = Cholesky.ofSize(groups);
        double ridge = RIDGE;
        while (!factored.factor(reduced)) {
            if (ridge > MOST_RIDGE) {
                return new double[size];
            }
            // Levels that no other level nor an end holds in place: the likelihood does not know where they are.
            for (int g = 0; g < groups; g++) {
                reduced[g * groups + g] += ridge * (Math.abs(reduced[g * groups + g]) + Double.MIN_NORMAL);
            }
            ridge *= 10;
        }
        factored.solve(right);
        double[] way = new double[size];
        for (int row = 0; row < size; row++) {
            way[row] = right[group[row]];
        }
        return way;
    }

    /** The share of the way until two levels meet; joins those that do, if that is before the end. */
    private double reach(double[] way) {
        double[] share = new double[Math.max(0, blocks - 1)];
        double least = Double.POSITIVE_INFINITY;
        for (int b = 0; b + 1 < blocks; b++) {
            double closing = way[b] - way[b + 1];
            share[b] = group[b] != group[b + 1] && closing > 0
                    ? Math.max(0, point[b + 1] - point[b]) / closing
                    : Double.POSITIVE_INFINITY;
            least = Math.min(least, share[b]);
        }
        if (least < 1) {
            int joined = 0;
            for (int row = 1; row < size; row++) {
                joined += row < blocks && share[row - 1] <= least ? 1 : 0;
                group[row] -= joined;
            }
        }
        return least;
    }

    private void advance(double[] way, double share) {
        if (share == 0) {
            return;
        }
        for (int row = 0; row < size; row++) {
            point[row] += share * way[row];
            for (int column = 0; column < row; column++) {
                double element = curvature[row * size + column];
                gradient[row] -= share * element * way[column];
                gradient[column] -= share * element * way[row];
            }
            gradient[row] -= share * curvature[row * size + row] * way[row];
        }
        for (int row = 1; row < blocks; row++) {
            if (group[row] == group[row - 1]) {
                point[row] = point[row - 1];
            }
        }
    }
}
