package org.trabecula.study.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trabecula.study.testkit.Sight.FIRM;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.study.spine.FusionGrade;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.spine.Segment;
import org.trabecula.study.testkit.LittleStudy;
import org.trabecula.study.testkit.Sight;

/** What two reads come to, as truth tables. */
class SettlementTest {
    private static final Charter CHARTER = new Charter(LittleStudy.protocol().charter());
    private static final ScrewSite SITE = ScrewSite.of("L4-left");
    private static final Segment SEGMENT = Segment.of("L4/L5");

    /** Every pair of grades, in either order; a blank grade is "indeterminate", a blank verdict a dispute. */
    @ParameterizedTest
    @CsvSource({
        "RADIOGRAPH, I,   I,   FUSED,         I",
        "RADIOGRAPH, I,   II,  FUSED,         II",
        "RADIOGRAPH, I,   III, ,",
        "RADIOGRAPH, I,   IV,  ,",
        "RADIOGRAPH, I,   ,    ,",
        "RADIOGRAPH, II,  II,  FUSED,         II",
        "RADIOGRAPH, II,  III, ,",
        "RADIOGRAPH, II,  IV,  ,",
        "RADIOGRAPH, II,  ,    ,",
        "RADIOGRAPH, III, III, INDETERMINATE, III",
        "RADIOGRAPH, III, IV,  ,",
        "RADIOGRAPH, III, ,    INDETERMINATE,",
        "RADIOGRAPH, IV,  IV,  NOT_FUSED,     IV",
        "RADIOGRAPH, IV,  ,    ,",
        "RADIOGRAPH, ,    ,    INDETERMINATE,",
        "CT,         I,   I,   FUSED,         I",
        "CT,         I,   II,  FUSED,         II",
        "CT,         I,   III, ,",
        "CT,         I,   IV,  ,",
        "CT,         I,   ,    ,",
        "CT,         II,  II,  FUSED,         II",
        "CT,         II,  III, ,",
        "CT,         II,  IV,  ,",
        "CT,         II,  ,    ,",
        "CT,         III, III, NOT_FUSED,     III",
        "CT,         III, IV,  NOT_FUSED,     IV",
        "CT,         III, ,    ,",
        "CT,         IV,  IV,  NOT_FUSED,     IV",
        "CT,         IV,  ,    ,",
        "CT,         ,    ,    INDETERMINATE,"
    })
    void twoGradesComeToAVerdictWithTheWorseGradeOrADispute(
            Modality modality,
            @Nullable FusionGrade one,
            @Nullable FusionGrade other,
            @Nullable Union union,
            @Nullable FusionGrade grade) {
        Optional<SegmentVerdict> expected =
                Optional.ofNullable(union).map(verdict -> new SegmentVerdict(verdict, Optional.ofNullable(grade)));
        assertThat(segment(modality, graded(one), graded(other))).isEqualTo(expected);
        assertThat(segment(modality, graded(other), graded(one))).isEqualTo(expected);
    }

    private static Sight graded(@Nullable FusionGrade grade) {
        return grade == null ? FIRM.ungraded() : FIRM.graded(grade);
    }

    /** Loose from a zone of 1 mm on, by a double halo, or by a lucent void. */
    @Test
    void aScrewIsLooseByWidthHaloOrVoid() {
        assertThat(screw(FIRM)).isEqualTo(Looseness.FIRM);
        assertThat(screw(FIRM.lucent("0.99"))).isEqualTo(Looseness.FIRM);
        assertThat(screw(FIRM.lucent("1"))).isEqualTo(Looseness.LOOSE);
        assertThat(screw(FIRM.lucent("1.00"))).isEqualTo(Looseness.LOOSE);
        assertThat(screw(FIRM.withHalo())).isEqualTo(Looseness.LOOSE);
        assertThat(screw(FIRM.withVoid())).isEqualTo(Looseness.LOOSE);
        assertThat(screw(FIRM.unassessable())).isEqualTo(Looseness.NOT_ASSESSABLE);
    }

    @Test
    void readersAgreeOnAScrewWhenTheVerdictIsTheSameWhateverTheWidth() {
        List<Sight> sights = List.of(
                FIRM, FIRM.lucent("0.5"), FIRM.lucent("1.5"), FIRM.withHalo(), FIRM.withVoid(), FIRM.unassessable());
        for (Sight one : sights) {
            for (Sight other : sights) {
                Optional<Looseness> standing = Optional.ofNullable(
                                settle(Modality.RADIOGRAPH, one, other).screws().get(SITE))
                        .map(Settled::verdict);
                assertThat(standing).isEqualTo(screw(one) == screw(other) ? Optional.of(screw(one)) : Optional.empty());
            }
        }
    }

    @Test
    void oneReadSettlesNothing() {
        ReadingCase reading = reading(Modality.RADIOGRAPH, List.of(FIRM));
        Settlement settlement = Settlement.of(reading, CHARTER);
        assertThat(settlement.complete()).isFalse();
        assertThat(settlement.needsAdjudication()).isFalse();
        assertThat(settlement.screws()).isEmpty();
    }

    private static Looseness screw(Sight sight) {
        return CHARTER.looseness(sight.of(List.of(SITE), List.of()).screws().getFirst());
    }

    private static Optional<SegmentVerdict> segment(Modality modality, Sight one, Sight other) {
        Settlement settlement = settle(modality, one, other);
        Optional<SegmentVerdict> verdict =
                Optional.ofNullable(settlement.segments().get(SEGMENT)).map(Settled::verdict);
        assertThat(settlement.disputed().contains("L4/L5")).isEqualTo(verdict.isEmpty());
        assertThat(settlement.needsAdjudication()).isEqualTo(verdict.isEmpty());
        return verdict;
    }

    private static Settlement settle(Modality modality, Sight one, Sight other) {
        return Settlement.of(reading(modality, List.of(one, other)), CHARTER);
    }

    private static ReadingCase reading(Modality modality, List<Sight> sights) {
        ReadingCase reading = ReadingCase.received(
                        new ImagingStudyId("images0001"), new ImagingFact.ImagingStudyReceived(modality, List.of()))
                .after(new ImagingFact.CaseOpened(List.of(SITE), List.of(SEGMENT)), 2, Instant.EPOCH);
        for (int i = 0; i < sights.size(); i++) {
            reading = reading.after(
                    new ImagingFact.ReadSubmitted("reader" + i, sights.get(i).of(reading)), 3 + i, Instant.EPOCH);
        }
        return reading;
    }
}
