package org.trabecula.study.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trabecula.study.testkit.Checks.recorded;
import static org.trabecula.study.testkit.Checks.refused;
import static org.trabecula.study.testkit.LittleStudy.M6;
import static org.trabecula.study.testkit.People.BY_FIRST_READER;
import static org.trabecula.study.testkit.People.COORDINATOR;
import static org.trabecula.study.testkit.Sight.FIRM;
import static org.trabecula.study.testkit.Steps.bothRead;
import static org.trabecula.study.testkit.Steps.consented;
import static org.trabecula.study.testkit.Steps.does;
import static org.trabecula.study.testkit.Steps.filed;
import static org.trabecula.study.testkit.Steps.operated;
import static org.trabecula.study.testkit.Steps.read;
import static org.trabecula.study.testkit.Steps.seen;
import static org.trabecula.study.testkit.Story.given;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trabecula.study.imaging.Charter;
import org.trabecula.study.imaging.Hold;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.imaging.PixelBox;
import org.trabecula.study.imaging.ReadTask;
import org.trabecula.study.imaging.ReceivedInstance;
import org.trabecula.study.imaging.ReceivedSeries;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.testkit.Step;
import org.trabecula.study.testkit.World;

/** Nobody sees pixels that may tell whose they are before a person has looked at them. */
class InspectionTest {
    private static final String FIRST = "2.25.1";
    private static final String SECOND = "2.25.2";
    private static final List<PixelBox> BOXES = List.of(new PixelBox(1, 2, 30, 40));

    private static final Step SCANNED = consented()
            .then(operated())
            .then(seen(M6))
            .then(does(
                    COORDINATOR,
                    world -> new Intent.ReceiveImages(
                            world.nextImages(),
                            Modality.RADIOGRAPH,
                            List.of(new ReceivedSeries("2.25.9", "DX", List.of(held(FIRST, "a"), held(SECOND, "b")))))))
            .then(filed(M6));

    private static ReceivedInstance held(String uid, String hash) {
        return new ReceivedInstance(uid, hash.repeat(64), Optional.of(Hold.PROJECTION));
    }

    private static Step released(String... uids) {
        return does(COORDINATOR, world -> new Intent.ReleaseImages(world.images(), List.of(uids)));
    }

    private static Step blanked(String uid) {
        return does(COORDINATOR, world -> new Intent.BlankImage(world.images(), uid, "c".repeat(64), BOXES));
    }

    private static Step aside(String uid) {
        return does(COORDINATOR, world -> new Intent.SetImagesAside(world.images(), List.of(uid)));
    }

    private static Step otherPixels(String hash) {
        return does(COORDINATOR, world -> new Intent.ReceiveOtherPixels(world.images(), held(FIRST, hash)));
    }

    private static Step settled(String hash, boolean newcomer) {
        return does(
                COORDINATOR, world -> new Intent.SettleOtherPixels(world.images(), FIRST, hash.repeat(64), newcomer));
    }

    private static List<String> hashes(World world) {
        return world.reading().instances().stream()
                .map(one -> one.sha256().substring(0, 1))
                .toList();
    }

    private static List<ReadTask> worklist(World world) {
        Charter charter = new Charter(world.desk().protocol().charter());
        return world.see(register -> register.readingRoom()
                .tasks("r1", charter, LocalDate.EPOCH, world.desk().lots()));
    }

    @Test
    void aRadiographWaitsAndNoReaderHasTheCase() {
        var story = given(SCANNED);
        assertThat(story.world().reading().cased()).isTrue();
        assertThat(story.world().reading().opened()).isFalse();
        assertThat(story.world().reading().series()).isEmpty();
        assertThat(worklist(story.world())).isEmpty();
        story.when(read(BY_FIRST_READER, FIRM)).then(refused("", Rule.CASE_NOT_OPEN));
    }

    @Test
    void onlyWhenEveryImageIsDecidedOnTheCaseIsOpen() {
        var story = given(SCANNED).when(released(FIRST));
        assertThat(worklist(story.world())).isEmpty();
        assertThat(hashes(story.world())).containsExactly("a");
        story.when(blanked(SECOND)).then(recorded(1));
        assertThat(worklist(story.world())).hasSize(1);
        assertThat(hashes(story.world())).containsExactly("a", "c");
        assertThat(story.world().reading().images().dropped()).containsExactly("b".repeat(64));
        story.when(read(BY_FIRST_READER, FIRM)).then(recorded(1));
    }

    @Test
    void whatIsSetAsideIsNeverSeenAndACaseOfNothingElseStaysClosed() {
        given(SCANNED).when(aside(FIRST)).then(refused("reason", Rule.REASON_REQUIRED));
        var story = given(SCANNED).when(aside(FIRST).because("A dose report")).then(recorded(1));
        story.when(aside(SECOND).because("So is this")).then(recorded(1));
        assertThat(story.world().reading().opened()).isFalse();
        assertThat(story.world().reading().instances()).isEmpty();
    }

    @Test
    void aDecisionIsMadeOnceButANameMayBeBlankedLate() {
        given(SCANNED, released(FIRST, SECOND))
                .when(released(FIRST))
                .then(refused("", Rule.IMAGE_DECIDED))
                .when(released("2.25.7"))
                .then(refused("", Rule.UNKNOWN_IMAGE))
                .when(blanked(FIRST))
                .then(refused("reason", Rule.REASON_REQUIRED))
                .when(blanked(FIRST).because("A name in the corner"))
                .then(recorded(1));
    }

    @Test
    void nobodyOfAnotherSiteDecides() {
        Actor elsewhere = new Actor("sue", "COORDINATOR", "02");
        given(SCANNED)
                .when(does(elsewhere, world -> new Intent.ReleaseImages(world.images(), List.of(FIRST))))
                .then(refused("", Rule.NOT_YOUR_SITE))
                .when(does(BY_FIRST_READER, world -> new Intent.ReleaseImages(world.images(), List.of(FIRST))))
                .then(refused("", Rule.NOT_YOUR_DUTY));
    }

    @Test
    void otherPixelsUnderAKnownUidWaitWhileTheFirstStays() {
        var story =
                given(SCANNED, released(FIRST, SECOND)).when(otherPixels("d")).then(recorded(1));
        assertThat(worklist(story.world())).hasSize(1);
        assertThat(hashes(story.world())).containsExactly("a", "b");
        assertThat(story.world().reading().images().disputed()).hasSize(1);
        story.when(otherPixels("d")).then(refused("", Rule.NOTHING_CHANGED));
        story.when(settled("d", false)).then(refused("reason", Rule.REASON_REQUIRED));
        story.when(settled("d", false).because("The first is right")).then(recorded(1));
        assertThat(hashes(story.world())).containsExactly("a", "b");
        assertThat(story.world().reading().images().disputed()).isEmpty();
        assertThat(story.world().reading().images().dropped()).containsExactly("d".repeat(64));
    }

    @Test
    void aNewcomerThatIsRightTakesThePlaceAndWaitsToBeSeenItself() {
        var story = given(SCANNED, released(FIRST, SECOND), otherPixels("d"))
                .when(settled("d", true).because("The first was of somebody else"))
                .then(recorded(1));
        assertThat(story.world().reading().opened()).isFalse();
        story.when(released(FIRST)).then(recorded(1));
        assertThat(hashes(story.world())).containsExactly("d", "b");
        assertThat(story.world().reading().images().dropped()).containsExactly("a".repeat(64));
    }

    @Test
    void whatWasReadIsNotExchanged() {
        given(SCANNED, released(FIRST, SECOND), bothRead(FIRM), otherPixels("d"))
                .when(settled("d", true).because("The first was of somebody else"))
                .then(refused("", Rule.CASE_ALREADY_READ));
    }
}
