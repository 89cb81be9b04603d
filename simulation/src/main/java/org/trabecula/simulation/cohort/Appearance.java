package org.trabecula.simulation.cohort;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.simulation.mechanism.Assumptions;
import org.trabecula.simulation.mechanism.Sight;
import org.trabecula.simulation.mechanism.Sight.ScrewLook;
import org.trabecula.simulation.mechanism.Sight.SegmentLook;

/** How the screws and segments of one look appear: on the images themselves, or to one of their readers. */
record Appearance(List<ScrewLook> screws, List<SegmentLook> segments) {
    private static final double LOOSE_MM = 1;

    Appearance {
        screws = List.copyOf(screws);
        segments = List.copyOf(segments);
    }

    /** On the images, alike for all who read them. */
    static Appearance of(Look look, Assumptions given, Chance image) {
        Sight sight = new Sight(given, look.modality());
        List<ScrewLook> screws = new ArrayList<>();
        look.screws().forEach(view -> screws.add(sight.screw(view.lucencyMm() >= LOOSE_MM, image.dice())));
        List<SegmentLook> segments = new ArrayList<>();
        look.segments().forEach(view -> segments.add(sight.segment(view.grade(), view.metal(), image.dice())));
        return new Appearance(screws, segments);
    }

    /** To a reader. */
    Appearance to(Sight sight, Chance own) {
        return new Appearance(
                screws.stream().map(screw -> sight.screw(screw, own.dice())).toList(),
                segments.stream()
                        .map(segment -> sight.segment(segment, own.dice()))
                        .toList());
    }
}
