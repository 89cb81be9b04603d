package org.trabecula.study.visit;

import java.math.BigDecimal;
import java.util.Optional;
import org.trabecula.study.spine.FusionGrade;

/**
 * One participant's outcomes at one visit, as another record states them. Empty means that the record does not say.
 *
 * @param grade Bridwell grade of the lowest fused segment
 * @param fused stated directly, or following from the grade
 * @param loose at least one screw loose
 * @param screws how many screws were judged, {@code screwsLoose} of them loose
 * @param odi percent
 * @param vasBack 0 to 10
 * @param vasLeg 0 to 10
 */
public record Transcript(
        Optional<FusionGrade> grade,
        Optional<Boolean> fused,
        Optional<Boolean> loose,
        Optional<Integer> screws,
        Optional<Integer> screwsLoose,
        Optional<BigDecimal> odi,
        Optional<BigDecimal> vasBack,
        Optional<BigDecimal> vasLeg) {
    /**
     * @throws IllegalArgumentException when loose screws are counted that were not judged
     */
    public Transcript {
        int judged = screws.orElse(0);
        if (judged < 0 || screwsLoose.filter(n -> n < 0 || n > judged).isPresent()) {
            throw new IllegalArgumentException(
                    "Of " + judged + " screws judged, " + screwsLoose.orElse(0) + " cannot be loose");
        }
    }
}
