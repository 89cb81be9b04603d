package org.trabecula.simulation.phantom;

/**
 * Whatever lies within a radius of an axis, where the radius may change along the axis and around it: screws with their thread, and the
 * zones around them. The pose's third direction is the axis, counted from 0 to the length.
 */
record Turned(Pose pose, double length, double widest, Outline outline, Bounds bounds) implements Solid {
    private static final double STEP = 0.4;

    static Turned of(Pose pose, double length, double widest, Outline outline) {
        Bounds bounds = new Bounds(-widest, widest, -widest, widest, 0, length).outOf(pose);
        return new Turned(pose, length, widest, outline, bounds);
    }

    /** A screw's shaft, with its thread. */
    static Turned screw(Pose pose, double length, double diameter) {
        return of(pose, length, diameter / 2, new Outline.Threaded(length, diameter));
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
        return of(from, length, radius, new Outline.Zone(length, narrow, radius, inPedicle - begin));
    }

    @Override
    public double depth(double u, double v, double w) {
        double ends = Math.min(w, length - w);
        double away = Math.sqrt(u * u + v * v);
        if (ends < -widest || away > widest + 2) {
            return Math.min(ends, widest - away);
        }
        return Math.min(ends, outline.radius(Math.clamp(w, 0.0, length), u, v) - away);
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
    public Lie lie(Samples samples, double u, double v, double w) {
        double from = w - samples.reach.z();
        double to = w + samples.reach.z();
        if (to <= 0 || from >= length) {
            return Lie.OUTSIDE;
        }
        double away = Math.sqrt(u * u + v * v);
        if (away - samples.aside > outline.most(Math.max(0, from), Math.min(length, to))) {
            return Lie.OUTSIDE;
        }
        boolean within = from > 0 && to < length && away + samples.aside < outline.least(from, to);
        return within ? Lie.INSIDE : Lie.UNSURE;
    }

    @Override
    public int holds(Samples samples, double u, double v, double w) {
        int held = 0;
        for (int i = 0; i < samples.count(); i++) {
            if (holds(u + samples.u[i], v + samples.v[i], w + samples.w[i])) {
                held++;
            }
        }
        return held;
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
            inside += STEP * Math.clamp(depth(u + t * du, v + t * dv, w + t * dw) / STEP + 0.5, 0.0, 1.0);
        }
        return inside;
    }
}
