package org.trabecula.app.demo;

import org.trabecula.study.spine.Level;

/** One vertebra on a radiograph: body with its shell and trabeculae, pedicles, arch and processes. */
final class VertebraDrawing {
    private static final double HALF = Anatomy.BODY / 2;
    private final Plate plate;
    private final Grain grain;
    private final double bone;
    private final boolean lateral;

    VertebraDrawing(Plate plate, Grain grain, double bone, boolean lateral) {
        this.plate = plate;
        this.grain = grain;
        this.bone = bone;
        this.lateral = lateral;
    }

    void draw(Level level, Frame frame) {
        boolean sacral = level.compareTo(Level.S1) >= 0;
        double wide = lateral ? (sacral ? 14 - (level == Level.S2 ? 3 : 0) : 17) : 22 + level.ordinal() * 0.35;
        body(frame, wide, sacral);
        if (lateral) {
            behind(frame, sacral);
        } else {
            inFront(frame, sacral);
        }
    }

    private void body(Frame frame, double wide, boolean sacral) {
        Plate.Depth body = waisted(frame, wide, sacral ? HALF + 2 : HALF, sacral ? 0 : 1.7);
        float spongy = (float) (0.34 * bone);
        Extent extent = Extent.of(frame, wide, HALF + 2);
        plate.change(extent, 1.2, body, (before, cover, x, y) -> {
            double u = frame.u(x, y);
            double v = frame.v(x, y);
            // Osteoporotic bone keeps its upright trabeculae and loses those across.
            float upright = grain.smooth(u / 0.9 + 40, v / 5.0);
            float across = grain.smooth(u / 4.0, v / 1.1 + 70);
            return before + cover * (spongy + 0.035f * upright + 0.018f * (float) bone * across);
        });
        plate.add(extent, 0.7, Plate.rim(body, 1.3), 0.26 * bone);
        for (int end : new int[] {-1, 1}) {
            Frame plateau = frame.moved(0, end * (HALF - 0.8));
            plate.add(Extent.of(plateau, wide, 1.5), 0.8, Plate.box(plateau, wide - 1.5, 0.9, 0.6), 0.24 * bone);
        }
    }

    /** A box whose sides are drawn in at the middle, as bodies are. */
    private static Plate.Depth waisted(Frame frame, double wide, double high, double waist) {
        Plate.Depth box = Plate.box(frame, wide, high, 3.2);
        return (x, y) -> {
            double v = frame.v(x, y) / high;
            return box.at(x, y) - waist * Math.max(0, 1 - v * v);
        };
    }

    private void behind(Frame frame, boolean sacral) {
        stroke(frame, 15, -6, 27, -5, 4.6, 0.20);
        stroke(frame, 26, -10, 30, 12, 4.2, 0.20);
        stroke(frame, 28, 8, 24, 20, 3.6, 0.14);
        if (!sacral) {
            stroke(frame, 32, 8, 54, 15, 6.5, 0.15);
            ring(frame, 32, 8, 54, 15, 6.5, 0.09);
        }
    }

    private void inFront(Frame frame, boolean sacral) {
        for (int side : new int[] {-1, 1}) {
            Frame pedicle = frame.moved(side * 14.5, -4);
            Plate.Depth eye = Plate.ellipse(pedicle.x(), pedicle.y(), 4.2, 6.2);
            plate.add(pedicle.x(), pedicle.y(), 9, 0.8, Plate.rim(eye, 1.2), 0.24 * bone);
            stroke(frame, side * 12, 4, side * 15, 19, 4.4, 0.12);
            if (sacral) {
                stroke(frame, side * 20, -5, side * 46, 10, 11, 0.22);
            } else {
                stroke(frame, side * 19, -4, side * 37, -7, 3.3, 0.15);
            }
        }
        if (!sacral) {
            stroke(frame, 0, 2, 0, 15, 3.4, 0.13);
            ring(frame, 0, 4, 0, 15, 3.4, 0.12);
        }
    }

    private void stroke(Frame frame, double u1, double v1, double u2, double v2, double radius, double amount) {
        plate.add(along(frame, u1, v1, u2, v2, radius), 2.0, rod(frame, u1, v1, u2, v2, radius), amount * bone);
    }

    private void ring(Frame frame, double u1, double v1, double u2, double v2, double radius, double amount) {
        Plate.Depth rim = Plate.rim(rod(frame, u1, v1, u2, v2, radius), 1.1);
        plate.add(along(frame, u1, v1, u2, v2, radius), 0.8, rim, amount * bone);
    }

    private static Extent along(Frame frame, double u1, double v1, double u2, double v2, double radius) {
        return Extent.along(frame.x(u1, v1), frame.y(u1, v1), frame.x(u2, v2), frame.y(u2, v2), radius);
    }

    private static Plate.Depth rod(Frame frame, double u1, double v1, double u2, double v2, double radius) {
        return Plate.rod(frame.x(u1, v1), frame.y(u1, v1), frame.x(u2, v2), frame.y(u2, v2), radius);
    }
}
