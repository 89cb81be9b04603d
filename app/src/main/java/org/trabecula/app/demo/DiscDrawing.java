package org.trabecula.app.demo;

import java.util.List;
import org.trabecula.simulation.cohort.Look;
import org.trabecula.study.implant.Cage;
import org.trabecula.study.protocol.CageMaterial;

/** A fused disc space on a radiograph: the cage by what it is made of, and the bone around it by how far the union has come. */
final class DiscDrawing {
    private static final double HALF_SPACE = Anatomy.DISC / 2;
    private final Plate plate;
    private final Grain grain;
    private final double bone;
    private final boolean lateral;

    DiscDrawing(Plate plate, Grain grain, double bone, boolean lateral) {
        this.plate = plate;
        this.grain = grain;
        this.bone = bone;
        this.lateral = lateral;
    }

    void draw(Frame disc, Look.SegmentView view) {
        union(disc, view);
        List<Cage> cages = view.cages();
        for (int i = 0; i < cages.size(); i++) {
            // Two cages lie side by side: apart from in front, one behind the other from the side.
            double aside = cages.size() == 1 ? 0 : (i - (cages.size() - 1) / 2.0) * (lateral ? 2 : 19);
            cage(disc.moved(lateral ? aside - 1 : aside, 0), cages.get(i), lateral ? 13 : cages.size() > 1 ? 6 : 12);
        }
    }

    private void union(Frame disc, Look.SegmentView view) {
        double maturity = view.maturity();
        double amount = Math.clamp((maturity - 0.35) / 1.2, 0.04, 1.0);
        double wide = lateral ? 16.5 : 21;
        float grown = (float) (0.36 * bone * amount);
        plate.change(
                Extent.of(disc, wide, HALF_SPACE + 1),
                1.0,
                Plate.box(disc, wide, HALF_SPACE + 0.5, 2),
                (before, cover, x, y) -> {
                    double u = disc.u(x, y);
                    double v = disc.v(x, y);
                    float streaks = grain.smooth(u / 1.2 + 11, v / 3.5 + 5);
                    float clumps = grain.smooth(u / 3.0 + 90, v / 3.0);
                    return before + cover * grown * (1 + 0.16f * streaks + (float) (0.5 * (1 - amount)) * clumps);
                });
        if (maturity < 1) {
            // What has not united shows a dark line along an endplate, clearer the further it is from uniting.
            float dark = (float) Math.clamp(1.15 - maturity, 0.15, 0.6);
            for (int end : new int[] {-1, 1}) {
                Frame line = disc.moved(0, end * (HALF_SPACE - 0.2));
                plate.change(
                        Extent.of(line, wide, 1),
                        0.7,
                        Plate.box(line, wide - 2, 0.75, 0.4),
                        (before, cover, _, _) -> before * (1 - 0.42f * dark * cover));
            }
        }
    }

    private void cage(Frame at, Cage cage, double half) {
        double high = cage.heightMm().map(height -> height.doubleValue() / 2).orElse(HALF_SPACE);
        double halfHeight = Math.min(high, HALF_SPACE + 1.2);
        Plate.Depth box = Plate.box(at, half, halfHeight, 1.8);
        switch (cage.material()) {
            case PRINTED_POROUS_TITANIUM -> {
                lattice(at, box, half);
                plate.add(at.x(), at.y(), half + 8, 0.5, Plate.rim(box, 1.3), 1.0);
            }
            case TITANIUM -> plate.add(at.x(), at.y(), half + 8, 0.5, Plate.rim(box, 2.4), 2.0);
            case PEEK, OTHER, TITANIUM_COATED_PEEK -> plastic(at, cage.material(), box, half, halfHeight);
        }
    }

    private void lattice(Frame at, Plate.Depth box, double half) {
        plate.change(at.x(), at.y(), half + 8, 0.5, box, (before, cover, x, y) -> {
            double u = at.u(x, y) * Math.PI / 1.5;
            double v = at.v(x, y) * Math.PI / 1.5;
            double struts = Math.max(Math.abs(Math.cos(u + v)), Math.abs(Math.cos(u - v)));
            return before + cover * (float) (0.55 + 0.95 * struts * struts * struts);
        });
    }

    /** Lets the beam through; only the marker pins, or a thin coat, tell where it is. */
    private void plastic(Frame at, CageMaterial material, Plate.Depth box, double half, double halfHeight) {
        plate.add(at.x(), at.y(), half + 8, 0.8, box, -0.03);
        for (double u : new double[] {-(half - 1.8), half - 1.8}) {
            Frame pin = at.moved(u, 0);
            double reach = halfHeight - 1.6;
            plate.add(
                    pin.x(),
                    pin.y(),
                    halfHeight + 2,
                    0.5,
                    Plate.rod(pin.x(0, -reach), pin.y(0, -reach), pin.x(0, reach), pin.y(0, reach), 0.65),
                    2.4);
        }
        if (material == CageMaterial.TITANIUM_COATED_PEEK) {
            plate.add(at.x(), at.y(), half + 8, 0.4, Plate.rim(box, 0.5), 0.8);
        }
    }
}
