package org.trabecula.statistics.estimating;

/**
 * A sum over independent units that is zero at the estimate: sum of psi(unit, theta) = 0, with as many equations as
 * parameters. Stages are stacked by giving each its own slice of theta and of psi, as Stefanski and Boos do.
 */
public interface EstimatingEquations {

    /** How many parameters, and equations. */
    int parameters();

    /** How many independent units. */
    int units();

    /**
     * Adds one unit's part.
     *
     * @param unit which, from 0
     * @param theta the parameters
     * @param psi the unit's value of each equation is added here; zeros when called
     * @param slope the unit's derivative of each equation (row) for each parameter (column) is added here, on top of the
     *     units' before
     */
    void add(int unit, double[] theta, double[] psi, double[][] slope);
}
