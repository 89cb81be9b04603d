package org.trabecula.statistics.repeated;

/**
 * The elements of a symmetric matrix that are not zero: two for the derivative with respect to a covariance that is a parameter of
 * its own, however many visits there are.
 */
record Elements(int[] rows, int[] columns, double[] values) {

    static Elements of(double[][] symmetric) {
        int count = 0;
        for (double[] row : symmetric) {
            for (double element : row) {
                count += element == 0 ? 0 : 1;
            }
        }
        Elements found = new Elements(new int[count], new int[count], new double[count]);
        for (int row = 0, at = 0; row < symmetric.length; row++) {
            for (int column = 0; column < symmetric.length; column++) {
                if (symmetric[row][column] != 0) {
                    found.rows[at] = row;
                    found.columns[at] = column;
                    found.values[at++] = symmetric[row][column];
                }
            }
        }
        return found;
    }

    /** ASA for this S and a symmetric A. */
    double[][] between(double[][] a) {
        double[][] product = new double[a.length][a.length];
        for (int at = 0; at < values.length; at++) {
            double[] right = a[columns[at]];
            for (int row = 0; row < a.length; row++) {
                double left = a[row][rows[at]] * values[at];
                for (int column = 0; column < a.length; column++) {
                    product[row][column] += left * right[column];
                }
            }
        }
        return product;
    }

    /** The trace of the product with another matrix. */
    double traceWith(double[][] other) {
        double sum = 0;
        for (int at = 0; at < values.length; at++) {
            sum += other[rows[at]][columns[at]] * values[at];
        }
        return sum;
    }
}
