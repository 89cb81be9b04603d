package org.trabecula.assistance.screw;

/** Weighted least squares with few unknowns, each held towards 0 by a prior of its own. */
final class Fit {
    private final double[] solution;
    private final double misfit;

    private Fit(double[] solution, double misfit) {
        this.solution = solution;
        this.misfit = misfit;
    }

    /**
     * @param columns what each unknown contributes to each value
     * @param hold of each unknown: its inverse prior variance, 0 for none
     */
    static Fit of(double[][] columns, double[] values, double[] weights, double[] hold, int from, int to) {
        int k = columns.length;
        double[][] m = new double[k][k + 1];
        for (int a = 0; a < k; a++) {
            for (int b = a; b < k; b++) {
                double sum = 0;
                for (int i = from; i < to; i++) {
                    sum += weights[i] * columns[a][i] * columns[b][i];
                }
                m[a][b] = sum;
                m[b][a] = sum;
            }
            m[a][a] += hold[a] + 1e-9;
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += weights[i] * columns[a][i] * values[i];
            }
            m[a][k] = sum;
        }
        double[] solution = solved(m);
        double misfit = 0;
        for (int a = 0; a < k; a++) {
            misfit += hold[a] * solution[a] * solution[a];
        }
        for (int i = from; i < to; i++) {
            double left = values[i];
            for (int a = 0; a < k; a++) {
                left -= solution[a] * columns[a][i];
            }
            misfit += weights[i] * left * left;
        }
        return new Fit(solution, misfit);
    }

    /** Gauss and Jordan; the matrix is positive definite, so that no pivot is needed. */
    private static double[] solved(double[][] m) {
        int k = m.length;
        for (int a = 0; a < k; a++) {
            for (int b = 0; b < k; b++) {
                if (b != a) {
                    double factor = m[b][a] / m[a][a];
                    for (int c = a; c <= k; c++) {
                        m[b][c] -= factor * m[a][c];
                    }
                }
            }
        }
        double[] solution = new double[k];
        for (int a = 0; a < k; a++) {
            solution[a] = m[a][k] / m[a][a];
        }
        return solution;
    }

    double of(int unknown) {
        return solution[unknown];
    }

    /** Weighted squares left, and what the priors cost. */
    double misfit() {
        return misfit;
    }
}
