package org.trabecula.simulation.cohort;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.study.protocol.Arm;
import org.trabecula.study.protocol.CageMaterial;
import org.trabecula.study.spine.Level;
import org.trabecula.study.spine.Segment;

/**
 * The surgical plan.
 *
 * @param surgeon the site's code
 * @param years the surgeon's years of instrumented fusion
 * @param reason why this cage, as a choice of the reference protocol's baseline form
 */
record Intention(String surgeon, int years, CageMaterial cage, String reason, List<Segment> segments) {
    private static final double[] LIKING = {1.0, 0.0, -1.1};
    private static final int[] YEARS = {8, 17, 26};

    Intention {
        segments = List.copyOf(segments);
    }

    /**
     * Draws a plan. Nobody randomises: surgeons differ in their liking for the printed cage, it is chosen more often the
     * poorer the bone, and more often as the study goes on.
     *
     * @param elapsed how much of the time of screening has passed, 0 to 1
     */
    static Intention of(Chance chance, Body body, double elapsed, List<Arm> arms) {
        int surgeon = chance.between(0, LIKING.length - 1);
        double logit = LIKING[surgeon] + 0.012 * (88 - body.hu()) + 1.2 * (elapsed - 0.5);
        boolean metal = chance.happens(1 / (1 + Math.exp(-logit)));
        CageMaterial cage = material(chance, metal, arms);
        String reason = metal && body.hu() < 80
                ? "Bone quality"
                : chance.pick(List.of(
                        "Surgeon's usual cage",
                        "Surgeon's usual cage",
                        "Shape of the disc space",
                        "Participant's wish",
                        "Cost or insurance",
                        "Availability"));
        return new Intention("S" + (surgeon + 1), YEARS[surgeon], cage, reason, segments(chance));
    }

    static boolean metal(CageMaterial material) {
        return material == CageMaterial.PRINTED_POROUS_TITANIUM || material == CageMaterial.TITANIUM;
    }

    private static CageMaterial material(Chance chance, boolean metal, List<Arm> arms) {
        List<CageMaterial> all = arms.stream()
                .map(arm -> arm.materials().stream().sorted().findFirst().orElseThrow())
                .toList();
        List<CageMaterial> liked =
                all.stream().filter(material -> metal(material) == metal).toList();
        return chance.pick(liked.isEmpty() ? all : liked);
    }

    /** Mostly one or two segments, mostly ending at L5 or S1. */
    private static List<Segment> segments(Chance chance) {
        double dice = chance.between(0.0, 1.0);
        int howMany = dice < 0.46 ? 1 : dice < 0.82 ? 2 : dice < 0.95 ? 3 : 4;
        double end = chance.between(0.0, 1.0);
        Level lower = end < 0.60 ? Level.L5 : end < 0.96 ? Level.S1 : Level.L4;
        List<Segment> segments = new ArrayList<>();
        for (int below = lower.ordinal(); segments.size() < howMany; below--) {
            segments.addFirst(new Segment(Level.values()[below - 1], Level.values()[below]));
        }
        return segments;
    }
}
