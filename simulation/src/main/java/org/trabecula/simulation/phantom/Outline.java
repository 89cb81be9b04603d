package org.trabecula.simulation.phantom;

/** How far something turned reaches from its axis. */
sealed interface Outline permits Outline.Threaded, Outline.Zone {
    /** At a place along the axis, and at an angle around it given by two coordinates across. */
    double radius(double along, double u, double v);

    /** No less than this all around, between two places along the axis. */
    double least(double from, double to);

    /** No more than this all around, between two places along the axis. */
    double most(double from, double to);

    /** A screw shaft: a core that narrows to the tip, and a thread of one start around it that runs out there. */
    record Threaded(double length, double major, double narrowing, double turnsPerMm) implements Outline {
        private static final double POINT = 7;
        private static final double FLANK = 1 / 0.35;

        Threaded(double length, double diameter) {
            this(length, diameter / 2, 0.16 / length, 1 / (diameter < 6 ? 2.4 : 2.8));
        }

        private double core(double along) {
            return major * (0.76 - narrowing * along);
        }

        private double pointed(double along) {
            double toTip = length - along;
            return toTip < POINT ? 0.3 + 0.7 * Math.sqrt(toTip / POINT) : 1;
        }

        @Override
        public double radius(double along, double u, double v) {
            double core = core(along);
            double point = pointed(along);
            double square = u * u + v * v;
            // Within the core and beyond the thread it does not matter where a turn of it stands.
            if (square < point * point * core * core) {
                return point * core;
            }
            if (square > point * point * major * major) {
                return point * major;
            }
            double phase = along * turnsPerMm + turn(u, v);
            double offCrest = Math.abs(phase - Math.floor(phase) - 0.5) * 2;
            double height = Math.clamp((0.6 - offCrest) * FLANK, 0.0, 1.0);
            return point * (core + (major - core) * height);
        }

        @Override
        public double least(double from, double to) {
            return pointed(to) * core(to);
        }

        @Override
        public double most(double from, double to) {
            return pointed(from) * major;
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
    }

    /**
     * A zone around a screw, round beyond its tip, and no wider in the pedicle than the pedicle lets it be.
     *
     * @param narrow radius in the pedicle
     * @param radius elsewhere
     * @param inPedicle how much of its length lies behind the vertebral body
     */
    record Zone(double length, double narrow, double radius, double inPedicle) implements Outline {
        @Override
        public double radius(double along, double u, double v) {
            return wide(along) * rounded(along);
        }

        private double wide(double along) {
            return narrow + (radius - narrow) * Math.clamp((along - inPedicle) / 3, 0.0, 1.0);
        }

        private double rounded(double along) {
            double toEnd = length - along;
            return toEnd < radius ? Math.sqrt(Math.max(0, 1 - Math.pow(1 - toEnd / radius, 2))) : 1;
        }

        @Override
        public double least(double from, double to) {
            return wide(from) * rounded(to);
        }

        @Override
        public double most(double from, double to) {
            return wide(to) * rounded(from);
        }
    }
}
