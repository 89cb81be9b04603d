package org.trabecula.study.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trabecula.study.testkit.LittleStudy.M0;
import static org.trabecula.study.testkit.LittleStudy.M12;
import static org.trabecula.study.testkit.LittleStudy.M3;
import static org.trabecula.study.testkit.LittleStudy.M6;
import static org.trabecula.study.testkit.People.BY_ADJUDICATOR;
import static org.trabecula.study.testkit.People.BY_FIRST_READER;
import static org.trabecula.study.testkit.People.BY_SECOND_READER;
import static org.trabecula.study.testkit.People.COORDINATOR;
import static org.trabecula.study.testkit.Sight.FIRM;
import static org.trabecula.study.testkit.Sight.LOOSE;
import static org.trabecula.study.testkit.Steps.SURGERY;
import static org.trabecula.study.testkit.Steps.adjudicated;
import static org.trabecula.study.testkit.Steps.consented;
import static org.trabecula.study.testkit.Steps.does;
import static org.trabecula.study.testkit.Steps.filed;
import static org.trabecula.study.testkit.Steps.filled;
import static org.trabecula.study.testkit.Steps.missed;
import static org.trabecula.study.testkit.Steps.operated;
import static org.trabecula.study.testkit.Steps.read;
import static org.trabecula.study.testkit.Steps.received;
import static org.trabecula.study.testkit.Steps.screened;
import static org.trabecula.study.testkit.Steps.seen;
import static org.trabecula.study.testkit.Steps.transcribed;
import static org.trabecula.study.testkit.Steps.withdrawn;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.journal.Entry;
import org.trabecula.study.protocol.CageMaterial;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.safety.SafetyFact;
import org.trabecula.study.testkit.Sequels;
import org.trabecula.study.testkit.Step;
import org.trabecula.study.testkit.Surgeries;
import org.trabecula.study.testkit.Transcripts;
import org.trabecula.study.testkit.World;

/** Whatever happens, in whatever order: the journal folded anew is the study as it stands. */
class FoldPropertiesTest {
    private static final List<Timepoint> VISITS = List.of(M3, M6, M12);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void theFoldOfTheJournalIsTheLiveRegister(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        World world = new World();
        for (int i = 0; i < 320; i++) {
            Step step = anything(random, i);
            (random.nextInt(4) == 0 ? step.because("it was wrong") : step).take(world);
        }
        List<Entry> entries = world.journal().entries();
        assertThat(entries).as("most of it was recorded").hasSizeGreaterThan(100);
        assertThat(world.answers().stream().filter(Answer.Refused.class::isInstance))
                .as("some of it was refused")
                .isNotEmpty();
        Register folded = new Register();
        entries.forEach(folded::after);
        world.<Boolean>see(live -> {
            Registers.same(live, folded, entries);
            return true;
        });
        long cut = random.nextLong(entries.size());
        Register past = new Register();
        entries.subList(0, (int) cut).forEach(past::after);
        Registers.same(world.desk().asOf(cut), past, entries.subList(0, (int) cut));
        positionsAndVersionsFollowOnWithoutGaps(entries);
    }

    private static void positionsAndVersionsFollowOnWithoutGaps(List<Entry> entries) {
        Map<Object, Long> versions = new java.util.HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            assertThat(entry.position()).isEqualTo(i + 1L);
            assertThat(entry.version()).isEqualTo(versions.merge(entry.stream(), 0L, (before, _) -> before + 1));
        }
    }

    private static Step anything(RandomGenerator random, int i) {
        Timepoint visit = pick(random, VISITS);
        return switch (random.nextInt(19)) {
            case 0 -> consented();
            case 1 -> screened();
            case 2 -> operated();
            case 3 -> operated(Surgeries.long3to5(CageMaterial.PEEK, pick(random, List.of(CageMaterial.values()))));
            case 4, 5 -> seen(visit);
            case 6 -> missed(visit);
            case 7 -> filled("outcome", visit, Map.of("odi", String.valueOf(random.nextInt(110))));
            case 8 -> filled("baseline", M0, Map.of("sex", "1", "weight", String.valueOf(random.nextInt(15, 120))));
            case 9, 10 -> received(pick(random, List.of(Modality.values()))).then(filed(visit));
            case 11 -> readings(random).once("read-" + random.nextInt(40));
            case 12 -> random.nextInt(6) == 0 ? withdrawn() : readings(random);
            case 13 -> refiled(random, visit).because("mixed up");
            case 14 ->
                does(COORDINATOR, w -> new Intent.Reinstate(w.participant())).because("mistake");
            case 15 -> reported(i).because("read again");
            case 16 -> sequel(random);
            case 17 ->
                world -> world.see(register -> register.casebook(world.participant()))
                        .filter(casebook -> !casebook.safety().reports().isEmpty())
                        .ifPresent(_ -> (random.nextBoolean() ? Sequels.retracted(0) : Sequels.ruledOut(0))
                                .because("mistake")
                                .take(world));
            default ->
                transcribed(Transcripts.row(
                        i, "T-" + random.nextInt(8), "peek", visit.months(), Transcripts.fused(random.nextBoolean())));
        };
    }

    /** The newest images are taken from wherever they are, to the participant of the last entry or to the inbox. */
    private static Step refiled(RandomGenerator random, Timepoint visit) {
        boolean inbox = random.nextBoolean();
        return world -> world.see(register -> register.place(world.images()))
                .ifPresent(from -> world.submit(
                        COORDINATOR,
                        new Intent.RefileImages(
                                from.participant(),
                                world.images(),
                                inbox ? Optional.empty() : Optional.of(new Place(world.participant(), visit)))));
    }

    /** What may follow a surgery, at most one death in six. */
    private static Step sequel(RandomGenerator random) {
        LocalDate day = SURGERY.plusDays(random.nextInt(700));
        return switch (random.nextInt(6)) {
            case 0 -> Sequels.reported(Sequels.death(day));
            case 1, 2 -> Sequels.reported(Sequels.event(day, "IIIb"));
            default -> Sequels.reported(Sequels.again(day, pick(random, List.of(SafetyFact.Grounds.values()))));
        };
    }

    /** A first report of the participant, or another account of it. */
    private static Step reported(int number) {
        var report = new SafetyFact.DeviceDeficiencyReported(SURGERY, "screwdriver", "tip broke, " + number, false);
        return world -> {
            Optional<Long> before = world.see(register -> register.casebook(world.participant())
                    .flatMap(casebook -> casebook.safety().reports().stream().findFirst())
                    .map(noted -> noted.position()));
            world.submit(
                    COORDINATOR,
                    before.<Intent>map(first -> new Intent.CorrectSafety(world.participant(), first, report))
                            .orElseGet(() -> new Intent.ReportSafety(world.participant(), report)));
        };
    }

    /** Reads of the newest case, if there is one. */
    private static Step readings(RandomGenerator random) {
        boolean differ = random.nextBoolean();
        return world -> {
            if (world.<Boolean>see(
                    register -> register.readingRoom().find(world.images()).isPresent())) {
                read(BY_FIRST_READER, FIRM)
                        .then(read(BY_SECOND_READER, differ ? LOOSE : FIRM))
                        .then(adjudicated(BY_ADJUDICATOR, LOOSE))
                        .take(world);
            }
        };
    }

    private static <T> T pick(RandomGenerator random, List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}
