package org.trabecula.simulation.phantom;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.study.spine.Level;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.spine.Segment;

/**
 * A spine with what was implanted, as it truly is. The same phantom gives the same images.
 *
 * @param seed of its texture and of the noise
 * @param build small differences in size and curvature between people, about −1 to 1
 * @param upper the uppermost vertebra that a CT covers
 * @param lower the lowest
 * @param hu mean HU of the spongy bone of each vertebra; levels that are not named have that of the nearest named
 */
public record Phantom(
        long seed,
        double build,
        Level upper,
        Level lower,
        Map<Level, Double> hu,
        List<PlacedScrew> screws,
        List<DiscSpace> discs) {

    /**
     * A pedicle screw.
     *
     * @param diameterMm over the thread
     * @param convergence degrees inward from straight ahead
     * @param inclination degrees downward from the vertebra's own plane
     * @param haloMm width of the lucent zone between thread and bone; 0 for none
     * @param rim whether a shell of dense bone surrounds that zone
     */
    public record PlacedScrew(
            ScrewSite site,
            double diameterMm,
            double lengthMm,
            double convergence,
            double inclination,
            double haloMm,
            boolean rim) {}

    /** What a cage is made of; porous titanium enters as a uniform mixture (effective medium), its struts are not resolved. */
    public enum CageKind {
        PEEK,
        POROUS_TITANIUM,
        SOLID_TITANIUM
    }

    /**
     * A disc space.
     *
     * @param cages what stands in it: nothing, one across, or two side by side, the patient's right first
     * @param heightMm of the cages
     * @param bridging share of it through which bone runs from endplate to endplate, 0 to 1
     * @param motionDegrees between flexion and extension
     * @param translationMm between flexion and extension
     */
    public record DiscSpace(
            Segment segment,
            List<CageKind> cages,
            double heightMm,
            double bridging,
            double motionDegrees,
            double translationMm) {
        public DiscSpace {
            cages = List.copyOf(cages);
        }

        /** So many cages of one kind, or none. */
        public DiscSpace(
                Segment segment,
                Optional<CageKind> cage,
                int cages,
                double heightMm,
                double bridging,
                double motionDegrees,
                double translationMm) {
            this(
                    segment,
                    cage.map(kind -> Collections.nCopies(cages, kind)).orElse(List.of()),
                    heightMm,
                    bridging,
                    motionDegrees,
                    translationMm);
        }
    }

    public Phantom {
        hu = Map.copyOf(hu);
        screws = List.copyOf(screws);
        discs = List.copyOf(discs);
        if (hu.isEmpty() || upper.compareTo(lower) > 0) {
            throw new IllegalArgumentException("A phantom has bone, and its upper end above its lower");
        }
    }

    double spongyHu(Level level) {
        Level nearest = hu.keySet().stream()
                .min(Comparator.<Level>comparingInt(one -> Math.abs(one.ordinal() - level.ordinal()))
                        .thenComparing(one -> one))
                .orElse(level);
        return hu.getOrDefault(nearest, 100.0);
    }

    /** The vertebra in the middle of the images. */
    Level middle() {
        return Level.values()[(upper.ordinal() + lower.ordinal() + 1) / 2];
    }

    Optional<DiscSpace> below(Level level) {
        return discs.stream().filter(disc -> disc.segment().upper() == level).findFirst();
    }
}
