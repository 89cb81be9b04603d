package org.trabecula.study.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trabecula.study.protocol.CageMaterial.PEEK;
import static org.trabecula.study.testkit.Checks.ctCalledFor;
import static org.trabecula.study.testkit.Checks.outcome;
import static org.trabecula.study.testkit.Checks.unclear;
import static org.trabecula.study.testkit.LittleStudy.M12;
import static org.trabecula.study.testkit.LittleStudy.M3;
import static org.trabecula.study.testkit.LittleStudy.M6;
import static org.trabecula.study.testkit.People.BY_ADJUDICATOR;
import static org.trabecula.study.testkit.People.BY_FIRST_READER;
import static org.trabecula.study.testkit.People.BY_SECOND_READER;
import static org.trabecula.study.testkit.People.COORDINATOR;
import static org.trabecula.study.testkit.Sequels.death;
import static org.trabecula.study.testkit.Sequels.reported;
import static org.trabecula.study.testkit.Sight.FIRM;
import static org.trabecula.study.testkit.Sight.LOOSE;
import static org.trabecula.study.testkit.Steps.SURGERY;
import static org.trabecula.study.testkit.Steps.adjudicated;
import static org.trabecula.study.testkit.Steps.bothRead;
import static org.trabecula.study.testkit.Steps.consented;
import static org.trabecula.study.testkit.Steps.does;
import static org.trabecula.study.testkit.Steps.imaged;
import static org.trabecula.study.testkit.Steps.itIs;
import static org.trabecula.study.testkit.Steps.missed;
import static org.trabecula.study.testkit.Steps.operated;
import static org.trabecula.study.testkit.Steps.read;
import static org.trabecula.study.testkit.Steps.scanned;
import static org.trabecula.study.testkit.Steps.seen;
import static org.trabecula.study.testkit.Steps.transcribed;
import static org.trabecula.study.testkit.Steps.withdrawn;
import static org.trabecula.study.testkit.Story.given;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.imaging.Findings;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.imaging.SegmentFinding;
import org.trabecula.study.imaging.Unclear;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.spine.FusionGrade;
import org.trabecula.study.testkit.Sight;
import org.trabecula.study.testkit.Step;
import org.trabecula.study.testkit.Surgeries;
import org.trabecula.study.testkit.Transcripts;
import org.trabecula.study.testkit.World;
import org.trabecula.study.visit.Transcript;

/** From settled findings to yes, no or missing. */
class EvaluationTest {
    private static final Step OPERATED = consented().then(operated());
    private static final Step READY = OPERATED.then(imaged(M6));

    @Test
    void everyWayOfMissingHasItsCause() {
        assertMissing(Cause.NOT_HELD, OPERATED);
        assertMissing(Cause.MISSED, OPERATED, missed(M6));
        assertMissing(Cause.WITHDRAWN, OPERATED, withdrawn());
        assertMissing(Cause.MISSED, OPERATED, missed(M6), withdrawn());
        assertMissing(Cause.NOT_DUE, itIs(SURGERY.plusMonths(5)), OPERATED);
        assertMissing(Cause.WITHDRAWN, itIs(SURGERY.plusMonths(5)), OPERATED, withdrawn());
        assertMissing(Cause.DIED, OPERATED, withdrawn(), reported(death(SURGERY.plusMonths(3))));
        assertMissing(Cause.WITHDRAWN, OPERATED, withdrawn(), reported(death(SURGERY.plusMonths(5))));
        assertMissing(Cause.NOT_HELD, OPERATED, reported(death(SURGERY.plusMonths(9))));
        assertMissing(Cause.NO_IMAGES, OPERATED, seen(M6));
        assertMissing(Cause.READS_AWAITED, READY);
        assertMissing(Cause.READS_AWAITED, READY, read(BY_FIRST_READER, FIRM));
        assertMissing(
                Cause.ADJUDICATION_AWAITED,
                READY,
                read(BY_FIRST_READER, FIRM),
                read(BY_SECOND_READER, LOOSE.graded(FusionGrade.IV)));
    }

    @Test
    void whatWasSeenBeforeWithdrawalStays() {
        World world = given(OPERATED, imaged(M3), bothRead(FIRM), withdrawn()).world();
        assertThat(outcome(world, M3, Endpoint.FUSION)).isInstanceOf(Outcome.Known.class);
        assertThat(outcome(world, M6, Endpoint.FUSION))
                .isInstanceOfSatisfying(
                        Outcome.Missing.class,
                        missing -> assertThat(missing.cause()).isEqualTo(Cause.WITHDRAWN));
    }

    /** Month 6 may be held until 56 days after its target, that is until 2026-09-25. */
    @Test
    void whoLeftAfterTheWindowHadClosedWasNotSeenForAnotherReason() {
        Step onTheLastDay = leaves(LocalDate.of(2026, 9, 25));
        assertMissing(Cause.WITHDRAWN, OPERATED, onTheLastDay);
        Step theDayAfter = leaves(LocalDate.of(2026, 9, 26));
        assertMissing(Cause.NOT_HELD, OPERATED, theDayAfter);
    }

    @Test
    void aVisitIsNotDueUntilItsWindowHasClosedOnTheDayOfTheCut() {
        assertMissing(Cause.NOT_DUE, itIs(LocalDate.of(2026, 9, 25)), OPERATED);
        assertMissing(Cause.NOT_HELD, itIs(LocalDate.of(2026, 9, 26)), OPERATED);
    }

    private static Step leaves(LocalDate on) {
        return does(COORDINATOR, world -> new Intent.Withdraw(world.participant(), on, "moved away"));
    }

    @Test
    void readersWhoAgreeMakeAYesOrANoAndTheTrailOfTheirReads() {
        World world = given(READY, bothRead(LOOSE.graded(FusionGrade.IV))).world();
        assertThat(outcome(world, M6, Endpoint.LOOSENING))
                .isEqualTo(new Outcome.Known(true, Source.RADIOGRAPH, List.of(11L, 12L)));
        assertThat(outcome(world, M6, Endpoint.FUSION))
                .isEqualTo(new Outcome.Known(false, Source.RADIOGRAPH, List.of(11L, 12L)));
    }

    @Test
    void gradeIIIsFusedButNotOfGradeI() {
        World world = given(READY, read(BY_FIRST_READER, FIRM), read(BY_SECOND_READER, FIRM.graded(FusionGrade.II)))
                .world();
        assertKnown(world, M6, Endpoint.FUSION, true, Source.RADIOGRAPH);
        assertKnown(world, M6, Endpoint.FUSION_GRADE_I, false, Source.RADIOGRAPH);
    }

    @Test
    void theThirdPersonsWordIsKnownAsSuch() {
        World world = given(
                        READY,
                        read(BY_FIRST_READER, FIRM),
                        read(BY_SECOND_READER, LOOSE.graded(FusionGrade.IV)),
                        adjudicated(BY_ADJUDICATOR, LOOSE))
                .world();
        assertKnown(world, M6, Endpoint.FUSION, true, Source.RADIOGRAPH_ADJUDICATED);
        assertKnown(world, M6, Endpoint.LOOSENING, true, Source.RADIOGRAPH_ADJUDICATED);
        assertThat(outcome(world, M6, Endpoint.FUSION).positions()).containsExactly(11L, 12L, 13L);
    }

    @Test
    void aThirdPersonLiftsTheDisputeAndTheGradeThatLackedButNotWhatTheCharterMeasures() {
        assertThat(adjudicatedAfter(FIRM.graded(FusionGrade.IV), FIRM)).isInstanceOf(Outcome.Known.class);
        assertThat(adjudicatedAfter(FIRM.ungraded(), FIRM)).isInstanceOf(Outcome.Known.class);
        Sight fourth = FIRM.graded(FusionGrade.IV);
        assertUnclear(adjudicatedAfter(fourth.moving("4"), FIRM));
        assertUnclear(adjudicatedAfter(fourth.sliding("2"), FIRM));
        assertUnclear(adjudicatedAfter(fourth.hidden("0.6"), FIRM));
    }

    @Test
    void theThirdPersonsOwnFindingIsPutToTheCharter() {
        Sight fourth = FIRM.graded(FusionGrade.IV);
        assertUnclear(adjudicatedAfter(fourth, FIRM.graded(FusionGrade.III)));
        assertUnclear(adjudicatedAfter(fourth, FIRM.ungraded()));
        assertUnclear(adjudicatedAfter(fourth, FIRM.moving("4")));
        given(READY, read(BY_FIRST_READER, FIRM), read(BY_SECOND_READER, fourth))
                .when(adjudicated(BY_ADJUDICATOR, FIRM.moving("4")))
                .then(unclear(Unclear.Cause.READERS_DIFFER, Unclear.Cause.MOTION));
    }

    @Test
    void aCtSettlesWhatTheThirdPersonLeftUnclear() {
        World world = given(
                        READY,
                        read(BY_FIRST_READER, FIRM),
                        read(BY_SECOND_READER, FIRM.graded(FusionGrade.IV).moving("4")),
                        adjudicated(BY_ADJUDICATOR, FIRM),
                        scanned(M6, Modality.CT),
                        bothRead(FIRM))
                .world();
        assertKnown(world, M6, Endpoint.FUSION, true, Source.CT);
    }

    /** Fusion at month 6 after the first reader sees grade I, the second something else, and a third decides. */
    private static Outcome adjudicatedAfter(Sight second, Sight third) {
        World world = given(
                        READY,
                        read(BY_FIRST_READER, FIRM),
                        read(BY_SECOND_READER, second),
                        adjudicated(BY_ADJUDICATOR, third))
                .world();
        return outcome(world, M6, Endpoint.FUSION);
    }

    private static void assertUnclear(Outcome outcome) {
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Missing.class,
                        missing -> assertThat(missing.cause()).isEqualTo(Cause.UNCLEAR));
    }

    @Test
    void anUnclearRadiographLeavesFusionMissingUntilACtSettlesItAndLoosensNothing() {
        World world = given(READY, bothRead(FIRM.moving("4"))).world();
        assertMissing(world, Endpoint.FUSION, Cause.UNCLEAR);
        assertKnown(world, M6, Endpoint.LOOSENING, false, Source.RADIOGRAPH);
        scanned(M6, Modality.CT).take(world);
        assertMissing(world, Endpoint.FUSION, Cause.UNCLEAR);
        assertKnown(world, M6, Endpoint.LOOSENING, false, Source.RADIOGRAPH);
        bothRead(FIRM.graded(FusionGrade.III)).take(world);
        assertKnown(world, M6, Endpoint.FUSION, false, Source.CT);
    }

    @Test
    void aCtOutranksTheRadiographInBothEndpoints() {
        World world = given(READY, bothRead(LOOSE.graded(FusionGrade.IV)), scanned(M6, Modality.CT), bothRead(FIRM))
                .world();
        assertKnown(world, M6, Endpoint.FUSION, true, Source.CT);
        assertKnown(world, M6, Endpoint.LOOSENING, false, Source.CT);
    }

    @Test
    void aScrewThatTheCtCannotShowIsJudgedOnTheRadiograph() {
        World world = given(READY, bothRead(LOOSE), scanned(M6, Modality.CT), bothRead(FIRM.unassessable()))
                .world();
        assertKnown(world, M6, Endpoint.LOOSENING, true, Source.RADIOGRAPH);
    }

    @Test
    void aCtInDisputeIsSettledByTheThird() {
        World world = given(
                        READY,
                        bothRead(FIRM.ungraded()),
                        scanned(M6, Modality.CT),
                        read(BY_FIRST_READER, FIRM),
                        read(BY_SECOND_READER, FIRM.graded(FusionGrade.IV)),
                        adjudicated(BY_ADJUDICATOR, FIRM.graded(FusionGrade.IV)))
                .world();
        assertKnown(world, M6, Endpoint.FUSION, false, Source.CT_ADJUDICATED);
    }

    @Test
    void theNewestRadiographOfAVisitCounts() {
        World world = given(READY, bothRead(LOOSE), scanned(M6, Modality.RADIOGRAPH), bothRead(FIRM))
                .world();
        assertKnown(world, M6, Endpoint.LOOSENING, false, Source.RADIOGRAPH);
    }

    @Test
    void aSecondRadiographThatNobodyHasReadTakesNothingAway() {
        World world =
                given(READY, bothRead(LOOSE), scanned(M6, Modality.RADIOGRAPH)).world();
        assertKnown(world, M6, Endpoint.LOOSENING, true, Source.RADIOGRAPH);
        assertKnown(world, M6, Endpoint.FUSION, true, Source.RADIOGRAPH);
        assertThat(outcome(world, M6, Endpoint.FUSION).positions()).containsExactly(11L, 12L);
    }

    @Test
    void whatAnyRadiographOfTheVisitLeavesUnclearStaysSoUntilACt() {
        World world = given(READY, bothRead(FIRM.moving("4")), scanned(M6, Modality.RADIOGRAPH), bothRead(FIRM))
                .world();
        assertMissing(world, Endpoint.FUSION, Cause.UNCLEAR);
        assertKnown(world, M6, Endpoint.LOOSENING, false, Source.RADIOGRAPH);
        ctCalledFor(M6, false).on(world);
        scanned(M6, Modality.CT).then(bothRead(FIRM.graded(FusionGrade.IV))).take(world);
        assertKnown(world, M6, Endpoint.FUSION, false, Source.CT);
        ctCalledFor(M6, true).on(world);
    }

    @Test
    void oneLooseScrewMakesTheParticipantLooseAndTheTallyCountsScrews() {
        World world = given(READY, bothRead(FIRM.looseAt("L5-right"))).world();
        assertKnown(world, M6, Endpoint.LOOSENING, true, Source.RADIOGRAPH);
        assertThat(outcomes(world, M6).tally()).isEqualTo(new ScrewTally(1, 4, 0, List.of(11L, 12L)));
    }

    @Test
    void screwsThatNobodyCanJudgeAreMissingAndOneThatIsLooseStillCounts() {
        World nothing = given(READY, bothRead(FIRM.unassessable())).world();
        assertMissing(nothing, Endpoint.LOOSENING, Cause.NOT_ASSESSABLE);
        assertThat(outcomes(nothing, M6).tally().missing()).isEqualTo(4);
        World one =
                given(READY, bothRead(FIRM.unassessable().looseAt("L4-left"))).world();
        assertKnown(one, M6, Endpoint.LOOSENING, true, Source.RADIOGRAPH);
        assertThat(outcomes(one, M6).tally())
                .extracting(ScrewTally::loose, ScrewTally::judged, ScrewTally::missing)
                .containsExactly(1, 1, 3);
    }

    @Test
    void aScrewInDisputeLeavesTheParticipantMissingUnlessAnotherIsLoose() {
        World open = given(READY, read(BY_FIRST_READER, FIRM.looseAt("L4-left")), read(BY_SECOND_READER, FIRM))
                .world();
        assertMissing(open, Endpoint.LOOSENING, Cause.ADJUDICATION_AWAITED);
        World loose = given(
                        READY,
                        read(BY_FIRST_READER, FIRM.looseAt("L4-left", "L5-left")),
                        read(BY_SECOND_READER, FIRM.looseAt("L5-left")))
                .world();
        assertKnown(loose, M6, Endpoint.LOOSENING, true, Source.RADIOGRAPH);
    }

    @Test
    void looseningIsNotAbsorbingEveryVisitStandsForItself() {
        World world = given(READY, bothRead(LOOSE), imaged(M12), bothRead(FIRM)).world();
        assertKnown(world, M6, Endpoint.LOOSENING, true, Source.RADIOGRAPH);
        assertKnown(world, M12, Endpoint.LOOSENING, false, Source.RADIOGRAPH);
    }

    @Test
    void theLowestFusedSegmentDecidesFusion() {
        World world = given(
                        consented(),
                        operated(Surgeries.long3to5(PEEK, PEEK)),
                        imaged(M6),
                        readsOfTwoSegments(BY_FIRST_READER),
                        readsOfTwoSegments(BY_SECOND_READER))
                .world();
        assertKnown(world, M6, Endpoint.FUSION, false, Source.RADIOGRAPH);
    }

    /** Grade I at L3/L4 and IV at L4/L5. */
    private static Step readsOfTwoSegments(Actor reader) {
        return does(reader, world -> {
            Findings upper = FIRM.of(world.reading());
            Findings lower = FIRM.graded(FusionGrade.IV).of(world.reading());
            List<SegmentFinding> segments = Stream.of(
                            upper.segments().getFirst(), lower.segments().getLast())
                    .toList();
            return new Intent.SubmitRead(
                    world.images(), new Findings("1", upper.screws(), segments, Findings.NO_IDEA, ""));
        });
    }

    @Test
    void beforeAVisitAllPlacedScrewsAreMissing() {
        World world = given(OPERATED).world();
        assertThat(outcomes(world, M6).tally()).isEqualTo(new ScrewTally(0, 0, 4, List.of()));
    }

    @Test
    void whatAnotherRecordStatesIsTakenAtItsWord() {
        World fused = given(transcript(Transcripts.fused(true))).world();
        assertKnown(fused, M6, Endpoint.FUSION, true, Source.TRANSCRIBED);
        assertMissing(fused, Endpoint.FUSION_GRADE_I, Cause.NOT_STATED);
        assertMissing(fused, Endpoint.LOOSENING, Cause.NOT_STATED);
        World not = given(transcript(Transcripts.fused(false))).world();
        assertKnown(not, M6, Endpoint.FUSION_GRADE_I, false, Source.TRANSCRIBED);
        World second = given(transcript(Transcripts.graded(FusionGrade.II))).world();
        assertKnown(second, M6, Endpoint.FUSION, true, Source.TRANSCRIBED);
        assertKnown(second, M6, Endpoint.FUSION_GRADE_I, false, Source.TRANSCRIBED);
        World third = given(transcript(Transcripts.graded(FusionGrade.III))).world();
        assertKnown(third, M6, Endpoint.FUSION, false, Source.TRANSCRIBED);
        World screws = given(transcript(Transcripts.screws(2, 6))).world();
        assertKnown(screws, M6, Endpoint.LOOSENING, true, Source.TRANSCRIBED);
        assertThat(outcomes(screws, M6).tally())
                .extracting(ScrewTally::loose, ScrewTally::judged)
                .containsExactly(2, 6);
    }

    @Test
    void countedScrewsSayWhetherOneIsLooseWhereTheRecordDoesNot() {
        World loose = given(transcript(counted(2, 6))).world();
        assertKnown(loose, M6, Endpoint.LOOSENING, true, Source.TRANSCRIBED);
        World firm = given(transcript(counted(0, 6))).world();
        assertKnown(firm, M6, Endpoint.LOOSENING, false, Source.TRANSCRIBED);
        World none = given(transcript(counted(0, 0))).world();
        assertMissing(none, Endpoint.LOOSENING, Cause.NOT_STATED);
    }

    /** Screws are counted, and nothing else is said. */
    private static Transcript counted(int loose, int of) {
        Transcript stated = Transcripts.screws(loose, of);
        return new Transcript(
                stated.grade(),
                stated.fused(),
                Optional.empty(),
                stated.screws(),
                stated.screwsLoose(),
                stated.odi(),
                stated.vasBack(),
                stated.vasLeg());
    }

    @Test
    void moreLooseScrewsThanWereJudgedCannotBeSaid() {
        assertThatThrownBy(() -> Transcripts.screws(7, 6))
                .hasMessageContaining("Of 6 screws judged, 7 cannot be loose");
    }

    private static Step transcript(Transcript outcomes) {
        return transcribed(Transcripts.row(2, "T-1", "peek", 6, outcomes));
    }

    private static VisitOutcomes outcomes(World world, Timepoint visit) {
        return world.see(register -> new Evaluation(register, world.protocol())
                .of(register.casebook(world.participant()).orElseThrow(), visit));
    }

    private static void assertKnown(World world, Timepoint visit, Endpoint endpoint, boolean yes, Source source) {
        assertThat(outcome(world, visit, endpoint)).isInstanceOfSatisfying(Outcome.Known.class, known -> {
            assertThat(known.yes()).isEqualTo(yes);
            assertThat(known.source()).isEqualTo(source);
        });
    }

    private static void assertMissing(Cause cause, Step... steps) {
        World world = given(steps).world();
        for (Endpoint endpoint : Endpoint.values()) {
            assertMissing(world, endpoint, cause);
        }
    }

    private static void assertMissing(World world, Endpoint endpoint, Cause cause) {
        assertThat(outcome(world, M6, endpoint))
                .isInstanceOfSatisfying(
                        Outcome.Missing.class,
                        missing -> assertThat(missing.cause()).isEqualTo(cause));
    }
}
