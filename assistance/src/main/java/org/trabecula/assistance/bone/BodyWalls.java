package org.trabecula.assistance.bone;

import java.util.Arrays;
import org.trabecula.assistance.volume.Volume;

/**
 * Where the cortex of a vertebral body lies in one slice, seen from inside: to the left, right, front and back. A wall is where HU falls most
 * from a bright line to what is outside.
 */
record BodyWalls(double left, double right, double front, double back) {
    private static final double NEAREST = 7;
    private static final double FARTHEST = 33;
    private static final double STEP = 0.5;
    private static final int RAYS = 9;
    private static final double HALF_FAN = Math.toRadians(28);
    private static final double BRIGHTEST = 700;

    /** Distances from a point, each the middle one of a fan of rays. */
    static BodyWalls around(Volume volume, double x, double y, double z) {
        return new BodyWalls(
                wall(volume, x, y, z, 0, FARTHEST),
                wall(volume, x, y, z, Math.PI, FARTHEST),
                wall(volume, x, y, z, -Math.PI / 2, 26),
                wall(volume, x, y, z, Math.PI / 2, 24));
    }

    private static double wall(Volume volume, double x, double y, double z, double direction, double farthest) {
        double[] found = new double[RAYS];
        for (int i = 0; i < RAYS; i++) {
            double off = HALF_FAN * (2.0 * i / (RAYS - 1) - 1);
            found[i] = ray(volume, x, y, z, direction + off, farthest) * Math.cos(off);
        }
        Arrays.sort(found);
        return found[RAYS / 2];
    }

    private static double ray(Volume volume, double x, double y, double z, double angle, double farthest) {
        double best = Double.NEGATIVE_INFINITY;
        double at = NEAREST;
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        for (double r = NEAREST; r <= farthest; r += STEP) {
            double line = 0;
            double beyond = 0;
            for (double d = 0; d < 2; d += STEP) {
                line += Math.clamp(volume.at(x + (r - d) * cos, y + (r - d) * sin, z), -150.0, BRIGHTEST) / 4;
            }
            for (double d = 1; d < 4; d += STEP) {
                beyond += Math.clamp(volume.at(x + (r + d) * cos, y + (r + d) * sin, z), -150.0, BRIGHTEST) / 6;
            }
            // A wall further out has to be clearer: other bones have walls, too.
            double fall = (line - beyond) * (1 - 0.012 * r);
            if (fall > best) {
                best = fall;
                at = r;
            }
        }
        return at;
    }

    double across() {
        return (left + right) / 2;
    }

    double deep() {
        return (front + back) / 2;
    }
}
