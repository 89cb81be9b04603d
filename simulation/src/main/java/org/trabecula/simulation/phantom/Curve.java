package org.trabecula.simulation.phantom;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.trabecula.study.spine.Level;

/** Where the vertebrae stand, the middle of what a CT covers at the origin. Tilts are those of a textbook lordosis, flatter on a CT table. */
record Curve(Map<Level, Pose> poses) {
    static final double HALF_BODY = 13.5;
    static final double DISC = 10;
    private static final double[] TILT = {-12, -11, -10, -9, -9, -6, -1, 6, 17, 34, 48};
    private static final double FREE_MOTION = 8;

    static Curve of(Phantom phantom, Posture posture, double lordosis) {
        Level middle = phantom.middle();
        Map<Level, Double> tilt = tilts(phantom, posture, lordosis);
        Map<Level, Pose> poses = new EnumMap<>(Level.class);
        Pose start = Pose.at(Vec.ORIGIN, at(tilt, middle));
        poses.put(middle, start);
        Pose last = start;
        for (int i = middle.ordinal() + 1; i < TILT.length; i++) {
            Level level = Level.values()[i];
            last = next(last, at(tilt, level), -1, shift(phantom, Level.values()[i - 1], posture));
            poses.put(level, last);
        }
        last = start;
        for (int i = middle.ordinal() - 1; i >= 0; i--) {
            Level level = Level.values()[i];
            last = next(last, at(tilt, level), 1, -shift(phantom, level, posture));
            poses.put(level, last);
        }
        return new Curve(Map.copyOf(poses));
    }

    /** From the sacrum up, so that motion adds up. */
    private static Map<Level, Double> tilts(Phantom phantom, Posture posture, double lordosis) {
        Map<Level, Double> tilt = new EnumMap<>(Level.class);
        double moved = 0;
        for (int i = TILT.length - 1; i >= 0; i--) {
            Level level = Level.values()[i];
            if (level.compareTo(Level.S1) < 0) {
                double motion = phantom.below(level)
                        .map(Phantom.DiscSpace::motionDegrees)
                        .orElse(level.compareTo(Level.T12) < 0 ? 2 : FREE_MOTION);
                moved += posture.share() * motion;
            }
            tilt.put(level, TILT[i] * (lordosis + 0.15 * phantom.build()) + moved);
        }
        return tilt;
    }

    private static double shift(Phantom phantom, Level upper, Posture posture) {
        double translation =
                phantom.below(upper).map(Phantom.DiscSpace::translationMm).orElse(1.5);
        return posture.share() * translation;
    }

    private static Pose next(Pose from, double degrees, int up, double backward) {
        double half = (HALF_BODY + DISC / 2) * up;
        Pose turned = Pose.at(from.out(0, 0, half), degrees);
        return Pose.at(turned.out(0, backward, half), degrees);
    }

    private static double at(Map<Level, Double> tilt, Level level) {
        return Optional.ofNullable(tilt.get(level)).orElse(0.0);
    }

    Pose pose(Level level) {
        return Optional.ofNullable(poses.get(level)).orElseThrow();
    }

    /** The middle of the disc space below a vertebra, turned halfway. */
    Pose disc(Level upper) {
        Pose above = pose(upper);
        Pose below = upper.below().map(this::pose).orElse(above);
        Vec middle =
                above.out(0, 0, -HALF_BODY).plus(below.out(0, 0, HALF_BODY)).times(0.5);
        Vec up = above.up().plus(below.up()).unit();
        return new Pose(middle, new Vec(1, 0, 0), up.cross(new Vec(1, 0, 0)), up);
    }
}
