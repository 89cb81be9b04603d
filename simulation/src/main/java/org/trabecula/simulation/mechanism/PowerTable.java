package org.trabecula.simulation.mechanism;

/** A power of numbers within bounds, looked up between tabulated values: within 0.05 % at the exponents that are admitted. */
final class PowerTable {
    private static final int CELLS = 1024;

    private final double low;
    private final double cellsPerUnit;
    private final double[] powers = new double[CELLS + 2];

    PowerTable(double low, double high, double exponent) {
        this.low = low;
        this.cellsPerUnit = CELLS / (high - low);
        for (int cell = 0; cell < powers.length; cell++) {
            powers[cell] = Math.pow(low + cell / cellsPerUnit, exponent);
        }
    }

    /** The power of a number from the lower to the upper bound. */
    double of(double number) {
        double place = (number - low) * cellsPerUnit;
        int cell = Math.min((int) place, CELLS);
        return powers[cell] + (place - cell) * (powers[cell + 1] - powers[cell]);
    }
}
