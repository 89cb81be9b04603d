package org.trabecula.study.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trabecula.study.testkit.Checks.recorded;
import static org.trabecula.study.testkit.LittleStudy.M6;
import static org.trabecula.study.testkit.People.BY_FIRST_READER;
import static org.trabecula.study.testkit.People.BY_SECOND_READER;
import static org.trabecula.study.testkit.People.DATA_MANAGER;
import static org.trabecula.study.testkit.Sight.FIRM;
import static org.trabecula.study.testkit.Sight.LOOSE;
import static org.trabecula.study.testkit.Steps.consented;
import static org.trabecula.study.testkit.Steps.does;
import static org.trabecula.study.testkit.Steps.itIs;
import static org.trabecula.study.testkit.Steps.operated;
import static org.trabecula.study.testkit.Steps.read;
import static org.trabecula.study.testkit.Steps.readersAre;
import static org.trabecula.study.testkit.Steps.scanned;
import static org.trabecula.study.testkit.Steps.seen;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trabecula.study.imaging.Attestation;
import org.trabecula.study.imaging.Charter;
import org.trabecula.study.imaging.Dealt;
import org.trabecula.study.imaging.Done;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.imaging.ReadTask;
import org.trabecula.study.imaging.Settlement;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.journal.Signature;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.ReadingCharter;
import org.trabecula.study.testkit.LittleStudy;
import org.trabecula.study.testkit.Step;
import org.trabecula.study.testkit.Story;
import org.trabecula.study.testkit.World;

/** To whom cases are dealt, when they are dealt anew, and how they come back. */
class DealingTest {
    private static final Step OPERATED = consented().then(operated()).then(seen(M6));
    private static final Step SCANNED = scanned(M6, Modality.RADIOGRAPH);
    private static final Attestation SIGNED =
            new Attestation(new Signature("Dr Ito", "I made this read"), Optional.empty());

    @Test
    void aCaseIsDealtToTwoOfThreeAndTheThirdSeesNothingOfIt() {
        World world = Story.given(readersAre("ito", "silva", "novak"), OPERATED, SCANNED)
                .world();
        List<String> named = named(world);
        assertThat(named).hasSize(2).isSubsetOf("ito", "silva", "novak");
        assertThat(Stream.of("ito", "silva", "novak")
                        .filter(reader -> !tasks(world, reader).isEmpty()))
                .containsExactlyInAnyOrderElementsOf(named);
    }

    @Test
    void theLotsKeepTheLoadsEven() {
        World world = Story.given(readersAre("ito", "silva", "novak"), OPERATED, times(120, SCANNED))
                .world();
        Map<String, Long> loads = world.see(register -> register.readingRoom()
                .all()
                .flatMap(one -> one.dealt().stream())
                .collect(Collectors.groupingBy(Dealt::reader, Collectors.counting())));
        assertThat(loads).hasSize(3);
        assertThat(loads.values()).allSatisfy(load -> assertThat(load).isBetween(74L, 86L));
    }

    @Test
    void whatCameBeforeThereWereReadersIsForAnybodyUntilItIsDealt() {
        Story story = Story.given(OPERATED, SCANNED, read(BY_FIRST_READER, FIRM), readersAre("ito", "silva", "novak"));
        World world = story.world();
        assertThat(tasks(world, "silva")).hasSize(1);
        assertThat(tasks(world, "novak")).hasSize(1);
        story.when(does(DATA_MANAGER, _ -> new Intent.DealWaiting())).then(recorded(1));
        assertThat(named(world)).hasSize(2).contains("ito");
        assertThat(tasks(world, "silva").size() + tasks(world, "novak").size()).isEqualTo(1);
    }

    @Test
    void whatAReaderWhoLeftOwesGoesToOthersAndWhatHeReadStays() {
        Story story = Story.given(readersAre("ito", "silva"), OPERATED, SCANNED, read(BY_FIRST_READER, FIRM), SCANNED)
                .when(readersAre("novak"), does(Actor.program(), _ -> new Intent.CloseAccount("ito")));
        World world = story.world();
        assertThat(tasks(world, "novak")).isEmpty();
        story.when(does(DATA_MANAGER, _ -> new Intent.DealAnew("ito")).because("Left the hospital"))
                .then(recorded(1));
        assertThat(tasks(world, "novak")).hasSize(1);
        assertThat(named(world)).containsExactlyInAnyOrder("novak", "silva");
    }

    @Test
    void aReaderWhoTakesTooLongIsReplacedInWhatIsLate() {
        Story story = Story.given(readersAre("ito", "silva"), OPERATED, SCANNED, readersAre("novak"));
        World world = story.world();
        story.when(itIs(world.today().plusDays(29)));
        story.when(does(DATA_MANAGER, _ -> new Intent.DealAnew("silva")).because("Four weeks"))
                .then(recorded(1));
        assertThat(named(world)).containsExactlyInAnyOrder("ito", "novak");
    }

    @Test
    void aCaseComesBackAfterFourWeeksUnderAnotherHandleAndSettlesNothing() {
        World first = given("1", readersAre("ito", "silva"), OPERATED, SCANNED);
        String handle = tasks(first, "ito").getFirst().handle();
        first.submit(BY_FIRST_READER, new Intent.SubmitRead(first.images(), FIRM.of(first.reading())));
        first.submit(BY_SECOND_READER, new Intent.SubmitRead(first.images(), FIRM.of(first.reading())));
        assertThat(tasks(first, "ito")).isEmpty();
        Settlement before = settlement(first);

        itIs(first.today().plusWeeks(4)).take(first);
        ReadTask back = tasks(first, "ito").getFirst();
        assertThat(back.again()).isTrue();
        assertThat(back.handle()).matches("[a-z0-9]{20}").isNotEqualTo(handle);
        first.submit(BY_FIRST_READER, new Intent.SubmitReread(first.images(), LOOSE.of(first.reading()), SIGNED));

        assertThat(tasks(first, "ito")).isEmpty();
        assertThat(settlement(first)).isEqualTo(before);
        assertThat(first.reading().reads()).hasSize(2);
        List<Done> done = first.see(
                register -> register.readingRoom().done("ito", first.desk().lots()));
        assertThat(done).extracting(one -> one.task().handle()).containsExactly(handle, back.handle());
    }

    @Test
    void aboutOneReadInFiveComesBackAndEachReaderHasHisOwn() {
        Step readBoth = SCANNED.then(read(BY_FIRST_READER, FIRM)).then(read(BY_SECOND_READER, FIRM));
        World world = given("0.2", readersAre("ito", "silva"), OPERATED, times(150, readBoth));
        Map<String, Long> again = world.see(register -> register.readingRoom()
                .all()
                .flatMap(one -> one.rereads().stream())
                .collect(Collectors.groupingBy(one -> one.reader(), Collectors.counting())));
        assertThat(again.get("ito")).isBetween(15L, 45L);
        assertThat(again.get("silva")).isBetween(15L, 45L);
        long both = world.see(register -> register.readingRoom()
                .all()
                .filter(one -> one.rereads().size() == 2)
                .count());
        assertThat(both).isLessThan(15);
    }

    private static World given(String share, Step... steps) {
        Protocol p = LittleStudy.protocol();
        ReadingCharter c = p.charter();
        ReadingCharter charter = new ReadingCharter(
                c.version(),
                c.readers(),
                c.lucencyMm(),
                c.unclearMotionFromDegrees(),
                c.unclearMotionToDegrees(),
                c.unclearTranslationFromMm(),
                c.unclearTranslationToMm(),
                c.unclearArtefactShare(),
                c.images(),
                LittleStudy.routine(share));
        World world = new World(new Protocol(
                p.id(),
                p.version(),
                p.title(),
                p.registration(),
                p.planned(),
                p.arms(),
                p.sites(),
                p.visits(),
                p.consentVersions(),
                p.eligibility(),
                p.forms(),
                p.checks(),
                charter,
                p.endpoints()));
        Stream.of(steps).forEach(step -> step.take(world));
        return world;
    }

    private static Step times(int many, Step step) {
        return IntStream.range(0, many).mapToObj(_ -> step).reduce(Step::then).orElseThrow();
    }

    private static List<ReadTask> tasks(World world, String reader) {
        Charter charter = new Charter(world.protocol().charter());
        return world.see(look(
                room -> room.tasks(reader, charter, world.today(), world.desk().lots())));
    }

    private static <T> Function<Register, T> look(Function<org.trabecula.study.imaging.ReadingRoom, T> what) {
        return register -> what.apply(register.readingRoom());
    }

    private static List<String> named(World world) {
        return world.reading().dealt().stream().map(Dealt::reader).toList();
    }

    private static Settlement settlement(World world) {
        return Settlement.of(world.reading(), new Charter(world.protocol().charter()));
    }
}
