package org.trabecula.study.imaging;

import java.util.List;

/**
 * One reader's whole read of a case.
 *
 * @param charterVersion the reading charter under which it was made
 * @param armGuess the arm that the reader believes in, asked after the findings; {@code unknown} when he has no idea
 */
public record Findings(
        String charterVersion,
        List<ScrewFinding> screws,
        List<SegmentFinding> segments,
        String armGuess,
        String comment) {
    public static final String NO_IDEA = "unknown";

    public Findings {
        screws = List.copyOf(screws);
        segments = List.copyOf(segments);
    }
}
