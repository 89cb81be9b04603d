package org.trabecula.simulation.cohort;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.simulation.mechanism.Participant;
import org.trabecula.study.protocol.Arm;
import org.trabecula.study.protocol.CageMaterial;
import org.trabecula.study.spine.Level;
import org.trabecula.study.spine.Segment;

/**
 * The surgical plan: where and with which cage is the model's, the reason that is given for it is not.
 *
 * @param surgeon the site's code
 * @param years the surgeon's years of instrumented fusion
 * @param reason why this cage, as a choice of the reference protocol's baseline form
 */
record Intention(String surgeon, int years, CageMaterial cage, String reason, List<Segment> segments) {
    private static final List<Integer> YEARS = List.of(17, 8, 26, 12);
    private static final double POOR_HU = 80;

    Intention {
        segments = List.copyOf(segments);
    }

    /** The plan for somebody whom the model gives this cage or the other. */
    static Intention of(Participant one, boolean titanium, List<Arm> arms, Chance chance) {
        String reason = titanium && one.hu() < POOR_HU
                ? "Bone quality"
                : chance.pick(List.of(
                        "Surgeon's usual cage",
                        "Surgeon's usual cage",
                        "Shape of the disc space",
                        "Participant's wish",
                        "Cost or insurance",
                        "Availability"));
        return new Intention(
                "S" + (one.surgeon() + 1),
                YEARS.get(one.surgeon()),
                material(chance, titanium, arms),
                reason,
                segments(one));
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

    private static List<Segment> segments(Participant one) {
        List<Segment> segments = new ArrayList<>();
        int lowest = (one.sacrum() ? Level.S1 : Level.L5).ordinal();
        for (int level = lowest - one.segments(); level < lowest; level++) {
            segments.add(new Segment(Level.values()[level], Level.values()[level + 1]));
        }
        return segments;
    }
}
