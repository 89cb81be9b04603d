package org.trabecula.simulation.phantom;

/**
 * Whatever lies inside a quadric surface and a box, both in the same pose: a·u² + b·v² + c·w² ≤ d. Ellipsoids, cylinders, boxes, and bodies
 * with a waist are of this kind, and a beam's way through them follows from a quadratic equation.
 *
 * @param cutX whether the box cuts something off along its first direction; around an ellipsoid it does not
 * @param cutY along its second
 * @param cutZ along its third
 */
record Lump(
        Pose pose,
        double a,
        double b,
        double c,
        double d,
        Bounds clip,
        Bounds bounds,
        boolean cutX,
        boolean cutY,
        boolean cutZ)
        implements Solid {
    private static final double PARALLEL = 1e-12;
    private static final double VOXEL = 4;

    private Lump(Pose pose, double a, double b, double c, double d, Bounds clip) {
        this(
                pose,
                a,
                b,
                c,
                d,
                clip,
                clip.outOf(pose),
                c < 0 || cuts(clip.x1(), clip.x2(), a, d),
                c < 0 || cuts(clip.y1(), clip.y2(), b, d),
                c < 0 || cuts(clip.z1(), clip.z2(), c, d));
    }

    /** Whether a box ends before the quadric does. What is drawn in at its waist it always cuts, being all that ends it. */
    private static boolean cuts(double low, double high, double weight, double d) {
        double ends = Math.min(-low, high);
        return !(ends > 0 && weight * ends * ends > d - Samples.HAIR);
    }

    static Lump ellipsoid(Pose pose, double x, double y, double z) {
        return new Lump(pose, 1 / (x * x), 1 / (y * y), 1 / (z * z), 1, Bounds.half(x, y, z));
    }

    /** Along the third direction. */
    static Lump cylinder(Pose pose, double x, double y, double halfLength) {
        return new Lump(pose, 1 / (x * x), 1 / (y * y), 0, 1, Bounds.half(x, y, halfLength));
    }

    static Lump rod(Vec from, Vec to, double radius) {
        Vec way = to.minus(from);
        return cylinder(Pose.along(from.plus(way, 0.5), way), radius, radius, way.length() / 2);
    }

    static Lump box(Pose pose, double x, double y, double z) {
        return new Lump(pose, 0, 0, 0, 1, Bounds.half(x, y, z));
    }

    /** A flat piece with an elliptic outline, seen along the first direction. */
    static Lump plate(Pose pose, double halfThick, double y, double z) {
        return new Lump(pose, 0, 1 / (y * y), 1 / (z * z), 1, Bounds.half(halfThick, y, z));
    }

    /** The lower half of an ellipsoid, from its widest place down. */
    static Lump tapering(Pose pose, double x, double y, double down) {
        return new Lump(pose, 1 / (x * x), 1 / (y * y), 1 / (down * down), 1, new Bounds(-x, x, -y, y, -down, 0));
    }

    /** An elliptic cylinder drawn in at half height, flat behind: a vertebral body. */
    static Lump body(Pose pose, double x, double y, double halfHeight, double waist, double flatBehind) {
        return new Lump(
                pose,
                1 / (x * x),
                1 / (y * y),
                -waist / (halfHeight * halfHeight),
                1 - waist,
                new Bounds(-x, x, -y, flatBehind, -halfHeight, halfHeight));
    }

    @Override
    public double depth(double u, double v, double w) {
        double slab = Math.min(
                Math.min(Math.min(u - clip.x1(), clip.x2() - u), Math.min(v - clip.y1(), clip.y2() - v)),
                Math.min(w - clip.z1(), clip.z2() - w));
        double room = d - a * u * u - b * v * v - c * w * w;
        double steep = 2 * Math.sqrt(a * a * u * u + b * b * v * v + c * c * w * w);
        return steep < PARALLEL ? slab : Math.min(slab, room / steep);
    }

    @Override
    public boolean plain() {
        return clip.x2() - clip.x1() > VOXEL && clip.y2() - clip.y1() > VOXEL && clip.z2() - clip.z1() > VOXEL;
    }

    @Override
    public boolean holds(double u, double v, double w) {
        return u > clip.x1()
                && u < clip.x2()
                && v > clip.y1()
                && v < clip.y2()
                && w > clip.z1()
                && w < clip.z2()
                && a * u * u + b * v * v + c * w * w < d;
    }

    @Override
    public Lie lie(Samples samples, double u, double v, double w) {
        Vec reach = samples.reach;
        boolean apart = u + reach.x() < clip.x1()
                || u - reach.x() > clip.x2()
                || v + reach.y() < clip.y1()
                || v - reach.y() > clip.y2()
                || w + reach.z() < clip.z1()
                || w - reach.z() > clip.z2();
        if (apart) {
            return Lie.OUTSIDE;
        }
        double nearest =
                a * near(u, reach.x()) + b * near(v, reach.y()) + c * (c < 0 ? far(w, reach.z()) : near(w, reach.z()));
        if (nearest > d + Samples.HAIR) {
            return Lie.OUTSIDE;
        }
        double farthest =
                a * far(u, reach.x()) + b * far(v, reach.y()) + c * (c < 0 ? near(w, reach.z()) : far(w, reach.z()));
        return farthest < d - Samples.HAIR && !clipped(reach, u, v, w) ? Lie.INSIDE : Lie.UNSURE;
    }

    /** The least square of a coordinate among what lies so far around. */
    private static double near(double at, double reach) {
        double least = Math.max(0, Math.abs(at) - reach);
        return least * least;
    }

    /** The greatest. */
    private static double far(double at, double reach) {
        double most = Math.abs(at) + reach;
        return most * most;
    }

    @Override
    public int holds(Samples samples, double u, double v, double w) {
        return clipped(samples.reach, u, v, w) ? holdsClipped(samples, u, v, w) : holdsWithin(samples, u, v, w);
    }

    /** Whether the box may cut something off from what reaches so far around. */
    private boolean clipped(Vec reach, double u, double v, double w) {
        return (cutX && (u - reach.x() <= clip.x1() || u + reach.x() >= clip.x2()))
                || (cutY && (v - reach.y() <= clip.y1() || v + reach.y() >= clip.y2()))
                || (cutZ && (w - reach.z() <= clip.z1() || w + reach.z() >= clip.z2()));
    }

    private int holdsClipped(Samples samples, double u, double v, double w) {
        int held = 0;
        for (int i = 0; i < samples.count(); i++) {
            if (holds(u + samples.u[i], v + samples.v[i], w + samples.w[i])) {
                held++;
            }
        }
        return held;
    }

    /** When the box is of no account. */
    private int holdsWithin(Samples samples, double u, double v, double w) {
        int held = 0;
        for (int i = 0; i < samples.count(); i++) {
            double x = u + samples.u[i];
            double y = v + samples.v[i];
            double z = w + samples.w[i];
            held += a * x * x + b * y * y + c * z * z < d ? 1 : 0;
        }
        return held;
    }

    @Override
    public double chord(double u, double v, double w, double du, double dv, double dw) {
        double square = a * du * du + b * dv * dv + c * dw * dw;
        double half = a * u * du + b * v * dv + c * w * dw;
        double rest = a * u * u + b * v * v + c * w * w - d;
        double root = half * half - square * rest;
        if (square >= PARALLEL && root <= 0) {
            return 0;
        }
        double near = Double.NEGATIVE_INFINITY;
        double far = Double.POSITIVE_INFINITY;
        if (cutX) {
            near = entry(u, du, clip.x1(), clip.x2());
            far = exit(u, du, clip.x1(), clip.x2());
        }
        if (cutY) {
            near = Math.max(near, entry(v, dv, clip.y1(), clip.y2()));
            far = Math.min(far, exit(v, dv, clip.y1(), clip.y2()));
        }
        if (cutZ) {
            near = Math.max(near, entry(w, dw, clip.z1(), clip.z2()));
            far = Math.min(far, exit(w, dw, clip.z1(), clip.z2()));
        }
        if (near >= far) {
            return 0;
        }
        if (Math.abs(square) < PARALLEL) {
            return rest <= 0 ? far - near : 0;
        }
        return root <= 0 ? far - near : inside(square, half, Math.sqrt(root), near, far);
    }

    /** How much of an interval has square·t² + 2·half·t + rest ≤ 0; the root is that of half² − square·rest. */
    private static double inside(double square, double half, double root, double near, double far) {
        double one = (-half - root) / square;
        double two = (-half + root) / square;
        double between = Math.max(0, Math.min(far, Math.max(one, two)) - Math.max(near, Math.min(one, two)));
        return square > 0 ? between : far - near - between;
    }

    private static double entry(double at, double step, double low, double high) {
        if (Math.abs(step) < PARALLEL) {
            return at < low || at > high ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        return ((step > 0 ? low : high) - at) / step;
    }

    private static double exit(double at, double step, double low, double high) {
        return Math.abs(step) < PARALLEL ? Double.POSITIVE_INFINITY : ((step > 0 ? high : low) - at) / step;
    }
}
