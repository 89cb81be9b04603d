package org.trabecula.statistics.repeated;

/**
 * One variance s and a correlation r to the power of the distance of two visits in the plan; t is (s, r). The working
 * parameters are the logarithm of the standard deviation and r / sqrt(1 - r^2).
 */
record Autoregressive() implements Shape {
    @Override
    public int parameters(int visits) {
        return 2;
    }

    @Override
    public double[] near(double[][] sigma) {
        double variance = 0;
        double beside = 0;
        for (int row = 0; row < sigma.length; row++) {
            variance += sigma[row][row] / sigma.length;
            beside += row == 0 ? 0 : sigma[row][row - 1] / (sigma.length - 1);
        }
        return new double[] {variance, Math.clamp(beside / variance, -0.9, 0.9)};
    }

    @Override
    public double[][] sigma(double[] t, int visits) {
        return matrix(visits, distance -> t[0] * Math.pow(t[1], distance));
    }

    @Override
    public double[][][] slopes(double[] t, int visits) {
        return new double[][][] {
            matrix(visits, distance -> Math.pow(t[1], distance)),
            matrix(visits, distance -> t[0] * slope(t[1], distance))
        };
    }

    @Override
    public boolean linear() {
        return false;
    }

    @Override
    public double[][] bend(double[] t, int visits, int a, int b) {
        return matrix(visits, distance -> switch (a + b) {
            case 0 -> 0;
            case 1 -> slope(t[1], distance);
            default -> t[0] * bend(t[1], distance);
        });
    }

    @Override
    public double[][] jacobian(double[] t, int visits) {
        return new double[][] {{2 * t[0], 0}, {0, Correlation.ratio(t[1]).slope()}};
    }

    @Override
    public double[][] bendAlong(double[] t, int visits, double[] direction) {
        Correlation scale = Correlation.ratio(t[1]);
        double turn = scale.slope() * direction[1];
        double acceleration = scale.bend() * direction[1] * direction[1];
        return matrix(visits, distance -> {
            double first = slope(t[1], distance) * turn;
            double second = bend(t[1], distance) * turn * turn + slope(t[1], distance) * acceleration;
            return t[0]
                    * (4 * direction[0] * direction[0] * Math.pow(t[1], distance) + 4 * direction[0] * first + second);
        });
    }

    private static double slope(double r, int distance) {
        return distance == 0 ? 0 : distance * Math.pow(r, distance - 1);
    }

    private static double bend(double r, int distance) {
        return distance < 2 ? 0 : distance * (distance - 1) * Math.pow(r, distance - 2);
    }

    private interface Element {
        double at(int distance);
    }

    private static double[][] matrix(int visits, Element element) {
        double[][] matrix = new double[visits][visits];
        for (int row = 0; row < visits; row++) {
            for (int column = 0; column <= row; column++) {
                matrix[row][column] = element.at(row - column);
                matrix[column][row] = matrix[row][column];
            }
        }
        return matrix;
    }
}
