package org.trabecula.study.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trabecula.study.testkit.Checks.ctCalledFor;
import static org.trabecula.study.testkit.Checks.disputed;
import static org.trabecula.study.testkit.Checks.needsAdjudication;
import static org.trabecula.study.testkit.Checks.noCtCalledFor;
import static org.trabecula.study.testkit.Checks.recorded;
import static org.trabecula.study.testkit.Checks.settled;
import static org.trabecula.study.testkit.Checks.settlement;
import static org.trabecula.study.testkit.Checks.unclear;
import static org.trabecula.study.testkit.LittleStudy.M0;
import static org.trabecula.study.testkit.LittleStudy.M12;
import static org.trabecula.study.testkit.LittleStudy.M3;
import static org.trabecula.study.testkit.LittleStudy.M6;
import static org.trabecula.study.testkit.People.BY_ADJUDICATOR;
import static org.trabecula.study.testkit.People.BY_FIRST_READER;
import static org.trabecula.study.testkit.People.BY_SECOND_READER;
import static org.trabecula.study.testkit.Sight.FIRM;
import static org.trabecula.study.testkit.Sight.LOOSE;
import static org.trabecula.study.testkit.Steps.adjudicated;
import static org.trabecula.study.testkit.Steps.bothRead;
import static org.trabecula.study.testkit.Steps.consented;
import static org.trabecula.study.testkit.Steps.filed;
import static org.trabecula.study.testkit.Steps.imaged;
import static org.trabecula.study.testkit.Steps.operated;
import static org.trabecula.study.testkit.Steps.read;
import static org.trabecula.study.testkit.Steps.received;
import static org.trabecula.study.testkit.Steps.scanned;
import static org.trabecula.study.testkit.Steps.seen;
import static org.trabecula.study.testkit.Story.given;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trabecula.study.spine.FusionGrade;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.testkit.Sight;
import org.trabecula.study.testkit.Step;
import org.trabecula.study.testkit.World;

/** Dealing cases to readers, disputes, and when a CT is called for. */
class ReadingRoomTest {
    private static final Step READY = consented().then(operated()).then(imaged(M6));

    @Test
    void readersWhoDifferNeedAThird() {
        given(consented(), operated(), imaged(M6))
                .when(read(BY_FIRST_READER, LOOSE), read(BY_SECOND_READER, FIRM))
                .then(needsAdjudication(), disputed("L4-left", "L4-right", "L5-left", "L5-right"));
    }

    @Test
    void readersWhoAgreeNeedNobody() {
        given(READY).when(bothRead(LOOSE)).then(settled(), disputed(), noCtCalledFor());
    }

    @Test
    void theAdjudicatorDecidesOnlyWhatIsDisputed() {
        World world = given(
                        READY,
                        read(BY_FIRST_READER, FIRM.looseAt("L4-left")),
                        read(BY_SECOND_READER, FIRM),
                        adjudicated(BY_ADJUDICATOR, LOOSE.graded(FusionGrade.IV)))
                .then(settled(), disputed("L4-left"))
                .world();
        Settlement settlement = settlement(world);
        Settled<Looseness> decided = settlement.screws().get(ScrewSite.of("L4-left"));
        // Ten entries came before: five of admission, the surgery, the visit, three of the images; reads and decision
        // follow.
        assertThat(decided).isEqualTo(new Settled<>(Looseness.LOOSE, true, List.of(11L, 12L, 13L)));
        assertThat(settlement.screws())
                .hasEntrySatisfying(
                        ScrewSite.of("L5-left"),
                        firm -> assertThat(firm.verdict()).isEqualTo(Looseness.FIRM));
        assertThat(settlement.segments().values())
                .singleElement()
                .satisfies(segment -> assertThat(segment.verdict().union()).isEqualTo(Union.FUSED));
    }

    @Test
    void theAdjudicationIsMadeBySomebodyWhoHasNotReadTheCase() {
        World world = given(READY, read(BY_FIRST_READER, LOOSE), read(BY_SECOND_READER, FIRM))
                .world();
        Charter charter = new Charter(world.protocol().charter());
        assertThat(world.<List<ReadingCase>>see(r -> r.readingRoom().disputes("okafor", charter)))
                .hasSize(1);
        assertThat(world.<List<ReadingCase>>see(r -> r.readingRoom().disputes("SILVA", charter)))
                .isEmpty();
        adjudicated(BY_ADJUDICATOR, FIRM).take(world);
        recorded(1).on(world);
        assertThat(world.<List<ReadingCase>>see(r -> r.readingRoom().disputes("another", charter)))
                .isEmpty();
    }

    @Test
    void imagesWaitInTheInboxUntilTheyAreFiledAndThoseOfTheBaselineAreNotDealt() {
        World world =
                given(consented(), operated(), received(Modality.RADIOGRAPH)).world();
        assertThat(worklist(world, "ito")).isEmpty();
        filed(M0).take(world);
        recorded(2).on(world);
        assertThat(worklist(world, "ito")).isEmpty();
        assertThat(world.reading().opened()).isFalse();
    }

    @Test
    void aCaseCarriesWhatIsToBeJudgedAndNothingElse() {
        World world = given(READY).world();
        ReadingCase reading = world.reading();
        assertThat(reading.screws())
                .extracting(Object::toString)
                .containsExactly("L4-left", "L4-right", "L5-left", "L5-right");
        assertThat(reading.segments()).extracting(Object::toString).containsExactly("L4/L5");
        assertThat(reading.toString()).doesNotContain("LITTLE", "titanium", "TITANIUM", "m6", "2026");
    }

    @Test
    void everyReaderHasAnOrderOfHisOwnThatStaysAndLeavesOutWhatHeHasRead() {
        World world = given(manyCases()).world();
        List<ImagingStudyId> first = worklist(world, "ito");
        List<ImagingStudyId> second = worklist(world, "silva");
        assertThat(first).hasSize(24).doesNotHaveDuplicates().isEqualTo(worklist(world, "ito"));
        assertThat(second).containsExactlyInAnyOrderElementsOf(first).isNotEqualTo(first);
        assertThat(first).isNotEqualTo(first.stream().sorted().toList());
        assertThat(second).isNotEqualTo(second.stream().sorted().toList());
        ImagingStudyId newest = world.images();
        read(BY_FIRST_READER, FIRM).take(world);
        assertThat(worklist(world, "ito"))
                .isEqualTo(first.stream().filter(id -> !id.equals(newest)).toList());
        assertThat(worklist(world, "silva")).isEqualTo(second);
        read(BY_SECOND_READER, FIRM).take(world);
        assertThat(worklist(world, "novak")).hasSize(23).doesNotContain(newest);
    }

    @Test
    void aRadiographThatIsClearCallsForNoCt() {
        given(READY).when(bothRead(FIRM)).then(unclear(), noCtCalledFor());
        given(READY).when(bothRead(FIRM.graded(FusionGrade.IV))).then(unclear(), noCtCalledFor());
    }

    @Test
    void oneReadAloneCallsForNothing() {
        given(READY).when(read(BY_FIRST_READER, FIRM.ungraded())).then(noCtCalledFor());
    }

    /** The bounds of the charter: motion 3 to 5 degrees and translation 2 to 3 mm included, more than half hidden. */
    @Test
    void everyCauseOfDoubtCallsForACtAndItsBoundsAreThoseOfTheCharter() {
        assertCauses(FIRM.ungraded(), Unclear.Cause.INDETERMINATE);
        assertCauses(FIRM.graded(FusionGrade.III), Unclear.Cause.INDETERMINATE);
        assertCauses(FIRM.moving("2.9"));
        assertCauses(FIRM.moving("3"), Unclear.Cause.MOTION);
        assertCauses(FIRM.moving("5.0"), Unclear.Cause.MOTION);
        assertCauses(FIRM.moving("5.1"));
        assertCauses(FIRM.sliding("1.9"));
        assertCauses(FIRM.sliding("2"), Unclear.Cause.TRANSLATION);
        assertCauses(FIRM.sliding("3"), Unclear.Cause.TRANSLATION);
        assertCauses(FIRM.sliding("3.1"));
        assertCauses(FIRM.hidden("0.5"));
        assertCauses(FIRM.hidden("0.51"), Unclear.Cause.ARTEFACT);
        assertCauses(
                FIRM.ungraded().moving("4").sliding("2").hidden("0.9"),
                Unclear.Cause.INDETERMINATE,
                Unclear.Cause.MOTION,
                Unclear.Cause.TRANSLATION,
                Unclear.Cause.ARTEFACT);
    }

    @Test
    void eitherReadersDoubtSufficesAndReadersWhoDifferAreOneMoreCause() {
        given(READY)
                .when(read(BY_FIRST_READER, FIRM), read(BY_SECOND_READER, FIRM.moving("4")))
                .then(settled(), unclear(Unclear.Cause.MOTION), ctCalledFor(M6, false));
        given(READY)
                .when(read(BY_FIRST_READER, FIRM), read(BY_SECOND_READER, FIRM.graded(FusionGrade.IV)))
                .then(needsAdjudication(), unclear(Unclear.Cause.READERS_DIFFER), ctCalledFor(M6, false));
    }

    @Test
    void theCallForACtIsAnsweredByOneFiledUnderTheSameVisit() {
        given(READY)
                .when(bothRead(FIRM.ungraded()))
                .then(ctCalledFor(M6, false))
                .when(seen(M12), scanned(M12, Modality.CT))
                .then(ctCalledFor(M6, false))
                .when(scanned(M6, Modality.CT))
                .then(ctCalledFor(M6, true));
    }

    @Test
    void aCtIsItselfNeverUnclear() {
        given(consented(), operated(), seen(M6), scanned(M6, Modality.CT))
                .when(read(BY_FIRST_READER, FIRM.ungraded().moving("4")), read(BY_SECOND_READER, FIRM))
                .then(needsAdjudication(), unclear(), noCtCalledFor());
    }

    private static void assertCauses(Sight sight, Unclear.Cause... causes) {
        given(READY).when(bothRead(sight)).then(settled(), unclear(causes));
        if (causes.length > 0) {
            given(READY).when(bothRead(sight)).then(ctCalledFor(M6, false));
        }
    }

    private static Step manyCases() {
        Step step = consented().then(operated()).then(seen(M3));
        for (int i : IntStream.range(0, 24).toArray()) {
            step = step.then(scanned(M3, i % 3 == 0 ? Modality.CT : Modality.RADIOGRAPH));
        }
        return step;
    }

    private static List<ImagingStudyId> worklist(World world, String reader) {
        Charter charter = new Charter(world.protocol().charter());
        return world.see(
                register -> register
                        .readingRoom()
                        .tasks(reader, charter, LocalDate.EPOCH, world.desk().lots())
                        .stream()
                        .map(task -> task.reading().id())
                        .toList());
    }
}
