package org.trabecula.simulation.cohort;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.trabecula.simulation.mechanism.Sight.ScrewLook;
import org.trabecula.simulation.mechanism.Sight.SegmentLook;
import org.trabecula.study.imaging.ScrewFinding;
import org.trabecula.study.imaging.SegmentFinding;
import org.trabecula.study.protocol.ReadingCharter;
import org.trabecula.study.spine.FusionGrade;

/**
 * The numbers that a reader writes beside what he sees: near the truth, but on that side of the charter's limits on which they
 * say the same as he does.
 */
record Measures(ReadingCharter terms) {
    private static final double TENTH = 0.1;
    private static final double NOTHING_MM = 0.25;
    private static final double SIGNS_FROM_MM = 1.4;

    ScrewFinding screw(Look.ScrewView view, ScrewLook seen, boolean ct, Chance image, Chance own) {
        double limit = terms.lucencyMm().doubleValue();
        double width = view.lucencyMm() + image.normal(0, ct ? 0.05 : 0.10) + own.normal(0, ct ? 0.06 : 0.10);
        double overlooked = image.between(0.0, limit - TENTH);
        boolean sign = own.happens(0.6);
        return switch (seen) {
            case HIDDEN -> new ScrewFinding(view.screw().site(), false, Optional.empty(), false, false);
            case LOOSE -> {
                double wide = Math.max(width, limit);
                boolean signed = sign && wide >= SIGNS_FROM_MM;
                yield new ScrewFinding(
                        view.screw().site(), true, Optional.of(tenths(wide)), signed && !ct, signed && ct);
            }
            case FIRM -> {
                double narrow = width < limit + TENTH ? Math.min(width, limit - TENTH) : overlooked;
                yield new ScrewFinding(
                        view.screw().site(), true, Optional.of(tenths(narrow < NOTHING_MM ? 0 : narrow)), false, false);
            }
        };
    }

    /** What moves, and how much metal hides, is unclear only where the segment is. */
    SegmentFinding segment(Look.SegmentView view, SegmentLook seen, boolean ct, Chance image, Chance own) {
        double motion = view.motionDegrees() + image.normal(0, 0.25) + own.normal(0, 0.15);
        double translation = view.translationMm() + own.normal(0, 0.12);
        double hidden = Math.max(0, view.artefactShare() + own.normal(0, 0.03));
        double reason = image.between(0.0, 1.0);
        double share = terms.unclearArtefactShare().doubleValue();
        boolean blotted = seen == SegmentLook.UNCLEAR && view.metal() && reason < 0.4;
        return new SegmentFinding(
                view.segment(),
                grade(seen),
                ct
                        ? Optional.empty()
                        : Optional.of(side(
                                seen,
                                motion,
                                terms.unclearMotionFromDegrees(),
                                terms.unclearMotionToDegrees(),
                                reason)),
                ct
                        ? Optional.empty()
                        : Optional.of(side(
                                seen,
                                translation,
                                terms.unclearTranslationFromMm(),
                                terms.unclearTranslationToMm(),
                                reason)),
                Optional.of(
                        BigDecimal.valueOf(blotted ? share + own.between(0.02, 0.3) : Math.min(hidden, share - 0.02))
                                .setScale(2, RoundingMode.HALF_UP)));
    }

    private static Optional<FusionGrade> grade(SegmentLook seen) {
        return switch (seen) {
            case I, II, III, IV -> Optional.of(seen.grade());
            case UNCLEAR -> Optional.empty();
        };
    }

    /** Below the unclear stretch of what looks united, above it of what looks open, and anywhere of what looks like neither. */
    private static BigDecimal side(SegmentLook seen, double value, BigDecimal from, BigDecimal to, double reason) {
        double below = from.doubleValue() - TENTH;
        double above = to.doubleValue() + TENTH;
        return tenths(
                switch (seen) {
                    case I, II -> Math.clamp(value, 0, Math.max(0, below));
                    case IV -> Math.max(value, above);
                    case III -> Math.max(value, 0);
                    case UNCLEAR ->
                        reason < 0.7 ? Math.clamp(value, from.doubleValue(), to.doubleValue()) : Math.max(value, 0);
                });
    }

    private static BigDecimal tenths(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
    }
}
