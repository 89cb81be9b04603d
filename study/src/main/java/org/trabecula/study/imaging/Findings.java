package org.trabecula.study.imaging;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** Everything that was drawn. */
    public Stream<Measurement> drawn() {
        return measurements.stream().flatMap(some -> some.all().stream());
    }

    /** What is said here about the screws alone. */
    public Findings ofScrews() {
        return new Findings(charterVersion, screws, List.of(), armGuess, comment, measurements, Optional.empty());
    }

    /** These findings with another guess of the arm. */
    public Findings guessing(String arm) {
        return new Findings(charterVersion, screws, segments, arm, comment, measurements, hounsfield);
    }

    /**
     * These findings about segments together with what was signed before about the screws. The sheet of the segments begins with the
     * strokes of the one before, so it has those that count.
     */
    public Findings after(Findings loosening) {
        List<Measurement> drawn = Stream.concat(
                        loosening.drawn().filter(one -> one.quantity() != Quantity.STROKE), drawn())
                .toList();
        return new Findings(
                charterVersion,
                loosening.screws,
                segments,
                armGuess,
                Stream.of(loosening.comment, comment)
                        .filter(text -> !text.isBlank())
                        .collect(Collectors.joining("\n")),
                drawn.isEmpty() ? Optional.empty() : Optional.of(new Measurements(drawn)),
                hounsfield);
    }
}
