package org.trabecula.app.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.simulation.cohort.Look;
import org.trabecula.study.implant.Cage;
import org.trabecula.study.protocol.CageMaterial;
import org.trabecula.study.spine.Level;
import org.trabecula.study.spine.Side;

/**
 * Draws axial CT slices through a virtual construct, Hounsfield units. On the image the participant's right is on the left and the
 * back is below; slices are counted from the feet up.
 */
final class Slices {
    static final int SIZE = 128;
    static final double PIXEL = 0.8;
    static final double GAP = 3.0;
    private static final double STEP = Anatomy.BODY + Anatomy.DISC;
    private static final double CENTRE = SIZE * PIXEL / 2;
    private static final double SCREW_ABOVE_MIDDLE = 5;
    private static final int METAL = 3000;

    private final Look look;
    private final Grain grain;
    private final List<Level> levels;

    Slices(Look look) {
        this.look = look;
        this.grain = new Grain(look.images().value().hashCode() * 2654435761L);
        this.levels = Radiograph.levels(look);
    }

    int count() {
        return (int) Math.ceil((levels.size() * STEP - Anatomy.DISC) / GAP);
    }

    /** Height above the lower end of the lowest vertebra, mm. */
    static double height(int slice) {
        return (slice + 0.5) * GAP;
    }

    short[] draw(int slice) {
        double z = height(slice);
        Plate plate = new Plate(SIZE, SIZE, PIXEL);
        Level level = levels.get(levels.size() - 1 - Math.min(levels.size() - 1, (int) (z / STEP)));
        double within = z - below(level);
        flesh(plate);
        if (within <= Anatomy.BODY) {
            vertebra(plate, within, slice);
        } else {
            discSpace(plate, level, within - Anatomy.BODY, slice);
        }
        List<double[]> metal = metal(plate, z);
        return finished(plate, metal, slice);
    }

    private double below(Level level) {
        return (levels.size() - 1 - levels.indexOf(level)) * STEP;
    }

    private void flesh(Plate plate) {
        fill(plate, CENTRE, CENTRE, 200, (x, y) -> 1, -85);
        for (int side : new int[] {-1, 1}) {
            ellipse(plate, side * 33, -10, 12, 15, 55);
            ellipse(plate, side * 25, 34, 20, 15, 48);
        }
        ellipse(plate, 9, -36, 9, 9, 45);
        ellipse(plate, -12, -35, 10, 8, 40);
    }

    /** @param within mm above the vertebra's lower endplate */
    private void vertebra(Plate plate, double within, int slice) {
        boolean endplate = within < 2 || within > Anatomy.BODY - 2;
        double waist = 1.5 * (1 - Math.pow(2 * within / Anatomy.BODY - 1, 2));
        body(plate, 24 - waist, 17 - waist, endplate ? 420 : look.boneHu(), endplate ? 60 : 45, slice);
        canal(plate);
        double fromMiddle = within - Anatomy.BODY / 2;
        for (int side : new int[] {-1, 1}) {
            if (Math.abs(fromMiddle - SCREW_ABOVE_MIDDLE) < 6) {
                bone(plate, side * 15, 0, side * 17, 14, 5.5);
                bone(plate, side * 18, 13, side * 34, 15, 3.5);
            }
            bone(plate, side * 16, 15, side * 2, 24, 3.8);
        }
        if (fromMiddle < 6) {
            bone(plate, 0, 24, 0, 41, 3.2);
        }
    }

    private void body(Plate plate, double rx, double ry, double inside, double texture, int slice) {
        Plate.Depth shape = Plate.ellipse(CENTRE, CENTRE - 10, rx, ry);
        plate.change(CENTRE, CENTRE - 10, 28, 1.0, shape, (before, cover, x, y) -> {
            double value = inside + texture * grain.smooth(x / 1.1 + slice * 3.0, y / 1.1 + slice);
            return (float) (before + cover * (value - before));
        });
        fill(plate, CENTRE, CENTRE - 10, 28, Plate.rim(shape, 1.4), 430);
    }

    private void canal(Plate plate) {
        ellipse(plate, 0, 13, 10, 8, -20);
        ellipse(plate, 0, 12, 7.5, 6.5, 25);
    }

    private void bone(Plate plate, double x1, double y1, double x2, double y2, double radius) {
        Plate.Depth shape = Plate.rod(CENTRE + x1, CENTRE + y1, CENTRE + x2, CENTRE + y2, radius);
        double cx = CENTRE + (x1 + x2) / 2;
        double cy = CENTRE + (y1 + y2) / 2;
        double reach = Math.hypot(x2 - x1, y2 - y1) / 2 + radius + 2;
        fill(plate, cx, cy, reach, shape, Math.max(140, look.boneHu() + 60));
        fill(plate, cx, cy, reach, Plate.rim(shape, 1.6), 480);
    }

    /** @param within mm above the endplate below */
    private void discSpace(Plate plate, Level lower, double within, int slice) {
        Optional<Look.SegmentView> fused = look.segments().stream()
                .filter(view -> view.segment().lower() == lower)
                .findFirst();
        body(plate, 23, 16, 85, 14, slice);
        canal(plate);
        for (int side : new int[] {-1, 1}) {
            bone(plate, side * 17, 17, side * 19, 21, 5);
        }
        fused.ifPresent(view -> {
            union(plate, view, within, slice);
            List<Cage> cages = view.cages();
            for (int i = 0; i < cages.size(); i++) {
                double aside = cages.size() == 1 ? 0 : (i - (cages.size() - 1) / 2.0) * 20;
                cage(plate, cages.get(i), aside, view.maturity(), within);
            }
        });
    }

    /** New bone in the disc space; short of union a gap stays at the endplates. */
    private void union(Plate plate, Look.SegmentView view, double within, int slice) {
        boolean atEndplate = within < 3 || within > Anatomy.DISC - 3;
        double amount = Math.clamp((view.maturity() - 0.4) / 1.1, 0.0, 1.0);
        double reached = view.maturity() < 1 && atEndplate ? amount * 0.25 : amount;
        plate.change(
                CENTRE, CENTRE - 10, 26, 1.2, Plate.ellipse(CENTRE, CENTRE - 10, 20, 13.5), (before, cover, x, y) -> {
                    double patch = grain.smooth(x / 4.0 + 17, y / 4.0 + slice * 0.7);
                    double grown = Math.clamp(reached * 1.25 + 0.35 * patch - 0.15, 0.0, 1.0);
                    return (float) (before + cover * grown * (330 + 60 * grain.smooth(x, y) - before));
                });
    }

    private void cage(Plate plate, Cage cage, double aside, double maturity, double within) {
        double half = cage.heightMm().map(height -> height.doubleValue() / 2).orElse(5.0);
        if (Math.abs(within - Anatomy.DISC / 2) > half) {
            return;
        }
        double cx = CENTRE + aside;
        double cy = CENTRE - 8;
        Frame frame = Frame.at(cx, cy, 0);
        Plate.Depth box = Plate.box(frame, aside == 0 ? 13 : 5.5, aside == 0 ? 6 : 12, 2.5);
        boolean metal =
                cage.material() == CageMaterial.PRINTED_POROUS_TITANIUM || cage.material() == CageMaterial.TITANIUM;
        if (metal) {
            plate.change(cx, cy, 18, 0.8, box, (before, cover, x, y) -> {
                double cell = Math.cos(x * Math.PI / 1.3) * Math.cos(y * Math.PI / 1.3 + within);
                return (float) (before + cover * (1500 + 900 * cell - before));
            });
            fill(plate, cx, cy, 18, Plate.rim(box, 1.2), 2600);
            return;
        }
        fill(plate, cx, cy, 18, box, 110);
        double graft = 60 + 320 * Math.clamp((maturity - 0.3) / 1.2, 0.0, 1.0);
        fill(plate, cx, cy, 14, Plate.box(frame, aside == 0 ? 9 : 2.6, aside == 0 ? 3 : 8, 1.5), graft);
        double far = aside == 0 ? 11 : 10;
        for (int end : new int[] {-1, 1}) {
            double px = aside == 0 ? cx + end * far : cx;
            double py = aside == 0 ? cy : cy + end * far;
            fill(plate, px, py, 4, Plate.ellipse(px, py, 0.9, 0.9), METAL);
        }
    }

    /** Screws, heads and rods in this slice; answers where they are, since metal throws streaks. */
    private List<double[]> metal(Plate plate, double z) {
        List<double[]> places = new ArrayList<>();
        for (Look.ScrewView view : look.screws()) {
            double sign = view.screw().site().side() == Side.LEFT ? 1 : -1;
            double off = z - below(view.screw().site().level()) - Anatomy.BODY / 2 - SCREW_ABOVE_MIDDLE;
            screw(plate, view, sign, off, places);
            if (Math.abs(off) < STEP * 0.62 && levels.size() > 1) {
                double rodX = CENTRE + sign * 21;
                fill(plate, rodX, CENTRE + 33, 5, Plate.ellipse(rodX, CENTRE + 33, 2.75, 2.75), METAL);
                places.add(new double[] {rodX, CENTRE + 33, 0.5});
            }
        }
        return places;
    }

    private void screw(Plate plate, Look.ScrewView view, double sign, double off, List<double[]> places) {
        double radius = view.screw().diameterMm().doubleValue() / 2;
        double reach = view.screw().lengthMm().doubleValue();
        double x1 = CENTRE + sign * 20;
        double y1 = CENTRE + 27;
        double x2 = x1 - sign * reach * 0.28;
        double y2 = y1 - reach * 0.96;
        double cx = (x1 + x2) / 2;
        double cy = (y1 + y2) / 2;
        double zone = radius + view.lucencyMm();
        if (view.lucencyMm() > 0.25 && Math.abs(off) < zone) {
            double wide = Math.sqrt(zone * zone - off * off);
            // The zone is in bone: it begins where the pedicle does.
            double bx = x1 - sign * 4;
            double by = y1 - 12;
            fill(plate, cx, cy, reach, Plate.rim(Plate.rod(bx, by, x2, y2, wide + 1), 1.0), 380);
            fill(plate, cx, cy, reach, Plate.rod(bx, by, x2, y2, wide), -5);
        }
        if (Math.abs(off) < radius) {
            fill(plate, cx, cy, reach, Plate.rod(x1, y1, x2, y2, Math.sqrt(radius * radius - off * off)), METAL);
            places.add(new double[] {x1, y1, 1});
            places.add(new double[] {x2, y2, 0.7});
        }
        if (Math.abs(off) < 6) {
            fill(plate, x1, y1 + 5, 9, Plate.box(Frame.at(x1, y1 + 5, sign * 12), 5.2, 6, 2), METAL);
            places.add(new double[] {x1, y1 + 5, 1});
        }
    }

    /** Adds the streaks and the noise, and cuts off what twelve bits cannot hold. */
    private short[] finished(Plate plate, List<double[]> metal, int slice) {
        float[] density = plate.density();
        short[] stored = new short[density.length];
        for (int row = 0; row < SIZE; row++) {
            for (int column = 0; column < SIZE; column++) {
                int at = row * SIZE + column;
                double value = density[at] + 16 * grain.at(column + 5 * slice, row + 11 * slice);
                for (double[] place : metal) {
                    double dx = (column + 0.5) * PIXEL - place[0];
                    double dy = (row + 0.5) * PIXEL - place[1];
                    double far = Math.abs(dx) + Math.abs(dy);
                    if (far > 3 && far < 50) {
                        double ray = (dx * dx - dy * dy) / (dx * dx + dy * dy);
                        value += place[2] * 90 * (ray * ray * ray) * (3.0 / far) * (far < 8 ? far / 8 : 1);
                    }
                }
                stored[at] = (short) Math.clamp(Math.round(value), -1024, 3071);
            }
        }
        return stored;
    }

    private static void ellipse(Plate plate, double x, double y, double rx, double ry, double hu) {
        fill(plate, CENTRE + x, CENTRE + y, Math.max(rx, ry) + 2, Plate.ellipse(CENTRE + x, CENTRE + y, rx, ry), hu);
    }

    private static void fill(Plate plate, double cx, double cy, double reach, Plate.Depth depth, double hu) {
        plate.change(cx, cy, reach, 0.9, depth, (before, cover, _, _) -> (float) (before + cover * (hu - before)));
    }
}
