package org.trabecula.study.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trabecula.study.testkit.Checks.outcome;
import static org.trabecula.study.testkit.Checks.recorded;
import static org.trabecula.study.testkit.Checks.refused;
import static org.trabecula.study.testkit.LittleStudy.M0;
import static org.trabecula.study.testkit.LittleStudy.M12;
import static org.trabecula.study.testkit.LittleStudy.M6;
import static org.trabecula.study.testkit.People.BY_FIRST_READER;
import static org.trabecula.study.testkit.People.COORDINATOR;
import static org.trabecula.study.testkit.Sight.FIRM;
import static org.trabecula.study.testkit.Steps.bothRead;
import static org.trabecula.study.testkit.Steps.consented;
import static org.trabecula.study.testkit.Steps.does;
import static org.trabecula.study.testkit.Steps.filed;
import static org.trabecula.study.testkit.Steps.imaged;
import static org.trabecula.study.testkit.Steps.operated;
import static org.trabecula.study.testkit.Steps.read;
import static org.trabecula.study.testkit.Steps.scanned;
import static org.trabecula.study.testkit.Steps.seen;
import static org.trabecula.study.testkit.Story.given;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trabecula.study.endpoint.Cause;
import org.trabecula.study.endpoint.Endpoint;
import org.trabecula.study.endpoint.Outcome;
import org.trabecula.study.imaging.ImagingFact;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.CageMaterial;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.testkit.Step;
import org.trabecula.study.testkit.Surgeries;
import org.trabecula.study.testkit.World;

/** Images that were filed under the wrong participant or visit find their way, and reads follow what they judged. */
class FiledImagesTest {
    private static final ParticipantId FIRST = new ParticipantId("LITTLE-01-001");
    private static final ParticipantId SECOND = new ParticipantId("LITTLE-01-002");
    private static final Step LIKE_THE_OTHER = consented().then(operated()).then(seen(M6));
    private static final Step MORE_SCREWS = consented()
            .then(operated(Surgeries.long3to5(CageMaterial.PEEK, CageMaterial.PEEK)))
            .then(seen(M6));
    private static final Step READ = scanned(M6, Modality.RADIOGRAPH).then(bothRead(FIRM));

    private static Step refiled(ParticipantId from, ParticipantId to, Timepoint visit) {
        return does(COORDINATOR, w -> new Intent.RefileImages(from, w.images(), Optional.of(new Place(to, visit))));
    }

    private static Step sentBack(ParticipantId from) {
        return does(COORDINATOR, w -> new Intent.RefileImages(from, w.images(), Optional.empty()));
    }

    private static ReadingCase after(Step wrong) {
        return given(LIKE_THE_OTHER, wrong, READ, refiled(SECOND, FIRST, M6).because("Mixed up"))
                .world()
                .reading();
    }

    @Test
    void readsOfTheSameScrewsAndSegmentsStand() {
        ReadingCase reading = after(LIKE_THE_OTHER);
        assertThat(reading.opened()).isTrue();
        assertThat(reading.reads()).hasSize(2);
    }

    @Test
    void readsOfOtherScrewsNoLongerCount() {
        ReadingCase reading = after(MORE_SCREWS);
        assertThat(reading.opened()).isTrue();
        assertThat(reading.reads()).isEmpty();
        assertThat(reading.screws()).hasSize(4);
    }

    @Test
    void theWrongVisitLosesTheImagesAndTheRightOneHasThem() {
        World world = given(
                        LIKE_THE_OTHER,
                        LIKE_THE_OTHER,
                        READ,
                        refiled(SECOND, FIRST, M6).because("Mixed up"))
                .world();
        assertThat(world.<Optional<Place>>see(register -> register.place(world.images())))
                .contains(new Place(FIRST, M6));
        assertThat(world.casebook().id()).isEqualTo(FIRST);
        assertThat(outcome(world, M6, Endpoint.FUSION)).isInstanceOf(Outcome.Known.class);
        Casebook wrong = world.see(register -> register.casebook(SECOND).orElseThrow());
        assertThat(wrong.visit(M6).images()).isEmpty();
    }

    @Test
    void imagesOfNobodyGoBackToTheInboxAndAreReadByNobodyUntilTheyAreFiledAgain() {
        var story = given(LIKE_THE_OTHER, READ).when(sentBack(FIRST).because("Of somebody outside the study"));
        story.then(recorded(2));
        World world = story.world();
        assertThat(world.reading().opened()).isFalse();
        assertThat(world.<Optional<Place>>see(register -> register.place(world.images())))
                .isEmpty();
        assertThat(outcome(world, M6, Endpoint.FUSION))
                .isInstanceOfSatisfying(
                        Outcome.Missing.class,
                        missing -> assertThat(missing.cause()).isEqualTo(Cause.NO_IMAGES));
        story.when(read(BY_FIRST_READER, FIRM)).then(refused("", Rule.CASE_NOT_OPEN));
        story.when(filed(M6)).then(recorded(2));
        assertThat(world.reading().opened()).isTrue();
        assertThat(world.reading().reads()).hasSize(2);
    }

    @Test
    void imagesOfTheBaselineAreClosedAndOpenAgainWithTheirVisit() {
        var story = given(consented().then(operated()), imaged(M6))
                .when(refiled(FIRST, FIRST, M0).because("Taken before surgery"));
        story.then(recorded(3));
        assertThat(story.world().reading().opened()).isFalse();
        story.when(refiled(FIRST, FIRST, M6).because("No, after")).then(recorded(3));
        assertThat(story.world().reading().opened()).isTrue();
        assertThat(story.world()
                        .desk()
                        .about(story.world().images().stream())
                        .getLast()
                        .fact())
                .isInstanceOf(ImagingFact.CaseOpened.class);
    }

    @Test
    void whereTheyCannotBeFiledTheyStayWhereTheyAre() {
        given(LIKE_THE_OTHER, READ)
                .when(refiled(FIRST, FIRST, M12).because("Of the next year"))
                .then(refused("visit", Rule.VISIT_BEFORE_DATA))
                .when(refiled(FIRST, new ParticipantId("LITTLE-01-009"), M6).because("Mixed up"))
                .then(refused("", Rule.UNKNOWN_PARTICIPANT))
                .when(refiled(FIRST, FIRST, M6).because("Mixed up"))
                .then(refused("", Rule.NOTHING_CHANGED))
                .when(refiled(FIRST, FIRST, M0))
                .then(refused("reason", Rule.REASON_REQUIRED))
                .when(refiled(SECOND, FIRST, M6).because("Mixed up"))
                .then(refused("", Rule.UNKNOWN_PARTICIPANT));
    }

    @Test
    void theDeskSaysBeforehandWhetherImagesCouldBeFiled() {
        World world = given(consented(), operated()).world();
        Request request = Request.of(COORDINATOR, new Intent.FileImages(FIRST, M6, world.images()));
        long before = world.journal().head().position();
        assertThat(world.desk().objections(request))
                .singleElement()
                .satisfies(one -> assertThat(one.rule()).isEqualTo(Rule.VISIT_BEFORE_DATA))
                .satisfies(one -> assertThat(one.sentence())
                        .contains(
                                world.protocol().visit(M6).orElseThrow().name().english()));
        assertThat(world.journal().head().position()).isEqualTo(before);
    }
}
