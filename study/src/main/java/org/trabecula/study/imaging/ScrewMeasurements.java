package org.trabecula.study.imaging;

import java.util.List;
import java.util.Optional;
import org.trabecula.study.spine.ScrewSite;

/**
 * What the assistant measured at the screws of a CT: beside the reads, never in their place, and no part of what a case is settled to.
 * Rule, series and the diameters of the screws are all that it depends on, so that it can be computed anew.
 *
 * @param rule name and version of the rule that found and measured
 * @param series of the case, by its Series Instance UID
 * @param screws in the order in which they were found
 */
public record ScrewMeasurements(String rule, String series, List<MeasuredScrew> screws) {
    public ScrewMeasurements {
        screws = List.copyOf(screws);
    }

    /** What was found at a site of the construct. */
    public Optional<MeasuredScrew> at(ScrewSite site) {
        return screws.stream()
                .filter(screw -> screw.site().filter(site::equals).isPresent())
                .findFirst();
    }

    /** What was found and is no screw of the construct that could be named. */
    public List<MeasuredScrew> unmatched() {
        return screws.stream().filter(screw -> screw.site().isEmpty()).toList();
    }
}
