package org.trabecula.study.imaging;

import java.util.List;
import java.util.Optional;

/**
 * One reader's whole read of a case.
 *
 * @param charterVersion the reading charter under which it was made
 * @param armGuess the arm that the reader believes in, asked after the findings; {@code unknown} when he has no idea
 * @param measurements what was drawn on the images; empty when nothing was
 * @param hounsfield Hounsfield units of the vertebrae; on CT only
 */
public record Findings(
        String charterVersion,
        List<ScrewFinding> screws,
        List<SegmentFinding> segments,
        String armGuess,
        String comment,
        Optional<Measurements> measurements,
        Optional<HounsfieldRead> hounsfield) {
    public static final String NO_IDEA = "unknown";

    public Findings(
            String charterVersion,
            List<ScrewFinding> screws,
            List<SegmentFinding> segments,
            String armGuess,
            String comment) {
        this(charterVersion, screws, segments, armGuess, comment, Optional.empty(), Optional.empty());
    }

    public Findings {
        screws = List.copyOf(screws);
        segments = List.copyOf(segments);
    }
}
