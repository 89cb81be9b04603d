package org.trabecula.study.implant;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.trabecula.study.protocol.CageMaterial;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.spine.Segment;

/**
 * The operation as performed.
 *
 * @param surgeon the site's code for the surgeon
 * @param fused every fused segment, at least one
 */
public record Surgery(LocalDate on, String surgeon, List<Segment> fused, List<Screw> screws, List<Cage> cages) {
    public Surgery {
        fused = List.copyOf(new TreeSet<>(fused));
        screws = List.copyOf(screws);
        cages = List.copyOf(cages);
        if (fused.isEmpty()) {
            throw new IllegalArgumentException("A surgery of this study fuses at least one segment");
        }
        if (screws.stream().map(Screw::site).distinct().count() < screws.size()) {
            throw new IllegalArgumentException("Two screws cannot share a site");
        }
    }

    /** The lowest fused segment, where the study cage belongs. */
    public Segment lowest() {
        return fused.getLast();
    }

    /** What the cages at the lowest fused segment are made of; empty when there is no cage. */
    public Set<CageMaterial> studyMaterials() {
        return cages.stream()
                .filter(cage -> cage.segment().equals(lowest()))
                .map(Cage::material)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The screw sites, from cranial, left first. */
    public List<ScrewSite> sites() {
        return screws.stream().map(Screw::site).sorted().toList();
    }
}
