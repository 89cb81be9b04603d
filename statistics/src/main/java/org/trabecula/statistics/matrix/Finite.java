package org.trabecula.statistics.matrix;

/** Whether numbers can be computed with. */
public final class Finite {
    private Finite() {}

    /** Whether none is infinite or not a number; a plain loop, since models ask it of each of their rows. */
    public static boolean all(double[] numbers) {
        for (double number : numbers) {
            if (!Double.isFinite(number)) {
                return false;
            }
        }
        return true;
    }
}
