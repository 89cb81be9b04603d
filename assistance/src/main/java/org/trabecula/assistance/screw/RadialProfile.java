package org.trabecula.assistance.screw;

import java.util.Arrays;
import org.trabecula.assistance.volume.Point;
import org.trabecula.assistance.volume.Volume;

/**
 * HU by distance from a shaft's axis, averaged over all directions but the most extreme: streaks that darken one side and brighten another
 * cancel, and an endplate that is touched on one side does not count.
 *
 * @param hu at 0, 0.1, 0.2 … mm
 */
record RadialProfile(double[] hu) {
    static final double STEP = 0.1;
    private static final int DIRECTIONS = 48;
    private static final int TRIMMED = 6;
    private static final double STATION = 0.5;

    /** @param from and to: the stretch along the shaft, mm from its seat */
    static RadialProfile along(Volume volume, FoundScrew screw, double from, double to, double reach) {
        int n = (int) Math.round(reach / STEP) + 1;
        double[][] byRadius = new double[n][DIRECTIONS];
        Point axis = screw.direction();
        Point aside = axis.cross(new Point(0, 0, 1)).unit();
        Point across = axis.cross(aside);
        int stations = 0;
        for (double t = from; t <= to; t += STATION) {
            Point at = screw.at(t);
            stations++;
            for (int k = 0; k < DIRECTIONS; k++) {
                double angle = 2 * Math.PI * (k + 0.5) / DIRECTIONS;
                Point out = new Point(0, 0, 0).plus(aside, Math.cos(angle)).plus(across, Math.sin(angle));
                for (int r = 0; r < n; r++) {
                    Point where = at.plus(out, r * STEP);
                    byRadius[r][k] += volume.at(where.x(), where.y(), where.z());
                }
            }
        }
        double[] hu = new double[n];
        for (int r = 0; r < n; r++) {
            hu[r] = trimmedMean(byRadius[r], TRIMMED) / stations;
        }
        return new RadialProfile(hu);
    }

    static double trimmedMean(double[] values, int trimmed) {
        Arrays.sort(values);
        double sum = 0;
        for (int i = trimmed; i < values.length - trimmed; i++) {
            sum += values[i];
        }
        return sum / (values.length - 2 * trimmed);
    }
}
