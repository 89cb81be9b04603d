package org.trabecula.study.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trabecula.study.protocol.CageMaterial.OTHER;
import static org.trabecula.study.protocol.CageMaterial.PEEK;
import static org.trabecula.study.protocol.CageMaterial.PRINTED_POROUS_TITANIUM;
import static org.trabecula.study.protocol.CageMaterial.TITANIUM;
import static org.trabecula.study.testkit.Checks.allocated;
import static org.trabecula.study.testkit.Checks.deviates;
import static org.trabecula.study.testkit.LittleStudy.M12;
import static org.trabecula.study.testkit.LittleStudy.M3;
import static org.trabecula.study.testkit.LittleStudy.M6;
import static org.trabecula.study.testkit.Steps.SURGERY;
import static org.trabecula.study.testkit.Steps.consented;
import static org.trabecula.study.testkit.Steps.missed;
import static org.trabecula.study.testkit.Steps.operated;
import static org.trabecula.study.testkit.Steps.seen;
import static org.trabecula.study.testkit.Steps.transcribed;
import static org.trabecula.study.testkit.Story.given;
import static org.trabecula.study.testkit.Surgeries.long3to5;
import static org.trabecula.study.testkit.Surgeries.with;
import static org.trabecula.study.testkit.Transcripts.fused;
import static org.trabecula.study.testkit.Transcripts.row;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.trabecula.study.protocol.Arm;
import org.trabecula.study.safety.ProtocolDeviation;
import org.trabecula.study.testkit.LittleStudy;
import org.trabecula.study.testkit.World;
import org.trabecula.study.visit.VisitStatus;

/** The arm follows from the cage that was implanted, and departures follow from what is recorded. */
class AllocationTest {
    private static final Arm TITANIUM_ARM =
            LittleStudy.protocol().arm("titanium").orElseThrow();
    private static final Arm PEEK_ARM = LittleStudy.protocol().arm("peek").orElseThrow();

    @Test
    void beforeSurgeryTheArmIsAwaitedWhateverThePlanSays() {
        given(consented()).then(allocated(new Allocation.Awaited()));
    }

    @Test
    void theCageAtTheLowestFusedSegmentDecides() {
        given(consented(), operated(long3to5(PEEK, PRINTED_POROUS_TITANIUM)))
                .then(allocated(new Allocation.Assigned(TITANIUM_ARM)));
        given(consented(), operated(long3to5(TITANIUM, PEEK))).then(allocated(new Allocation.Assigned(PEEK_ARM)));
    }

    @Test
    void twoCagesOfOneArmAreThatArm() {
        given(consented(), operated(with(PEEK, PEEK))).then(allocated(new Allocation.Assigned(PEEK_ARM)));
        given(consented(), operated(with(TITANIUM, PRINTED_POROUS_TITANIUM)))
                .then(allocated(new Allocation.Assigned(TITANIUM_ARM)));
    }

    @Test
    void withoutACageThereIsNoArm() {
        given(consented(), operated(with())).then(allocated(new Allocation.NoStudyCage()));
    }

    @Test
    void cagesOfTwoArmsOrOfAnArmAndNoneAreMixed() {
        given(consented(), operated(with(PEEK, TITANIUM)))
                .then(allocated(new Allocation.MixedCages(Set.of(PEEK, TITANIUM))));
        given(consented(), operated(with(PEEK, OTHER))).then(allocated(new Allocation.MixedCages(Set.of(PEEK, OTHER))));
    }

    @Test
    void aCageOfNoArmIsForeign() {
        given(consented(), operated(with(OTHER))).then(allocated(new Allocation.ForeignCage(OTHER)));
    }

    @Test
    void aCorrectedSurgeryMovesTheParticipantToTheOtherArm() {
        given(consented(), operated(with(PEEK)), operated(with(TITANIUM)).because("label misread"))
                .then(
                        allocated(new Allocation.Assigned(TITANIUM_ARM)),
                        world -> assertThat(world.casebook()
                                        .operation()
                                        .orElseThrow()
                                        .trail())
                                .containsExactly(6L, 7L));
    }

    @Test
    void aTranscribedParticipantHasTheArmThatTheRecordStates() {
        given(transcribed(row(2, "T-1", "peek", 6, fused(true)))).then(allocated(new Allocation.Assigned(PEEK_ARM)));
    }

    @Test
    void everyCageThatGivesNoArmIsADeviation() {
        given(consented(), operated(with())).then(deviates("no-study-cage"));
        given(consented(), operated(with(PEEK, TITANIUM))).then(deviates("mixed-cages"));
        given(consented(), operated(with(OTHER))).then(deviates("foreign-cage"));
        given(consented(), operated(with(PEEK))).then(deviates());
    }

    @Test
    void aVisitOutOfItsWindowOrMissedIsADeviationAndOneInTimeIsNot() {
        LocalDate late = SURGERY.plusMonths(6).plusDays(57);
        World world = given(consented(), operated(), seen(M3), seen(M6, late), missed(M12))
                .then(deviates("visit-out-of-window", "visit-missed"))
                .world();
        List<ProtocolDeviation> deviations = Deviations.of(world.casebook(), world.protocol(), world.today());
        // Operated 2026-01-31, so month 6 is 2026-07-31, 56 days about.
        assertThat(deviations.getFirst())
                .isEqualTo(new ProtocolDeviation(
                        "visit-out-of-window",
                        late,
                        List.of("m6", "2026-09-26", "2026-06-05", "2026-09-25"),
                        List.of(8L)));
        assertThat(deviations.getLast().arguments()).containsExactly("m12", "moved away");
    }

    @Test
    void theTimelineIsEmptyBeforeSurgeryAndSaysHowEveryVisitStandsAfterwards() {
        World before = given(consented()).world();
        assertThat(Timeline.of(before.casebook(), before.protocol(), before.today())
                        .rows())
                .isEmpty();
        World after = given(consented(), operated(), seen(M3), missed(M6)).world();
        assertThat(Timeline.of(after.casebook(), after.protocol(), LocalDate.of(2027, 2, 1))
                        .rows())
                .extracting(Timeline.Row::status)
                .containsExactly(VisitStatus.HELD, VisitStatus.MISSED, VisitStatus.DUE, VisitStatus.UPCOMING);
    }
}
