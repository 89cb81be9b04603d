package org.trabecula.simulation.phantom;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** What stands in a disc space after a fusion: bone that has grown, or not quite, from endplate to endplate, and the cage. */
final class Interbody {
    private static final double HALF = Curve.DISC / 2 + 1;
    private static final double NEW_BONE = 310;
    private static final double DISC_HU = 82;
    private static final double SPACING = 6;
    private static final double POROSITY = 0.70;
    /** Follows from its elements at the effective energy of 120 kV. */
    private static final double PEEK = Math.rint(Matter.hounsfield(Matter.peekPerMm(70), 70));

    private record Column(double x, double y, double turn, double growth) {}

    private final Pose pose;
    private final Phantom.DiscSpace disc;
    private final SplittableRandom chance;

    Interbody(Pose pose, Phantom.DiscSpace disc, long seed) {
        this.pose = pose;
        this.disc = disc;
        this.chance = new SplittableRandom(seed * 31 + disc.segment().upper().ordinal());
    }

    List<Part> parts() {
        List<Part> parts = new ArrayList<>();
        bone(parts);
        int cages = disc.cages().size();
        for (int i = 0; i < cages; i++) {
            double aside = (i - (cages - 1) / 2.0) * 20;
            cage(disc.cages().get(i), pose.moved(aside, cages == 1 ? -3 : -1, 0), parts);
        }
        return parts;
    }

    /** Columns of new bone; the share that bridges runs through, of the others some leave a gap at the middle. */
    private void bone(List<Part> parts) {
        List<Column> columns = new ArrayList<>();
        for (double x = -18; x <= 18; x += SPACING) {
            for (double y = -12; y <= 10; y += SPACING) {
                if (x * x / 400 + y * y / 180 < 1) {
                    columns.add(new Column(
                            x + chance.nextDouble(-1.2, 1.2),
                            y + chance.nextDouble(-1.2, 1.2),
                            chance.nextDouble(),
                            chance.nextDouble()));
                }
            }
        }
        columns.sort(Comparator.comparingDouble(Column::turn));
        long bridging = Math.round(disc.bridging() * columns.size());
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            if (i < bridging) {
                parts.add(newBone(column, 0, HALF));
            } else if (column.growth < 0.25 + disc.bridging()) {
                double gap = 0.8 + 1.6 * column.growth;
                double half = (HALF - gap) / 2;
                parts.add(newBone(column, gap + half, half));
                parts.add(newBone(column, -gap - half, half));
            }
        }
    }

    private Part newBone(Column at, double w, double half) {
        Lump lump = Lump.cylinder(pose.moved(at.x, at.y, w), 3.6, 3.4, half);
        return Part.grained(lump, NEW_BONE, 40, DISC_HU);
    }

    private void cage(Phantom.CageKind kind, Pose at, List<Part> parts) {
        boolean across = disc.cages().size() == 1;
        double x = across ? 13 : 5;
        double y = across ? 5.5 : 11.5;
        double z = Math.min(disc.heightMm() / 2, HALF + 0.5);
        double graft = 60 + 300 * disc.bridging();
        Lump outer = Lump.box(at, x, y, z);
        Lump chamber = Lump.cylinder(at, x * 0.55, y * 0.55, z);
        switch (kind) {
            case PEEK -> {
                parts.add(Part.of(outer, PEEK, DISC_HU));
                parts.add(Part.grained(chamber, graft, 40, PEEK));
                for (int end : new int[] {-1, 1}) {
                    pin(at.moved(end * (x - 1.5), -(y - 1.5), 0), z, parts);
                    pin(at.moved(end * (x - 1.5), y - 1.5, 0), z, parts);
                }
            }
            case POROUS_TITANIUM -> {
                parts.add(new Part(outer, graft, 0, 0.5, DISC_HU));
                parts.add(new Part(Lump.box(at, x - 1, y - 1, z - 0.8), graft, 0, 1 - POROSITY, DISC_HU));
                parts.add(Part.grained(chamber, graft, 40, DISC_HU));
            }
            case SOLID_TITANIUM -> {
                parts.add(Part.titanium(outer, DISC_HU));
                parts.add(Part.grained(Lump.box(at, x - 2.5, y - 2.5, z), graft, 40, DISC_HU));
            }
        }
    }

    /** A marker pin; labels say tantalum, titanium of the same visibility stands for it. */
    private static void pin(Pose at, double z, List<Part> parts) {
        parts.add(Part.titanium(Lump.cylinder(at, 0.5, 0.5, z - 1), PEEK));
    }
}
