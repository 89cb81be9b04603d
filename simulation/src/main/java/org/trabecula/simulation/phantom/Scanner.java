package org.trabecula.simulation.phantom;

/**
 * How a CT is taken.
 *
 * @param kilovolt tube voltage, 80 to 140
 * @param columns pixels across a slice
 * @param rows pixels down a slice
 * @param pixel mm
 * @param thickness of a slice, mm: a box profile
 * @param increment from slice to slice, mm
 * @param blur full width at half maximum of the in-plane point spread, mm
 * @param overshoot of an edge-enhancing kernel, 0 for none
 * @param noise standard deviation away from metal, HU
 * @param highest HU that can be stored: 3071 for twelve bits
 * @param grid on which artefacts are reconstructed, mm
 * @param views over half a turn
 */
public record Scanner(
        double kilovolt,
        int columns,
        int rows,
        double pixel,
        double thickness,
        double increment,
        double blur,
        double overshoot,
        double noise,
        int highest,
        double grid,
        int views) {

    /** A bone protocol in thin slices around a construct. */
    public static Scanner fine() {
        return new Scanner(120, 208, 200, 0.45, 1.0, 1.0, 0.85, 0, 22, 3071, 0.9, 300);
    }

    public Scanner extended() {
        return new Scanner(
                kilovolt, columns, rows, pixel, thickness, increment, blur, overshoot, noise, 32_000, grid, views);
    }

    public Scanner withKernel(double width, double enhancement) {
        return new Scanner(
                kilovolt, columns, rows, pixel, thickness, increment, width, enhancement, noise, highest, grid, views);
    }
}
