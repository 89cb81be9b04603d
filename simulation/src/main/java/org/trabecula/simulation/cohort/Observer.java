package org.trabecula.simulation.cohort;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.simulation.mechanism.Assumptions;
import org.trabecula.simulation.mechanism.Sight;
import org.trabecula.study.imaging.Attestation;
import org.trabecula.study.imaging.Findings;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.imaging.ScrewFinding;
import org.trabecula.study.imaging.SegmentFinding;
import org.trabecula.study.protocol.Arm;
import org.trabecula.study.protocol.Protocol;

/**
 * How a reader sees what is there, and what he writes. Loose or firm, the grade, and what cannot be told are those of the model's
 * {@link Sight}: what an image shows wrongly, all its readers share; what a reader misjudges is his own. The numbers that he writes
 * beside it lie near the truth as far as they go with what he sees.
 */
final class Observer {
    private final long seed;
    private final Assumptions given;
    private final Protocol protocol;
    private final Measures measures;

    Observer(long seed, Assumptions given, Protocol protocol) {
        this.seed = seed;
        this.given = given;
        this.protocol = protocol;
        this.measures = new Measures(protocol.charter());
    }

    /**
     * One read.
     *
     * @param time which of the reader's reads of the case it is: what he misjudges is not the same each time
     */
    Findings read(Look look, String reader, String time) {
        boolean ct = look.modality() == Modality.CT;
        Chance image = Chance.of(seed, "image", look.images());
        Chance own = time.equals("first")
                ? Chance.of(seed, "read", look.images(), reader)
                : Chance.of(seed, "read", look.images(), reader, time);
        Appearance seen = Appearance.of(look, given, image).to(new Sight(given, look.modality()), own);
        List<ScrewFinding> screws = new ArrayList<>();
        for (int screw = 0; screw < look.screws().size(); screw++) {
            screws.add(measures.screw(look.screws().get(screw), seen.screws().get(screw), ct, image, own));
        }
        List<SegmentFinding> segments = new ArrayList<>();
        for (int segment = 0; segment < look.segments().size(); segment++) {
            segments.add(measures.segment(
                    look.segments().get(segment), seen.segments().get(segment), ct, image, own));
        }
        return new Findings(protocol.charter().version(), screws, segments, guess(look, ct, own), "");
    }

    /** Metal is plain to see and PEEK is not, so readers guess well; some say that they have no idea. */
    private String guess(Look look, boolean ct, Chance own) {
        if (own.happens(ct ? 0.05 : 0.12)) {
            return Findings.NO_IDEA;
        }
        List<Arm> arms = protocol.arms();
        if (own.happens(ct ? 0.02 : 0.06)) {
            return own.pick(arms).id();
        }
        return arms.stream()
                .filter(arm -> look.segments().getLast().cages().stream()
                        .anyMatch(cage -> arm.materials().contains(cage.material())))
                .findFirst()
                .map(Arm::id)
                .orElse(Findings.NO_IDEA);
    }

    /** Beside screws that are seen alone the cage is covered: most have no idea, the others guess in the dark. */
    String guessOfScrews(Look look, String reader, boolean again) {
        Chance own = Chance.of(seed, "guess of screws", look.images(), reader, again ? "again" : "first");
        return own.happens(0.7) ? Findings.NO_IDEA : own.pick(protocol.arms()).id();
    }

    /** How sure a reader is: surer of a CT than of a radiograph, and of hardly anything where the cage is covered. */
    Optional<Integer> certainty(Look look, String reader, Findings findings) {
        if (findings.armGuess().equals(Findings.NO_IDEA)) {
            return Optional.empty();
        }
        Chance own = Chance.of(seed, "certainty", look.images(), reader);
        double mean = findings.segments().isEmpty() ? 1.5 : look.modality() == Modality.CT ? 4.4 : 3.6;
        return Optional.of((int) Math.round(own.normal(mean, 0.9, Attestation.LEAST, Attestation.MOST)));
    }
}
