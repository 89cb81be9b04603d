package org.trabecula.study.testkit;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trabecula.study.imaging.Findings;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.ScrewFinding;
import org.trabecula.study.imaging.SegmentFinding;
import org.trabecula.study.spine.FusionGrade;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.spine.Segment;

/**
 * What a reader of a story sees: the same at every screw and every segment of the case, but for the sites in
 * {@code looseAt}, where the lucent zone is 2 mm wide.
 */
public record Sight(
        boolean assessable,
        Optional<BigDecimal> lucency,
        boolean halo,
        boolean hollow,
        Set<ScrewSite> looseAt,
        Optional<FusionGrade> grade,
        Optional<BigDecimal> motion,
        Optional<BigDecimal> translation,
        Optional<BigDecimal> artefact,
        String guess) {

    /** Every screw firm, every segment of grade I and still. */
    public static final Sight FIRM = new Sight(
            true,
            Optional.of(BigDecimal.ZERO),
            false,
            false,
            Set.of(),
            Optional.of(FusionGrade.I),
            Optional.of(BigDecimal.ONE),
            Optional.of(BigDecimal.ZERO),
            Optional.of(BigDecimal.ZERO),
            Findings.NO_IDEA);

    /** A lucent zone of 2 mm around every screw, every segment of grade I. */
    public static final Sight LOOSE = FIRM.lucent("2");

    public Sight lucent(String mm) {
        return new Sight(true, number(mm), halo, hollow, looseAt, grade, motion, translation, artefact, guess);
    }

    public Sight withHalo() {
        return new Sight(true, lucency, true, hollow, looseAt, grade, motion, translation, artefact, guess);
    }

    public Sight withVoid() {
        return new Sight(true, lucency, halo, true, looseAt, grade, motion, translation, artefact, guess);
    }

    public Sight unassessable() {
        return new Sight(false, Optional.empty(), false, false, looseAt, grade, motion, translation, artefact, guess);
    }

    public Sight looseAt(String... sites) {
        Set<ScrewSite> there =
                Set.copyOf(java.util.Arrays.stream(sites).map(ScrewSite::of).toList());
        return new Sight(assessable, lucency, halo, hollow, there, grade, motion, translation, artefact, guess);
    }

    public Sight graded(FusionGrade seen) {
        return new Sight(
                assessable, lucency, halo, hollow, looseAt, Optional.of(seen), motion, translation, artefact, guess);
    }

    public Sight ungraded() {
        return new Sight(
                assessable, lucency, halo, hollow, looseAt, Optional.empty(), motion, translation, artefact, guess);
    }

    public Sight moving(String degrees) {
        return new Sight(
                assessable, lucency, halo, hollow, looseAt, grade, number(degrees), translation, artefact, guess);
    }

    public Sight sliding(String mm) {
        return new Sight(assessable, lucency, halo, hollow, looseAt, grade, motion, number(mm), artefact, guess);
    }

    public Sight hidden(String share) {
        return new Sight(assessable, lucency, halo, hollow, looseAt, grade, motion, translation, number(share), guess);
    }

    public Sight guessing(String arm) {
        return new Sight(assessable, lucency, halo, hollow, looseAt, grade, motion, translation, artefact, arm);
    }

    /** The read of a case by somebody who sees this. */
    public Findings of(ReadingCase reading) {
        return of(reading.screws(), reading.segments());
    }

    public Findings of(List<ScrewSite> screws, List<Segment> segments) {
        return new Findings(
                "1",
                screws.stream().map(this::screw).toList(),
                segments.stream()
                        .map(one -> new SegmentFinding(one, grade, motion, translation, artefact))
                        .toList(),
                guess,
                "as seen");
    }

    private ScrewFinding screw(ScrewSite site) {
        return looseAt.contains(site)
                ? new ScrewFinding(site, true, number("2"), false, false)
                : new ScrewFinding(site, assessable, lucency, halo, hollow);
    }

    private static Optional<BigDecimal> number(String text) {
        return Optional.of(new BigDecimal(text));
    }
}
