package org.trabecula.simulation.phantom;

/**
 * How much of a pixel a shape fills, by sub-samples in the pixel and through the slice; where a large smooth shape has all corners or none,
 * they are enough.
 */
final class Covering {
    private static final double[] ENDS = {-0.5, 0.5};
    private static final double[] THIRDS = {-1 / 3.0, 0, 1 / 3.0};
    private static final double[] QUARTERS = {-0.375, -0.125, 0.125, 0.375};

    private final Solid solid;
    private final boolean plain;
    private final Samples corners;
    private final Samples samples;
    private final double margin;

    Covering(Solid solid, double pixel, double thickness) {
        this.solid = solid;
        this.plain = solid.plain();
        double[] through = thickness > 2 ? QUARTERS : THIRDS;
        this.samples = new Samples(solid.pose(), times(pixel, THIRDS), times(thickness, through));
        this.corners = plain ? new Samples(solid.pose(), times(pixel, ENDS), times(thickness, ENDS)) : samples;
        this.margin = Math.sqrt(2 * pixel * pixel + thickness * thickness) / 2 * 1.2;
    }

    private static double[] times(double length, double[] shares) {
        double[] places = new double[shares.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = shares[i] * length;
        }
        return places;
    }

    /** 0 to 1, of a pixel whose centre lies there in the shape's own coordinates. */
    float at(double u, double v, double w) {
        return switch (solid.lie(corners, u, v, w)) {
            case INSIDE -> 1;
            case OUTSIDE -> 0;
            case UNSURE -> sampled(u, v, w);
        };
    }

    private float sampled(double u, double v, double w) {
        double depth = solid.depth(u, v, w);
        if (depth > margin) {
            return 1;
        }
        if (!(depth > -margin)) {
            return 0;
        }
        if (plain) {
            int held = solid.holds(corners, u, v, w);
            if (held == 0 || held == corners.count()) {
                return held == 0 ? 0 : 1;
            }
        }
        return solid.holds(samples, u, v, w) / (float) samples.count();
    }
}
