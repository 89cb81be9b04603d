package org.trabecula.statistics.repeated;

/**
 * A covariance that depends only on the distance of two visits in the plan; t is the variance, then the covariances. The
 * working parameters are the logarithm of the standard deviation and, for each correlation r, r / sqrt(1
 * - r^2) or (compound symmetry) the logit of r's place between -1 / (m - 1) and 1.
 */
record ByDistance(Kind kind) implements Shape {
    enum Kind {
        TOEPLITZ,
        COMPOUND_SYMMETRY
    }

    @Override
    public int parameters(int visits) {
        return kind == Kind.TOEPLITZ ? visits : 2;
    }

    private int place(int row, int column) {
        int distance = Math.abs(row - column);
        return kind == Kind.TOEPLITZ ? distance : Math.min(distance, 1);
    }

    @Override
    public double[] near(double[][] sigma) {
        double[] sums = new double[parameters(sigma.length)];
        int[] counts = new int[sums.length];
        for (int row = 0; row < sigma.length; row++) {
            for (int column = 0; column < sigma.length; column++) {
                sums[place(row, column)] += sigma[row][column];
                counts[place(row, column)]++;
            }
        }
        for (int k = 0; k < sums.length; k++) {
            sums[k] /= Math.max(1, counts[k]);
        }
        return sums;
    }

    @Override
    public double[][] sigma(double[] t, int visits) {
        double[][] sigma = new double[visits][visits];
        for (int row = 0; row < visits; row++) {
            for (int column = 0; column < visits; column++) {
                sigma[row][column] = t[place(row, column)];
            }
        }
        return sigma;
    }

    @Override
    public double[][][] slopes(double[] t, int visits) {
        double[][][] slopes = new double[t.length][visits][visits];
        for (int row = 0; row < visits; row++) {
            for (int column = 0; column < visits; column++) {
                slopes[place(row, column)][row][column] = 1;
            }
        }
        return slopes;
    }

    @Override
    public boolean linear() {
        return true;
    }

    @Override
    public double[][] bend(double[] t, int visits, int a, int b) {
        return new double[visits][visits];
    }

    @Override
    public double[][] jacobian(double[] t, int visits) {
        double[][] jacobian = new double[t.length][t.length];
        jacobian[0][0] = 2 * t[0];
        for (int k = 1; k < t.length; k++) {
            jacobian[k][0] = 2 * t[k];
            jacobian[k][k] = t[0] * correlation(t, k, visits).slope();
        }
        return jacobian;
    }

    @Override
    public double[][] bendAlong(double[] t, int visits, double[] direction) {
        double[] bends = new double[t.length];
        bends[0] = 4 * t[0] * direction[0] * direction[0];
        for (int k = 1; k < t.length; k++) {
            Correlation scale = correlation(t, k, visits);
            bends[k] = 4 * t[k] * direction[0] * direction[0]
                    + t[0] * direction[k] * (4 * direction[0] * scale.slope() + scale.bend() * direction[k]);
        }
        return sigma(bends, visits);
    }

    private Correlation correlation(double[] t, int k, int visits) {
        return kind == Kind.TOEPLITZ ? Correlation.ratio(t[k] / t[0]) : Correlation.logit(t[k] / t[0], visits);
    }
}
