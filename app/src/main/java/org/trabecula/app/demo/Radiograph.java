package org.trabecula.app.demo;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.trabecula.simulation.cohort.Look;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.spine.Level;
import org.trabecula.study.spine.Side;

/**
 * Draws one projection of a virtual spine with its construct, from the side or from in front. What the look says is there is drawn as
 * wide as it says; the rest only has to look like a spine.
 */
final class Radiograph {
    static final int COLUMNS = 288;
    static final int ROWS = 360;
    static final double PIXEL = 0.55;
    static final int WHITE = 4095;
    private static final int STEPS = 1024;
    private static final float[] EXPOSURE = curve();
    private static final double WIDTH = COLUMNS * PIXEL;
    private static final double HEIGHT = ROWS * PIXEL;

    private final Look look;
    private final boolean lateral;
    private final Grain grain;
    private final Plate plate = new Plate(COLUMNS, ROWS, PIXEL);
    private final Map<Level, Frame> frames;
    private final double bone;

    private Radiograph(Look look, boolean lateral) {
        this.look = look;
        this.lateral = lateral;
        this.grain = new Grain(seed(look.images()) + (lateral ? 1 : 2));
        this.frames = Anatomy.chain(levels(look), WIDTH, HEIGHT, lateral);
        this.bone = Math.clamp(0.55 + look.boneHu() / 250, 0.5, 1.25);
    }

    private static long seed(ImagingStudyId id) {
        long seed = 1125899906842597L;
        for (char letter : id.value().toCharArray()) {
            seed = 31 * seed + letter;
        }
        return seed;
    }

    static List<Level> levels(Look look) {
        TreeSet<Level> levels = new TreeSet<>();
        look.segments()
                .forEach(
                        view -> Stream.of(view.segment().upper(), view.segment().lower())
                                .forEach(levels::add));
        look.screws().forEach(view -> levels.add(view.screw().site().level()));
        return List.copyOf(levels);
    }

    /** Stored values, row by row, 0 black to {@link #WHITE}. */
    static short[] draw(Look look, boolean lateral) {
        Radiograph drawing = new Radiograph(look, lateral);
        drawing.softTissue();
        VertebraDrawing vertebra = new VertebraDrawing(drawing.plate, drawing.grain, drawing.bone, lateral);
        drawing.frames.forEach(vertebra::draw);
        drawing.discs();
        drawing.screws();
        return drawing.exposed();
    }

    /** The trunk, a little gas in the bowel, and the iliac crests. */
    private void softTissue() {
        float[] density = plate.density();
        for (int row = 0; row < ROWS; row++) {
            double down = row / (double) ROWS;
            for (int column = 0; column < COLUMNS; column++) {
                double across = column / (double) COLUMNS;
                double trunk = lateral
                        ? 0.34 + 0.16 * down - 0.22 * across * across
                        : 0.46 - 0.5 * (across - 0.5) * (across - 0.5);
                density[row * COLUMNS + column] = (float) (trunk + 0.025 * grain.smooth(column / 23.0, row / 23.0));
            }
        }
        for (int i = 0; i < 5; i++) {
            double x = WIDTH * (lateral ? 0.02 + 0.05 * i : (i % 2 == 0 ? 0.08 : 0.9)) + 6 * grain.at(i, 0);
            double y = HEIGHT * (0.15 + 0.16 * i) + 8 * grain.at(i, 1);
            double size = 9 + 3 * Math.abs(grain.at(i, 2));
            plate.add(x, y, size * 2.2, 9, Plate.ellipse(x, y, size * 1.5, size), -0.13);
        }
        Frame sacrum = frames.getOrDefault(Level.S1, Frame.at(WIDTH / 2, HEIGHT * 1.2, 0));
        if (lateral) {
            plate.add(
                    sacrum.x() + 6,
                    sacrum.y() + 22,
                    70,
                    14,
                    Plate.ellipse(sacrum.x() + 6, sacrum.y() + 30, 48, 52),
                    0.17);
        } else {
            for (int side : new int[] {-1, 1}) {
                double x = sacrum.x() + side * 66;
                plate.add(x, sacrum.y() + 22, 70, 8, Plate.ellipse(x, sacrum.y() + 26, 34, 44), 0.30);
            }
        }
    }

    private void discs() {
        for (Look.SegmentView view : look.segments()) {
            Frame upper = frames.get(view.segment().upper());
            Frame lower = frames.get(view.segment().lower());
            if (upper != null && lower != null) {
                new DiscDrawing(plate, grain, bone, lateral).draw(Anatomy.disc(upper, lower), view);
            }
        }
    }

    private void screws() {
        List<Shaft> shafts = look.screws().stream()
                .filter(view -> frames.containsKey(view.screw().site().level()))
                .map(this::shaft)
                .toList();
        shafts.forEach(shaft -> shaft.drawHalo(plate));
        shafts.forEach(shaft -> shaft.drawMetal(plate));
        for (Side side : Side.values()) {
            List<Shaft> beside = look.screws().stream()
                    .filter(view -> view.screw().site().side() == side
                            && frames.containsKey(view.screw().site().level()))
                    .map(this::shaft)
                    .toList();
            for (int i = 1; i < beside.size(); i++) {
                rod(beside.get(i - 1), beside.get(i));
            }
        }
    }

    private void rod(Shaft from, Shaft to) {
        double back = lateral ? 4.5 : 0;
        double dx = to.headX() - from.headX();
        double dy = to.headY() - from.headY();
        double length = Math.max(1, Math.hypot(dx, dy));
        double x1 = from.headX() + back - dx / length * 5;
        double y1 = from.headY() - dy / length * 5;
        double x2 = to.headX() + back + dx / length * 5;
        double y2 = to.headY() + dy / length * 5;
        plate.add(Extent.along(x1, y1, x2, y2, 3), 0.5, Plate.rod(x1, y1, x2, y2, 2.75), 1.5);
    }

    private Shaft shaft(Look.ScrewView view) {
        Frame frame = frames.get(view.screw().site().level());
        double diameter = view.screw().diameterMm().doubleValue();
        double length = view.screw().lengthMm().doubleValue();
        boolean left = view.screw().site().side() == Side.LEFT;
        if (frame == null) {
            throw new IllegalStateException("Only levels on the plate are drawn");
        }
        if (lateral) {
            // The two sides never fall quite on each other; the left one lies nearer to the detector.
            double aside = left ? -1.6 : 1.6;
            double entry = 33 + aside;
            return at(frame, entry, -7 + aside, entry - length, -3 + aside * 1.4, diameter, view.lucencyMm());
        }
        double sign = left ? 1 : -1;
        return at(frame, sign * 21, -7, sign * (21 - length * 0.36), -1, diameter, view.lucencyMm());
    }

    private static Shaft at(Frame frame, double u1, double v1, double u2, double v2, double diameter, double lucency) {
        return new Shaft(frame.x(u1, v1), frame.y(u1, v1), frame.x(u2, v2), frame.y(u2, v2), diameter, lucency);
    }

    /** What gets through falls off exponentially with what stands in the way. */
    private static float exposure(float density) {
        int step = Math.clamp((int) (density * STEPS), 0, EXPOSURE.length - 1);
        return EXPOSURE[step];
    }

    private static float[] curve() {
        float[] curve = new float[8 * STEPS];
        for (int i = 0; i < curve.length; i++) {
            curve[i] = (float) (WHITE * 0.97 * (1 - Math.exp(-1.05 * i / STEPS)));
        }
        return curve;
    }

    /** Metal is nearly white, the trunk grey; a little blur and grain as on any detector. */
    private short[] exposed() {
        float[] density = plate.density();
        short[] stored = new short[density.length];
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                int at = row * COLUMNS + column;
                float left = density[column > 0 ? at - 1 : at];
                float right = density[column < COLUMNS - 1 ? at + 1 : at];
                float above = density[row > 0 ? at - COLUMNS : at];
                float below = density[row < ROWS - 1 ? at + COLUMNS : at];
                float blurred = 0.52f * density[at] + 0.12f * (left + right + above + below);
                double value = exposure(blurred) + 26 * grain.at(column + 3 * row, row);
                stored[at] = (short) Math.clamp(Math.round(value), 0, WHITE);
            }
        }
        return stored;
    }
}
