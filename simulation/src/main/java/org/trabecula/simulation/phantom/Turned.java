package org.trabecula.simulation.phantom;

/**
 * Whatever lies within a radius of an axis, where the radius may change along the axis and around it: screws with their thread, and the
 * zones around them. The pose's third direction is the axis, counted from 0 to the length.
 */
record Turned(Pose pose, double length, double widest, Outline outline, Bounds bounds) implements Solid {
    private static final double STEP = 0.4;

    /** The radius at a place along the axis, and at an angle around it given by two coordinates across. */
    interface Outline {
        double radius(double along, double u, double v);
    }

    static Turned of(Pose pose, double length, double widest, Outline outline) {
        Bounds bounds = new Bounds(-widest, widest, -widest, widest, 0, length).outOf(pose);
        return new Turned(pose, length, widest, outline, bounds);
    }

    /** A screw shaft: a core that narrows to the tip, and a thread of one start around it that runs out there. */
    static Turned screw(Pose pose, double length, double diameter) {
        double major = diameter / 2;
        double pitch = diameter < 6 ? 2.4 : 2.8;
        return of(pose, length, major, (t, u, v) -> {
            double core = major * (0.76 - 0.16 * t / length);
            double toTip = length - t;
            double point = toTip < 7 ? 0.3 + 0.7 * Math.sqrt(toTip / 7) : 1;
            double square = u * u + v * v;
            // Within the core and beyond the thread it does not matter where a turn of it stands.
            if (square < point * point * core * core) {
                return point * core;
            }
            if (square > point * point * major * major) {
                return point * major;
            }
            double phase = t / pitch + turn(u, v);
            double offCrest = Math.abs(phase - Math.floor(phase) - 0.5) * 2;
            double height = Math.clamp((0.6 - offCrest) / 0.35, 0.0, 1.0);
            return point * (core + (major - core) * height);
        });
    }

    /** The angle around the axis as a share of a turn, to a thousandth of one: a two-hundredth of a millimetre of pitch. */
    private static double turn(double u, double v) {
        double x = Math.abs(u);
        double y = Math.abs(v);
        double ratio = Math.min(x, y) / Math.max(1e-12, Math.max(x, y));
        double eighth = ratio * (0.125 + 0.0434 * (1 - ratio));
        double quarter = y > x ? 0.25 - eighth : eighth;
        double half = u < 0 ? 0.5 - quarter : quarter;
        return v < 0 ? -half : half;
    }

    /**
     * A zone around a screw, round beyond its tip, and no wider in the pedicle than the pedicle lets it be.
     *
     * @param pose that of the screw
     * @param inPedicle how much of the screw's length lies behind the vertebral body
     */
    static Turned zone(Pose pose, double screwLength, double radius, double inPedicle, double pedicleRadius) {
        double begin = 9;
        double beyond = radius * 0.5;
        Pose from = pose.moved(0, 0, begin);
        double length = screwLength + beyond - begin;
        double narrow = Math.min(radius, pedicleRadius);
        return of(from, length, radius, (t, _, _) -> {
            double past = t + begin - inPedicle;
            double wide = narrow + (radius - narrow) * Math.clamp(past / 3, 0.0, 1.0);
            double toEnd = length - t;
            return toEnd < radius ? wide * Math.sqrt(Math.max(0, 1 - Math.pow(1 - toEnd / radius, 2))) : wide;
        });
    }

    @Override
    public double depth(double x, double y, double z) {
        return depthAt(pose.u(x, y, z), pose.v(x, y, z), pose.w(x, y, z));
    }

    private double depthAt(double u, double v, double t) {
        double ends = Math.min(t, length - t);
        double away = Math.sqrt(u * u + v * v);
        if (ends < -widest || away > widest + 2) {
            return Math.min(ends, widest - away);
        }
        return Math.min(ends, outline.radius(Math.clamp(t, 0.0, length), u, v) - away);
    }

    @Override
    public boolean plain() {
        return false;
    }

    @Override
    public boolean holds(double u, double v, double w) {
        double square = u * u + v * v;
        if (w <= 0 || w >= length || square >= widest * widest) {
            return false;
        }
        double radius = outline.radius(w, u, v);
        return square < radius * radius;
    }

    @Override
    public double chord(double u, double v, double w, double du, double dv, double dw) {
        double square = du * du + dv * dv;
        double half = u * du + v * dv;
        double root = half * half - square * (u * u + v * v - widest * widest);
        if (root <= 0 || square < 1e-9) {
            return 0;
        }
        double near = (-half - Math.sqrt(root)) / square;
        double far = (-half + Math.sqrt(root)) / square;
        if (Math.abs(dw) > 1e-9) {
            double first = -w / dw;
            double last = (length - w) / dw;
            near = Math.max(near, Math.min(first, last));
            far = Math.min(far, Math.max(first, last));
        } else if (w < 0 || w > length) {
            return 0;
        }
        double inside = 0;
        for (double t = near + STEP / 2; t < far; t += STEP) {
            // Half a step's softness, so that edges do not jump.
            inside += STEP * Math.clamp(depthAt(u + t * du, v + t * dv, w + t * dw) / STEP + 0.5, 0.0, 1.0);
        }
        return inside;
    }
}
