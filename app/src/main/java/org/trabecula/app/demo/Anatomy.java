package org.trabecula.app.demo;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.trabecula.study.spine.Level;

/** Where the vertebrae of a lumbar spine stand, mm. Sizes of bodies and discs are those of a textbook adult. */
final class Anatomy {
    static final double BODY = 27;
    static final double DISC = 10;
    private static final double[] TILT = {-12, -11, -10, -9, -9, -6, -1, 6, 17, 34, 48};
    private static final double TO_SEE_AROUND = 110;

    private Anatomy() {}

    /** Frames of all levels that come near the plate, the middle of the construct in its middle. Lordosis only from the side. */
    static Map<Level, Frame> chain(List<Level> construct, double width, double height, boolean fromTheSide) {
        Level middle = construct.get(construct.size() / 2);
        Frame start = Frame.at(width * (fromTheSide ? 0.42 : 0.5), height * 0.52, tilt(middle, fromTheSide));
        Map<Level, Frame> frames = new EnumMap<>(Map.of(middle, start));
        List<Level> levels = List.of(Level.values());
        Frame last = start;
        for (Level level : levels.subList(middle.ordinal() + 1, levels.size())) {
            last = next(last, tilt(level, fromTheSide), 1);
            frames.put(level, last);
        }
        last = start;
        for (Level level : levels.subList(0, middle.ordinal()).reversed()) {
            last = next(last, tilt(level, fromTheSide), -1);
            frames.put(level, last);
        }
        frames.values().removeIf(frame -> Math.abs(frame.y() - height / 2) > TO_SEE_AROUND + height / 2);
        return frames;
    }

    private static double tilt(Level level, boolean fromTheSide) {
        return fromTheSide ? -TILT[level.ordinal()] : 0;
    }

    private static Frame next(Frame from, double degrees, int down) {
        double half = (BODY + DISC) / 2 * down;
        Frame turned = Frame.at(0, 0, degrees);
        double x = from.x(0, half) + turned.x(0, half);
        double y = from.y(0, half) + turned.y(0, half);
        return Frame.at(x, y, degrees);
    }

    /** The middle of the disc space between two levels, turned halfway. */
    static Frame disc(Frame upper, Frame lower) {
        double cos = upper.cos() + lower.cos();
        double sin = upper.sin() + lower.sin();
        double length = Math.hypot(cos, sin);
        double half = BODY / 2;
        return new Frame(
                (upper.x(0, half) + lower.x(0, -half)) / 2,
                (upper.y(0, half) + lower.y(0, -half)) / 2,
                cos / length,
                sin / length);
    }
}
