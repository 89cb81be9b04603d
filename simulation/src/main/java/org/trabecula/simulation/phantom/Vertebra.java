package org.trabecula.simulation.phantom;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.study.spine.Level;

/** One vertebra in its own pose: shells of compact bone, filled with spongy bone. Sizes are those of textbook adults. */
final class Vertebra {
    static final double COMPACT = 560;
    static final double FLAT_BEHIND = 14;
    static final double PEDICLE_X = 14.5;
    static final double PEDICLE_Z = 4;
    static final double GRAIN = 24;
    private static final double SHELL = 1.1;
    private static final double AROUND = 20;

    private final Pose pose;
    private final Level level;
    private final double spongy;
    private final double size;
    private final List<Part> shells = new ArrayList<>();
    private final List<Part> fillings = new ArrayList<>();

    Vertebra(Pose pose, Level level, double spongy, double build) {
        this.pose = pose;
        this.level = level;
        this.spongy = spongy;
        this.size = 1 + 0.05 * build;
        body();
        if (level.compareTo(Level.S1) >= 0) {
            sacrum();
        } else {
            arch();
        }
    }

    static double halfWidth(Level level) {
        return 19 + 0.6 * level.ordinal();
    }

    static double halfDepth(Level level) {
        return 15.5 + 0.2 * level.ordinal();
    }

    List<Part> parts() {
        List<Part> all = new ArrayList<>(canal());
        all.addAll(shells);
        all.addAll(fillings);
        all.add(Part.of(basivertebral(), Math.min(spongy, 40) - 10, spongy));
        return all;
    }

    /** Where veins leave through the back of the body, at half height. */
    private Lump basivertebral() {
        return Lump.ellipsoid(pose.moved(0, FLAT_BEHIND - 3, 0), 4.5, 5.5, 2.2);
    }

    private List<Part> canal() {
        Pose middle = pose.moved(0, FLAT_BEHIND + 7.5, 0);
        double half = Curve.HALF_BODY + Curve.DISC / 2 + 1;
        return List.of(
                Part.of(Lump.cylinder(middle, 12, 8.5, half), -40, AROUND),
                Part.of(Lump.cylinder(middle, 9, 6.5, half), 22, -40));
    }

    private void body() {
        double x = halfWidth(level) * size;
        double y = halfDepth(level) * size;
        boolean sacral = level.compareTo(Level.S1) >= 0;
        double waist = sacral ? 0 : 0.22;
        double narrow = level == Level.S2 ? 0.75 : 1;
        shells.add(Part.grained(
                Lump.body(pose, x * narrow, y * narrow, Curve.HALF_BODY, waist, FLAT_BEHIND), COMPACT, GRAIN, AROUND));
        fillings.add(Part.grained(
                Lump.body(
                        pose,
                        x * narrow - SHELL,
                        y * narrow - SHELL,
                        Curve.HALF_BODY - SHELL,
                        waist,
                        FLAT_BEHIND - SHELL),
                spongy,
                GRAIN,
                COMPACT));
    }

    private void arch() {
        double wide = 4.8 + 0.3 * Math.max(0, level.ordinal() - Level.L1.ordinal());
        for (int side : new int[] {-1, 1}) {
            Pose root = pose.moved(side * PEDICLE_X, FLAT_BEHIND + 3, PEDICLE_Z);
            Pose forward = new Pose(root.origin(), root.right(), root.up().times(-1), root.back());
            pair(forward, wide, 7.6, 9, spongy + 40);
            knob(side * 17, FLAT_BEHIND + 11, 13, 6, 5.5, 9);
            knob(side * 15, FLAT_BEHIND + 14, -13, 5.5, 5, 9);
            bar(pose.out(side * 15, 25, 3), pose.out(side * 36, 29, 5), 4.2);
            bar(pose.out(side * 14, 25, -2), pose.out(side * 1.5, 35, -7), 3.8);
        }
        Pose spine = Pose.at(Vec.ORIGIN, 12).within(pose.moved(0, 45, -7));
        fillings.addFirst(Part.grained(Lump.box(spine, 3.2, 13, 9), COMPACT - 120, GRAIN, AROUND));
        fillings.add(Part.grained(Lump.box(spine, 1.8, 11.5, 7.5), spongy + 20, GRAIN, COMPACT - 120));
    }

    private void sacrum() {
        for (int side : new int[] {-1, 1}) {
            Pose wing = Pose.at(Vec.ORIGIN, 12).within(pose.moved(side * 27, 6, -1));
            shells.add(Part.grained(Lump.ellipsoid(wing, 27, 10, 14), COMPACT - 150, GRAIN, AROUND));
            fillings.add(Part.grained(Lump.ellipsoid(wing, 25.6, 8.6, 12.6), spongy - 15, GRAIN, COMPACT - 150));
            bar(pose.out(side * 17, 24, 6), pose.out(side * 10, 30, -10), 6);
        }
        bar(pose.out(0, 34, 4), pose.out(0, 32, -14), 4);
    }

    private void pair(Pose at, double x, double y, double half, double inside) {
        shells.add(Part.grained(Lump.cylinder(at, x, y, half), COMPACT, GRAIN, AROUND));
        fillings.add(Part.grained(
                Lump.cylinder(at.moved(0, 0, -2), x - SHELL, y - SHELL, half + 1), inside, GRAIN, COMPACT));
    }

    private void knob(double x, double y, double z, double rx, double ry, double rz) {
        Pose at = pose.moved(x, y, z);
        shells.add(Part.grained(Lump.ellipsoid(at, rx, ry, rz), COMPACT, GRAIN, AROUND));
        fillings.add(Part.grained(Lump.ellipsoid(at, rx - 1.6, ry - 1.6, rz - 1.6), spongy + 90, GRAIN, COMPACT));
    }

    private void bar(Vec from, Vec to, double radius) {
        shells.add(Part.grained(Lump.rod(from, to, radius), COMPACT - 60, GRAIN, AROUND));
        fillings.add(Part.grained(Lump.rod(from, to, radius - 1.4), spongy + 30, GRAIN, COMPACT - 60));
    }
}
