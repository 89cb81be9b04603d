package org.trabecula.simulation.phantom;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.study.spine.Level;

/** One vertebra in its own pose, S1 with the whole sacrum and the wings of the pelvis: shells of compact bone, filled with spongy bone. Sizes are those of textbook adults. */
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
        if (level == Level.S1) {
            sacrum();
            body(sacral());
        } else if (level.compareTo(Level.S1) < 0) {
            body(AROUND);
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
        if (level == Level.S2) {
            return List.of();
        }
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

    /** @param around HU of what it stands in */
    private void body(double around) {
        double x = halfWidth(level) * size;
        double y = halfDepth(level) * size;
        double waist = level == Level.S1 ? 0 : 0.22;
        shells.add(Part.grained(Lump.body(pose, x, y, Curve.HALF_BODY, waist, FLAT_BEHIND), COMPACT, GRAIN, around));
        fillings.add(Part.grained(
                Lump.body(pose, x - SHELL, y - SHELL, Curve.HALF_BODY - SHELL, waist, FLAT_BEHIND - SHELL),
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
            bar(pose.out(side * 15, 25, 3), pose.out(side * 27, 27, 4), 4.4);
            bar(pose.out(side * 26, 27, 4), pose.out(side * 38, 29, 6), 3.4);
            bar(pose.out(side * 14, 25, -2), pose.out(side * 1.5, 35, -7), 3.8);
        }
        Pose spine = Pose.at(Vec.ORIGIN, 12).within(pose.moved(0, 45, -7));
        fillings.addFirst(Part.grained(Lump.plate(spine, 3.2, 15, 10.5), COMPACT - 120, GRAIN, AROUND));
        fillings.add(Part.grained(Lump.plate(spine, 1.8, 13.5, 9), spongy + 20, GRAIN, COMPACT - 120));
    }

    /** One shield that tapers downward, with its foramina and canal; the body of S1 stands out of it above. */
    private void sacrum() {
        Pose shield = Pose.at(Vec.ORIGIN, 12).within(pose.moved(0, 8, 9));
        shells.add(Part.grained(Lump.tapering(shield, 51, 15, 96), COMPACT - 150, GRAIN, AROUND));
        Pose inner = shield.moved(0, 0, -1.8);
        shells.add(Part.grained(Lump.tapering(inner, 49, 13.2, 92), sacral(), GRAIN, COMPACT - 150));
        shells.add(Part.of(Lump.cylinder(shield.moved(0, 11, -40), 9, 5, 40), 22, sacral()));
        for (int side : new int[] {-1, 1}) {
            for (int pair = 0; pair < 4; pair++) {
                Pose hole = shield.moved(side * (19 - 1.5 * pair), 0, -20 - 17 * pair);
                Pose forward = new Pose(hole.origin(), hole.right(), hole.up().times(-1), hole.back());
                shells.add(Part.of(Lump.cylinder(forward, 4.5, 5.5 - 0.6 * pair, 13), 10, sacral()));
            }
            bar(pose.out(side * 17, 24, 6), pose.out(side * 10, 30, -10), 6);
            ilium(side);
        }
        bar(shield.out(0, 15, -4), shield.out(0, 12, -60), 3.5);
    }

    private double sacral() {
        return spongy - 15;
    }

    /** The wing of the pelvis, whose crest stands as high as L4 or L5. */
    private void ilium(int side) {
        double angle = Math.toRadians(38);
        Vec across = new Vec(side * Math.cos(angle), Math.sin(angle), 0);
        Vec along = new Vec(-side * Math.sin(angle), Math.cos(angle), 0);
        Pose wing = new Pose(pose.origin().plus(new Vec(side * 76, -4, -30)), across, along, new Vec(0, 0, 1));
        shells.add(Part.grained(Lump.ellipsoid(wing, 8, 52, 56), COMPACT - 200, GRAIN, AROUND));
        shells.add(Part.grained(Lump.ellipsoid(wing, 6.4, 50.4, 54.4), spongy - 20, GRAIN, COMPACT - 200));
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
