package org.trabecula.statistics.estimating;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall;
import org.trabecula.statistics.matrix.Elimination;
import org.trabecula.statistics.matrix.Products;

/**
 * The root of estimating equations and its empirical sandwich
 *
 * <p>{@code V = A⁻¹ M A⁻ᵀ / n}, with {@code A} the mean of -dpsi/dtheta and {@code M} the mean of psi psi' over the n units,
 * both at the root and without a small-sample factor.
 *
 * <p>Source: Stefanski LA, Boos DD, Am Stat 2002;56:29-38, equations 4 to 9.
 */
public final class MEstimation {
    private static final int MOST_STEPS = 100;
    private static final double TOLERANCE = 1e-9;
    private static final double MOST_LEVERAGE = 0.75;

    private MEstimation() {}

    /**
     * The root by Newton's method, which a start at the root (from closed forms of each stage) ends at once.
     *
     * @param equations what must be zero
     * @param start where to begin; left as it is
     * @return the estimate; {@code TOO_FEW} without units, {@code SINGULAR} when the derivative has no inverse,
     *     {@code NOT_CONVERGED} with the size of each step when no root was reached
     */
    public static Outcome<MEstimate> solve(EstimatingEquations equations, double[] start) {
        int size = equations.parameters();
        if (start.length != size) {
            throw new IllegalArgumentException(
                    "Estimating equations of " + size + " parameters cannot start from " + start.length);
        }
        if (equations.units() == 0) {
            return Outcome.none(Shortfall.Cause.TOO_FEW, "estimating equations need units, but there are none");
        }
        double[] theta = start.clone();
        List<Double> trace = new ArrayList<>();
        for (int step = 0; step < MOST_STEPS; step++) {
            var sum = Sum.of(equations, theta);
            Optional<double[][]> inverse = Elimination.inverse(sum.slope);
            if (inverse.isEmpty()) {
                return Outcome.none(
                        Shortfall.Cause.SINGULAR,
                        "the derivative of the estimating equations has no inverse: some parameter is not determined");
            }
            double moved = move(theta, Products.times(inverse.orElseThrow(), sum.psi));
            trace.add(moved);
            if (moved <= TOLERANCE) {
                // The bread's signs and counts cancel: (S/n)⁻¹ (M/n) (S/n)⁻ᵀ / n = S⁻¹ M S⁻ᵀ, S and M being sums.
                return Outcome.of(new MEstimate(theta, Products.sandwich(inverse.orElseThrow(), sum.meat())));
            }
        }
        return new Outcome.Missing<>(new Shortfall(
                Shortfall.Cause.NOT_CONVERGED,
                "the estimating equations have no root near the start; the trace is the size of each step",
                trace));
    }

    /**
     * The sandwich at an estimate that is taken as it is: the root of these equations, or of others that differ from them by
     * a bounded number however many units there are, such as those with Firth's penalty. The first-order variance is the same.
     *
     * @param equations what is zero at the estimate, or nearly so
     * @param theta the estimate
     * @return the estimate; {@code TOO_FEW} without units, {@code SINGULAR} when the derivative has no inverse
     */
    public static Outcome<MEstimate> at(EstimatingEquations equations, double[] theta) {
        return at(equations, theta, FewUnits.NONE);
    }

    /**
     * The same with a correction for few units, which pull their own fit, so that their residuals are too small.
     *
     * @return as without it; {@code SINGULAR} too when a parameter is not determined without one of the units
     */
    public static Outcome<MEstimate> at(EstimatingEquations equations, double[] theta, FewUnits correction) {
        if (equations.units() == 0) {
            return Outcome.none(Shortfall.Cause.TOO_FEW, "estimating equations need units, but there are none");
        }
        var sum = Sum.of(equations, theta);
        Optional<double[][]> inverse = Elimination.inverse(sum.slope);
        if (inverse.isEmpty()) {
            return Outcome.none(
                    Shortfall.Cause.SINGULAR,
                    "the derivative of the estimating equations has no inverse: some parameter is not determined");
        }
        return switch (correction) {
            case NONE -> Outcome.of(new MEstimate(theta.clone(), Products.sandwich(inverse.orElseThrow(), sum.meat())));
            case LEVERAGE ->
                corrected(
                        equations,
                        theta,
                        (psi, own) -> Optional.of(
                                Products.times(inverse.orElseThrow(), scaled(psi, own, inverse.orElseThrow()))));
            case ONE_STEP_JACKKNIFE -> {
                double factor = Math.sqrt((equations.units() - 1.0) / equations.units());
                yield corrected(
                        equations,
                        theta,
                        (psi, own) ->
                                Elimination.solve(rest(sum.slope, own), psi).map(step -> scaled(step, factor)));
            }
        };
    }

    /** How a unit moves the parameters, from its part of the equations and of their derivative. */
    private interface Influence {
        Optional<double[]> of(double[] psi, double[][] own);
    }

    private static Outcome<MEstimate> corrected(EstimatingEquations equations, double[] theta, Influence influence) {
        double[][] influences = new double[equations.units()][];
        for (int unit = 0; unit < influences.length; unit++) {
            double[] psi = new double[theta.length];
            double[][] own = new double[theta.length][theta.length];
            equations.add(unit, theta, psi, own);
            Optional<double[]> moved = influence.of(psi, own);
            if (moved.isEmpty()) {
                return Outcome.none(Shortfall.Cause.SINGULAR, "Without one of the units a parameter is not determined");
            }
            influences[unit] = moved.orElseThrow();
        }
        return Outcome.of(new MEstimate(theta.clone(), Products.cross(influences, theta.length)));
    }

    private static double[] scaled(double[] psi, double[][] own, double[][] inverse) {
        for (int k = 0; k < psi.length; k++) {
            double leverage = 0;
            for (int j = 0; j < psi.length; j++) {
                leverage += own[k][j] * inverse[j][k];
            }
            psi[k] /= Math.sqrt(1 - Math.min(MOST_LEVERAGE, leverage));
        }
        return psi;
    }

    private static double[] scaled(double[] vector, double factor) {
        for (int k = 0; k < vector.length; k++) {
            vector[k] *= factor;
        }
        return vector;
    }

    private static double[][] rest(double[][] all, double[][] own) {
        double[][] rest = new double[all.length][all.length];
        for (int row = 0; row < all.length; row++) {
            for (int column = 0; column < all.length; column++) {
                rest[row][column] = all[row][column] - own[row][column];
            }
        }
        return rest;
    }

    /** Takes Newton's step and says how large it was beside the parameters. */
    private static double move(double[] theta, double[] step) {
        double largest = 0;
        for (int k = 0; k < theta.length; k++) {
            theta[k] -= step[k];
            largest = Math.max(largest, Math.abs(step[k]) / (1 + Math.abs(theta[k])));
        }
        return largest;
    }

    /** Psi and its derivative, summed over units, and the psi of each. */
    private record Sum(double[] psi, double[][] slope, double[][] units) {

        static Sum of(EstimatingEquations equations, double[] theta) {
            int size = theta.length;
            double[][] slope = new double[size][size];
            double[][] units = new double[equations.units()][size];
            double[] psi = new double[size];
            for (int unit = 0; unit < units.length; unit++) {
                equations.add(unit, theta, units[unit], slope);
                for (int k = 0; k < size; k++) {
                    psi[k] += units[unit][k];
                }
            }
            return new Sum(psi, slope, units);
        }

        double[][] meat() {
            return Products.cross(units, psi.length);
        }
    }
}
