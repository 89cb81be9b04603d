package org.trabecula.study.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trabecula.study.testkit.LittleStudy.M6;
import static org.trabecula.study.testkit.People.BY_FIRST_READER;
import static org.trabecula.study.testkit.People.BY_SECOND_READER;
import static org.trabecula.study.testkit.Sight.FIRM;
import static org.trabecula.study.testkit.Sight.LOOSE;
import static org.trabecula.study.testkit.Steps.consented;
import static org.trabecula.study.testkit.Steps.does;
import static org.trabecula.study.testkit.Steps.operated;
import static org.trabecula.study.testkit.Steps.read;
import static org.trabecula.study.testkit.Steps.scanned;
import static org.trabecula.study.testkit.Steps.seen;
import static org.trabecula.study.testkit.Story.given;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.spine.Level;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.testkit.Assists;
import org.trabecula.study.testkit.Step;
import org.trabecula.study.testkit.World;

/** What assistants say stands beside the reads, and what a reader made of it can be counted. */
class AssistedTest {
    private static final Step READY =
            consented().then(operated()).then(seen(M6)).then(scanned(M6, Modality.CT));

    @Test
    void theLastProposalBeforeAReadIsTheOneThatTheReaderHadBeforeHim() {
        World world = given(
                        READY,
                        proposed(Level.L1, "90"),
                        proposed(Level.L2, "80"),
                        proposed(Level.L1, "98"),
                        readTaking(Assists.proposal(Level.L1, "98").regions()))
                .world();
        Read read = world.reading().reads().getFirst();

        BoneProposal last =
                assisted(world).before(read, world.reading().reads(), Level.L1).orElseThrow();
        assertThat(last).isEqualTo(Assists.proposal(Level.L1, "98"));
        assertThat(Uptake.of(last, read)).isEqualTo(Uptake.AS_PROPOSED);
        assertThat(assisted(world).before(read, world.reading().reads(), Level.L2))
                .hasValueSatisfying(other -> assertThat(Uptake.of(other, read)).isEqualTo(Uptake.LEFT));
        assertThat(assisted(world).before(read, world.reading().reads(), Level.L3))
                .isEmpty();
    }

    @Test
    void aRegionThatWasMovedIsAChange() {
        World world = given(
                        READY,
                        proposed(Level.L1, "98"),
                        readTaking(List.of(
                                Assists.region(Quantity.LOWER, Level.L1, 0, "98"),
                                Assists.region(Quantity.MIDDLE, Level.L1, 2, "99"),
                                Assists.region(Quantity.UPPER, Level.L1, 0.01, "98"))))
                .world();

        assertThat(Uptake.of(
                        Assists.proposal(Level.L1, "98"),
                        world.reading().reads().getFirst()))
                .isEqualTo(Uptake.CHANGED);
    }

    @Test
    void whatWasShownToOneReaderIsNotCountedForTheOther() {
        World world = given(READY, proposed(Level.L1, "98"), read(BY_SECOND_READER, FIRM))
                .world();

        assertThat(assisted(world)
                        .before(
                                world.reading().reads().getFirst(),
                                world.reading().reads(),
                                Level.L1))
                .isEmpty();
    }

    @Test
    void whatIsMeasuredAtTheScrewsChangesNothingThatIsSettled() {
        World world = given(READY, read(BY_FIRST_READER, FIRM), read(BY_SECOND_READER, LOOSE))
                .world();
        ReadingCase before = world.reading();
        Settlement settled = Settlement.of(before, charter(world));

        does(Actor.program(), AssistedTest::measured).take(world);

        assertThat(assisted(world).screws().orElseThrow().at(ScrewSite.of("L4-left")))
                .isPresent();
        assertThat(world.reading()).isEqualTo(before);
        assertThat(Settlement.of(world.reading(), charter(world))).isEqualTo(settled);
    }

    @Test
    void otherPixelsMakeItStale() {
        World world = given(READY, read(BY_FIRST_READER, FIRM), does(Actor.program(), AssistedTest::measured))
                .world();
        Assisted assisted = assisted(world);
        assertThat(assisted.screws()).isPresent();

        assertThat(assisted.after(new ImagingFact.ImageBlanked(Assists.IMAGE, "1".repeat(64), List.of()), 99)
                        .screws())
                .isEmpty();
        assertThat(assisted.after(new ImagingFact.CaseReopened(List.of(), List.of()), 99)
                        .screws())
                .isEmpty();
        assertThat(assisted.after(new ImagingFact.ImagesRefiled(), 99)).isEqualTo(assisted);
    }

    private static Intent measured(World world) {
        String series = world.reading().series().getFirst().uid();
        return new Intent.NoteScrews(world.images(), Assists.screws(series, "1.6", "L4-left", "L5-left"));
    }

    private static Step proposed(Level level, String hu) {
        return does(BY_FIRST_READER, w -> new Intent.NoteProposal(w.images(), Assists.proposal(level, hu)));
    }

    private static Step readTaking(List<Measurement> drawn) {
        return does(BY_FIRST_READER, w -> {
            Findings plain = FIRM.of(w.reading());
            return new Intent.SubmitRead(
                    w.images(),
                    new Findings(
                            plain.charterVersion(),
                            plain.screws(),
                            plain.segments(),
                            plain.armGuess(),
                            plain.comment(),
                            Optional.of(new Measurements(drawn)),
                            Optional.empty()));
        });
    }

    private static Assisted assisted(World world) {
        return world.see(register -> register.readingRoom().assisted(world.images()));
    }

    private static Charter charter(World world) {
        return new Charter(world.protocol().charter());
    }
}
