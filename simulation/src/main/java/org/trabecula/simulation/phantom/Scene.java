package org.trabecula.simulation.phantom;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trabecula.study.spine.Level;
import org.trabecula.study.spine.ScrewSite;

/**
 * A phantom set up in a posture: its parts, in the order in which they overlie each other, and the truth about it.
 *
 * @param trunk what does not change along the body
 * @param bones vertebrae without anything implanted
 * @param implants discs, unions, cages, lucent zones and metal
 */
record Scene(List<Part> trunk, List<Part> bones, List<Part> implants, Truth truth) {

    static Scene of(Phantom phantom, Posture posture, double lordosis) {
        Curve curve = Curve.of(phantom, posture, lordosis);
        List<Part> bones = new ArrayList<>();
        List<Part> implants = new ArrayList<>();
        for (Level level : Level.values()) {
            bones.addAll(discMaterial(curve, level));
        }
        for (Level level : Level.values()) {
            bones.addAll(new Vertebra(curve.pose(level), level, phantom.spongyHu(level), phantom.build()).parts());
        }
        for (Phantom.DiscSpace disc : phantom.discs()) {
            implants.addAll(new Interbody(curve.disc(disc.segment().upper()), disc, phantom.seed()).parts());
        }
        Hardware hardware = new Hardware(phantom, curve);
        implants.addAll(hardware.parts());
        return new Scene(trunk(curve), List.copyOf(bones), List.copyOf(implants), truth(phantom, curve, hardware));
    }

    private static List<Part> discMaterial(Curve curve, Level upper) {
        if (upper.compareTo(Level.S1) >= 0) {
            return List.of();
        }
        double x = Vertebra.halfWidth(upper);
        double y = Vertebra.halfDepth(upper);
        Lump disc = Lump.body(curve.disc(upper), x, y, Curve.DISC / 2 + 1.5, 0, Vertebra.FLAT_BEHIND);
        return List.of(Part.grained(disc, 82, 8, 20));
    }

    /** Skin and fat, the wall of muscle, what lies before the spine, and the muscles beside and behind it. */
    private static List<Part> trunk(Curve curve) {
        double behind = curve.pose(Level.L4).origin().y();
        List<Part> parts = new ArrayList<>();
        parts.add(column(0, behind - 25, 165, 108, -100, -1000));
        parts.add(column(0, behind - 25, 150, 94, 52, -100));
        parts.add(column(0, behind - 44, 122, 58, -88, 52));
        for (int side : new int[] {-1, 1}) {
            parts.add(column(side * 36, behind - 4, 15, 18, 55, -20));
            parts.add(column(side * 30, behind + 38, 27, 16, 46, 52));
            parts.add(column(side * 62, behind + 12, 17, 18, 48, 52));
            parts.add(column(side * 70, behind - 50, 24, 18, 30, -88));
        }
        parts.add(column(10, behind - 35, 9, 9, 45, -88));
        parts.add(column(-13, behind - 33, 10, 8, 40, -88));
        parts.add(column(-30, behind - 70, 22, 13, 22, -88));
        parts.add(column(28, behind - 78, 25, 12, 26, -88));
        return parts;
    }

    private static Part column(double x, double y, double rx, double ry, double hu, double instead) {
        return Part.of(Lump.cylinder(Pose.UPRIGHT.moved(x, y, 0), rx, ry, 500), hu, instead);
    }

    private static Truth truth(Phantom phantom, Curve curve, Hardware hardware) {
        List<Truth.BodyTruth> bodies = Arrays.stream(Level.values())
                .map(level -> new Truth.BodyTruth(
                        level, curve.pose(level).origin(), phantom.spongyHu(level), tilt(curve.pose(level))))
                .toList();
        List<Truth.SegmentTruth> segments = phantom.discs().stream()
                .map(disc -> new Truth.SegmentTruth(
                        disc.segment(),
                        disc.bridging(),
                        tilt(curve.pose(disc.segment().lower()))
                                - tilt(curve.pose(disc.segment().upper())),
                        disc.motionDegrees(),
                        disc.translationMm()))
                .toList();
        return new Truth(hardware.truth(), bodies, segments);
    }

    private static double tilt(Pose pose) {
        return Math.toDegrees(Math.atan2(pose.back().z(), pose.back().y()));
    }

    /** 1 on the patient's left, where x counts up, −1 on the right. */
    static int sign(ScrewSite site) {
        return site.side() == org.trabecula.study.spine.Side.LEFT ? 1 : -1;
    }
}
