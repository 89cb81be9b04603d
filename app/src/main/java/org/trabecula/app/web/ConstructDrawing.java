package org.trabecula.app.web;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.trabecula.study.spine.Level;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.spine.Segment;
import org.trabecula.study.spine.Side;

/**
 * The construct as a sketch from behind to in front, like a radiograph: the participant's right is on the left. It is drawn from
 * the screw sites and segments alone; nothing in it tells what a cage is made of.
 */
record ConstructDrawing(int height, List<Vertebra> vertebrae, List<Disc> discs, List<Shank> shanks, List<Rod> rods) {
    static final int WIDTH = 220;
    private static final int STEP = 62;
    private static final int TOP = 14;
    private static final int BODY = 40;
    private static final int CENTRE = WIDTH / 2;

    record Vertebra(Level level, int y, int halfWidth) {
        int x() {
            return CENTRE - halfWidth;
        }

        int width() {
            return 2 * halfWidth;
        }

        int height() {
            return BODY;
        }

        int middle() {
            return y + BODY / 2 + 4;
        }

        int labelX() {
            return CENTRE;
        }
    }

    record Disc(Segment segment, int y) {
        int x() {
            return CENTRE - 34;
        }

        int labelX() {
            return CENTRE;
        }

        int height() {
            return STEP - BODY - 6;
        }
    }

    /** A screw: its head beside the body, its tip towards the middle. */
    record Shank(ScrewSite site, int headX, int headY, int tipX, int tipY) {}

    record Rod(int x, int top, int bottom) {}

    static ConstructDrawing of(List<ScrewSite> screws, List<Segment> segments) {
        SortedSet<Level> named = new TreeSet<>();
        screws.forEach(screw -> named.add(screw.level()));
        segments.forEach(segment -> Stream.of(segment.upper(), segment.lower()).forEach(named::add));
        if (named.isEmpty()) {
            return new ConstructDrawing(TOP, List.of(), List.of(), List.of(), List.of());
        }
        List<Level> levels = Stream.of(Level.values())
                .filter(level -> level.compareTo(named.first()) >= 0 && level.compareTo(named.last()) <= 0)
                .toList();
        return new ConstructDrawing(
                TOP + levels.size() * STEP,
                levels.stream()
                        .map(level -> new Vertebra(level, y(levels, level), halfWidth(level)))
                        .toList(),
                segments.stream()
                        .map(segment -> new Disc(segment, y(levels, segment.upper()) + BODY + 3))
                        .toList(),
                screws.stream()
                        .map(screw -> shank(screw, y(levels, screw.level())))
                        .toList(),
                rods(screws, levels));
    }

    private static int y(List<Level> levels, Level level) {
        return TOP + levels.indexOf(level) * STEP;
    }

    /** Bodies widen a little towards the sacrum. */
    private static int halfWidth(Level level) {
        return 34 + level.ordinal();
    }

    private static int sign(Side side) {
        return side == Side.RIGHT ? -1 : 1;
    }

    private static Shank shank(ScrewSite screw, int y) {
        int sign = sign(screw.side());
        return new Shank(screw, CENTRE + sign * 58, y + 10, CENTRE + sign * 20, y + 24);
    }

    private static List<Rod> rods(List<ScrewSite> screws, List<Level> levels) {
        List<Rod> rods = new ArrayList<>();
        for (Side side : Side.values()) {
            List<Integer> heads = screws.stream()
                    .filter(screw -> screw.side() == side)
                    .map(screw -> y(levels, screw.level()) + 10)
                    .sorted()
                    .toList();
            if (heads.size() > 1) {
                rods.add(new Rod(CENTRE + sign(side) * 58, heads.getFirst() - 8, heads.getLast() + 8));
            }
        }
        return rods;
    }
}
