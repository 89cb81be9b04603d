package org.trabecula.simulation.cohort;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.study.imaging.Attestation;
import org.trabecula.study.imaging.Findings;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.imaging.ScrewFinding;
import org.trabecula.study.imaging.SegmentFinding;
import org.trabecula.study.protocol.Arm;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.spine.FusionGrade;

/**
 * How a reader sees what is there. What an image itself blurs, all its readers share; what a reader misjudges is his own. The
 * widths are chosen so that about one case in four goes to adjudication: readers agree on a halo only fairly (kappa 0.15 to
 * 0.67 in the literature), on fusion better on CT than on a radiograph.
 */
final class Observer {
    private final long seed;
    private final Protocol protocol;

    Observer(long seed, Protocol protocol) {
        this.seed = seed;
        this.protocol = protocol;
    }

    /**
     * One read. Lucent zones are blurred in mm, the maturity of a union in its logarithm.
     *
     * @param time which of the reader's reads of the case it is: what he misjudges is not the same each time
     */
    Findings read(Look look, String reader, String time) {
        boolean ct = look.modality() == Modality.CT;
        Chance image = Chance.of(seed, "image", look.images());
        Chance own = time.equals("first")
                ? Chance.of(seed, "read", look.images(), reader)
                : Chance.of(seed, "read", look.images(), reader, time);
        List<ScrewFinding> screws = new ArrayList<>();
        look.screws().forEach(view -> screws.add(screw(view, ct, image, own)));
        List<SegmentFinding> segments = new ArrayList<>();
        look.segments().forEach(view -> segments.add(segment(view, ct, image, own)));
        return new Findings(protocol.charter().version(), screws, segments, guess(look, ct, own), "");
    }

    private static ScrewFinding screw(Look.ScrewView view, boolean ct, Chance image, Chance own) {
        boolean hidden = image.happens(0.015);
        double width = view.lucencyMm() + image.normal(0, ct ? 0.05 : 0.10) + own.normal(0, ct ? 0.06 : 0.10);
        boolean sign = own.happens(0.6);
        if (hidden && own.happens(0.85)) {
            return new ScrewFinding(view.screw().site(), false, Optional.empty(), false, false);
        }
        boolean wide = width >= 1.4;
        return new ScrewFinding(
                view.screw().site(),
                true,
                Optional.of(tenths(width < 0.25 ? 0 : width)),
                sign && wide && !ct,
                sign && wide && ct);
    }

    private static SegmentFinding segment(Look.SegmentView view, boolean ct, Chance image, Chance own) {
        double blur = image.normal(0, ct ? 0.03 : 0.07) + own.normal(0, ct ? 0.035 : 0.06);
        boolean undecided = own.happens(ct ? 0.005 : 0.025);
        double motion = Math.max(0, view.motionDegrees() + image.normal(0, 0.25) + own.normal(0, 0.15));
        double translation = Math.max(0, view.translationMm() + own.normal(0, 0.12));
        double hidden = Math.clamp(view.artefactShare() + own.normal(0, 0.03), 0.0, 1.0);
        Optional<FusionGrade> grade =
                undecided ? Optional.empty() : Optional.of(Healing.gradeAt(view.maturity() * Math.exp(blur)));
        return new SegmentFinding(
                view.segment(),
                grade,
                ct ? Optional.empty() : Optional.of(tenths(motion)),
                ct ? Optional.empty() : Optional.of(tenths(translation)),
                Optional.of(BigDecimal.valueOf(hidden).setScale(2, RoundingMode.HALF_UP)));
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

    /** How sure a reader is: surer of a CT than of a radiograph. */
    Optional<Integer> certainty(Look look, String reader, Findings findings) {
        if (findings.armGuess().equals(Findings.NO_IDEA)) {
            return Optional.empty();
        }
        Chance own = Chance.of(seed, "certainty", look.images(), reader);
        double mean = look.modality() == Modality.CT ? 4.4 : 3.6;
        return Optional.of((int) Math.round(own.normal(mean, 0.9, Attestation.LEAST, Attestation.MOST)));
    }

    private static BigDecimal tenths(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
    }
}
