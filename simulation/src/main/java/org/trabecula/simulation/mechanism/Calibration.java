package org.trabecula.simulation.mechanism;

import java.util.List;
import org.trabecula.statistics.matrix.Cholesky;

/**
 * Finds the values of some parameters at which a simulated series comes nearest to published points: damped least squares
 * (Marquardt DW, J Soc Ind Appl Math 1963;11:431-441) in the logarithms of the parameters, with slopes by small steps. All
 * series draw the same people, so that a step shows what the parameter does and not what chance does.
 *
 * @param dials the parameters that may move, each within its range
 * @param aims what is to be met
 * @param size participants of each series
 */
public record Calibration(List<Parameter> dials, List<Aim> aims, int size, long seed) {
    private static final double NUDGE = 0.05;
    private static final double FARTHEST = 0.5;
    private static final double SMALLEST = 1e-3;

    /**
     * A point to be met.
     *
     * @param value of the point
     * @param within how near is near enough; misses are counted in it
     */
    public record Aim(Point point, double value, double within) {
        double miss(Series series) {
            return (point.in(series) - value) / within;
        }
    }

    /** What was published of loosening with PEEK and of its fusion, and the parameters that answer for it. */
    public static Calibration reference(int size, long seed) {
        return new Calibration(
                List.of(
                        Parameter.WEAR,
                        Parameter.RECOVERY,
                        Parameter.HOLD_EXPONENT,
                        Parameter.HOLD_BETWEEN_SCREWS,
                        Parameter.FRAILTY,
                        Parameter.SACRUM_LOAD,
                        Parameter.LENGTH_LOAD,
                        Parameter.PEEK_MONTHS,
                        Parameter.HEALING_SPREAD),
                List.of(
                        new Aim(Point.LOOSE_6, 0.311, 0.005),
                        new Aim(Point.LOOSE_12, 0.223, 0.005),
                        new Aim(Point.LOOSE_24, 0.110, 0.005),
                        new Aim(Point.SCREWS_OF_PARTICIPANTS, 0.345, 0.01),
                        new Aim(Point.PER_HU, 0.977, 0.002),
                        new Aim(Point.SACRUM, 1.699, 0.15),
                        new Aim(Point.LENGTH, 3.616, 0.5),
                        new Aim(Point.PEEK_12, 0.93, 0.01),
                        new Aim(Point.PEEK_12_GRADE_I, 0.51, 0.02)),
                size,
                seed);
    }

    /** Goes from a start to the nearest that so many rounds find. */
    public Assumptions from(Assumptions start, int rounds) {
        Assumptions best = start;
        double[] misses = misses(best);
        double damping = 0.1;
        for (int round = 0; round < rounds && damping < 1e4; round++) {
            double[] move = move(best, misses, damping);
            Assumptions next = moved(best, move);
            double[] then = misses(next);
            boolean better = squares(then) < squares(misses);
            double gain = squares(misses) - squares(then);
            best = better ? next : best;
            misses = better ? then : misses;
            damping *= better ? 0.3 : 5;
            if (better && gain < SMALLEST) {
                break;
            }
        }
        return best;
    }

    /** How far each aim is missed, in what is near enough. */
    public double[] misses(Assumptions given) {
        Series series = Series.of(given, size, seed);
        return aims.stream().mapToDouble(aim -> aim.miss(series)).toArray();
    }

    private double[] move(Assumptions at, double[] misses, double damping) {
        double[][] slopes = new double[dials.size()][];
        for (int dial = 0; dial < slopes.length; dial++) {
            double[] nudge = new double[slopes.length];
            nudge[dial] = NUDGE;
            slopes[dial] = misses(moved(at, nudge));
            for (int aim = 0; aim < misses.length; aim++) {
                slopes[dial][aim] = (slopes[dial][aim] - misses[aim]) / NUDGE;
            }
        }
        double[][] normal = new double[slopes.length][slopes.length];
        double[] right = new double[slopes.length];
        for (int row = 0; row < slopes.length; row++) {
            for (int aim = 0; aim < misses.length; aim++) {
                right[row] -= slopes[row][aim] * misses[aim];
                for (int column = 0; column < slopes.length; column++) {
                    normal[row][column] += slopes[row][aim] * slopes[column][aim];
                }
            }
        }
        for (int row = 0; row < slopes.length; row++) {
            normal[row][row] += damping * Math.max(1, normal[row][row]);
        }
        Cholesky.of(normal).orElseThrow().solve(right);
        return right;
    }

    /** Multiplies each dial, and keeps it within its range. */
    private Assumptions moved(Assumptions at, double[] move) {
        Assumptions moved = at;
        for (int dial = 0; dial < move.length; dial++) {
            Parameter parameter = dials.get(dial);
            double value = at.value(parameter) * Math.exp(Math.clamp(move[dial], -FARTHEST, FARTHEST));
            moved = moved.with(parameter, Math.clamp(value, parameter.low(), parameter.high()));
        }
        return moved;
    }

    private static double squares(double[] misses) {
        double sum = 0;
        for (double miss : misses) {
            sum += miss * miss;
        }
        return sum;
    }
}
