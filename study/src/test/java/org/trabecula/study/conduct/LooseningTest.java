package org.trabecula.study.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trabecula.study.testkit.Checks.recorded;
import static org.trabecula.study.testkit.Checks.refused;
import static org.trabecula.study.testkit.Checks.settled;
import static org.trabecula.study.testkit.LittleStudy.M12;
import static org.trabecula.study.testkit.LittleStudy.M3;
import static org.trabecula.study.testkit.LittleStudy.M6;
import static org.trabecula.study.testkit.People.BY_ADJUDICATOR;
import static org.trabecula.study.testkit.People.BY_FIRST_READER;
import static org.trabecula.study.testkit.People.BY_SECOND_READER;
import static org.trabecula.study.testkit.Sight.FIRM;
import static org.trabecula.study.testkit.Steps.adjudicated;
import static org.trabecula.study.testkit.Steps.consented;
import static org.trabecula.study.testkit.Steps.imaged;
import static org.trabecula.study.testkit.Steps.operated;
import static org.trabecula.study.testkit.Steps.read;
import static org.trabecula.study.testkit.Steps.scanned;
import static org.trabecula.study.testkit.Steps.screwsAdjudicated;
import static org.trabecula.study.testkit.Steps.screwsJudged;
import static org.trabecula.study.testkit.Steps.screwsPlaced;
import static org.trabecula.study.testkit.Steps.seen;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trabecula.study.imaging.Charter;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.imaging.ReadTask;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.Sheet;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.protocol.ReadingSheets;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.spine.FusionGrade;
import org.trabecula.study.testkit.LittleStudy;
import org.trabecula.study.testkit.Step;
import org.trabecula.study.testkit.Story;
import org.trabecula.study.testkit.World;

/** A read in two sheets: first the screws, then, when those are signed, the segments. */
class LooseningTest {
    private static final Step READY = consented().then(operated()).then(imaged(M6));

    @Test
    void theSheetsFollowEachOtherForEachReaderAlone() {
        Story story = Story.given(LittleStudy.protocol(new ReadingSheets(true, true, false)), READY);
        World world = story.world();
        assertThat(next(world, "ito")).contains(Sheet.PLACES);
        story.when(screwsPlaced(BY_FIRST_READER, "L4-left", "L5-left")).then(recorded(1));
        assertThat(next(world, "ito")).contains(Sheet.SCREWS);
        story.when(screwsJudged(BY_FIRST_READER, FIRM)).then(recorded(1));
        assertThat(next(world, "ito")).contains(Sheet.SEGMENTS);
        assertThat(next(world, "silva")).contains(Sheet.PLACES);
        assertThat(world.reading().judged()).isTrue();
        assertThat(world.reading().reads()).isEmpty();
        story.when(read(BY_FIRST_READER, FIRM)).then(recorded(1));
        assertThat(next(world, "ito")).isEmpty();
        story.when(screwsJudged(BY_SECOND_READER, FIRM), read(BY_SECOND_READER, FIRM))
                .then(settled());
    }

    @Test
    void aCharterThatShowsWholeImagesAsksForNoPlaces() {
        World world = Story.given(LittleStudy.protocol(new ReadingSheets(true, false, false)), READY)
                .world();
        assertThat(next(world, "ito")).contains(Sheet.SCREWS);
        World plain = Story.given(READY).world();
        assertThat(next(plain, "ito")).contains(Sheet.WHOLE);
    }

    @Test
    void aThirdPersonIsAskedForTheScrewsAloneWhileNothingElseIsInDispute() {
        Story story = Story.given(LittleStudy.protocol(new ReadingSheets(true, true, false)), READY);
        story.when(
                screwsJudged(BY_FIRST_READER, FIRM),
                read(BY_FIRST_READER, FIRM),
                screwsJudged(BY_SECOND_READER, FIRM.looseAt("L4-left")),
                read(BY_SECOND_READER, FIRM.looseAt("L4-left")));
        assertThat(third(story.world())).containsExactly(Sheet.SCREWS);
        story.when(screwsAdjudicated(BY_ADJUDICATOR, FIRM)).then(recorded(1), settled());
    }

    @Test
    void aThirdPersonJudgesEverythingWhereASegmentIsInDispute() {
        Story story = Story.given(LittleStudy.protocol(new ReadingSheets(true, true, false)), READY);
        story.when(
                screwsJudged(BY_FIRST_READER, FIRM),
                read(BY_FIRST_READER, FIRM),
                screwsJudged(BY_SECOND_READER, FIRM),
                read(BY_SECOND_READER, FIRM.graded(FusionGrade.IV)));
        assertThat(third(story.world())).containsExactly(Sheet.WHOLE);
        story.when(screwsAdjudicated(BY_ADJUDICATOR, FIRM)).then(refused("segment.L4/L5", Rule.READ_INCOMPLETE));
    }

    /** As the readers did: the screws first and seen alone, then the segments on whole images, and what was signed stays. */
    @Test
    void aThirdPersonSignsTheScrewsFirstWhereBothAreInDispute() {
        Story story = Story.given(LittleStudy.protocol(new ReadingSheets(true, true, false)), READY);
        story.when(
                screwsPlaced(BY_FIRST_READER, "L4-left", "L5-left"),
                screwsJudged(BY_FIRST_READER, FIRM),
                read(BY_FIRST_READER, FIRM),
                screwsJudged(BY_SECOND_READER, FIRM.looseAt("L4-left")),
                read(BY_SECOND_READER, FIRM.looseAt("L4-left").graded(FusionGrade.IV)));
        assertThat(third(story.world())).containsExactly(Sheet.SCREWS);
        story.when(adjudicated(BY_ADJUDICATOR, FIRM)).then(refused("", Rule.LOOSENING_FIRST));
        story.when(screwsJudged(BY_ADJUDICATOR, FIRM)).then(recorded(1));
        assertThat(third(story.world())).containsExactly(Sheet.SEGMENTS);
        story.when(screwsJudged(BY_ADJUDICATOR, FIRM)).then(refused("", Rule.LOOSENING_SIGNED));
        story.when(adjudicated(BY_ADJUDICATOR, FIRM.looseAt("L4-left"))).then(refused("", Rule.LOOSENING_SIGNED));
        story.when(adjudicated(BY_ADJUDICATOR, FIRM)).then(recorded(1), settled());
    }

    /** Without a second dispute nothing is signed apart, and a reader of the case decides nothing about it. */
    @Test
    void nobodySignsScrewsAsAThirdPersonWhoIsNotAskedTo() {
        Story story = Story.given(LittleStudy.protocol(new ReadingSheets(true, true, false)), READY);
        story.when(
                screwsPlaced(BY_FIRST_READER, "L4-left", "L5-left"),
                screwsJudged(BY_FIRST_READER, FIRM),
                read(BY_FIRST_READER, FIRM),
                screwsJudged(BY_SECOND_READER, FIRM.looseAt("L4-left")),
                read(BY_SECOND_READER, FIRM.looseAt("L4-left")));
        story.when(screwsJudged(BY_ADJUDICATOR, FIRM)).then(refused("", Rule.NO_DISPUTE));
        Actor readerAsAdjudicator = new Actor(BY_FIRST_READER.user(), BY_ADJUDICATOR.role(), BY_ADJUDICATOR.site());
        story.when(screwsJudged(readerAsAdjudicator, FIRM)).then(refused("", Rule.ADJUDICATOR_READ));
    }

    private static List<Sheet> third(World world) {
        Charter charter = new Charter(world.protocol().charter());
        return world
                .see(register -> register.readingRoom()
                        .matters(BY_ADJUDICATOR.user(), charter, world.desk().lots()))
                .stream()
                .map(ReadTask::sheet)
                .toList();
    }

    @Test
    void theImagesBeforeAreThoseOfTheNearestVisitAndOfTheSameKind() {
        World world = Story.given(consented(), operated(), seen(M3), seen(M6), seen(M12), scanned(M3, Modality.CT))
                .world();
        ReadingCase oldest = world.reading();
        scanned(M6, Modality.CT).take(world);
        ReadingCase middle = world.reading();
        scanned(M6, Modality.RADIOGRAPH).take(world);
        ReadingCase other = world.reading();
        scanned(M12, Modality.CT).take(world);
        ReadingCase newest = world.reading();

        assertThat(earlier(world, newest)).contains(middle);
        assertThat(earlier(world, middle)).contains(oldest);
        assertThat(earlier(world, oldest)).isEmpty();
        assertThat(earlier(world, other)).isEmpty();
    }

    private static Optional<ReadingCase> earlier(World world, ReadingCase reading) {
        return world.see(register -> register.earlier(reading));
    }

    private static Optional<Sheet> next(World world, String reader) {
        Charter charter = new Charter(world.protocol().charter());
        List<ReadTask> tasks = world.see(register -> register.readingRoom()
                .tasks(reader, charter, LocalDate.EPOCH, world.desk().lots()));
        return tasks.stream().map(ReadTask::sheet).findFirst();
    }
}
