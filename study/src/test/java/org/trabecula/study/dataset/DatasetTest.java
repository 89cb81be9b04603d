package org.trabecula.study.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.trabecula.study.testkit.LittleStudy.M0;
import static org.trabecula.study.testkit.LittleStudy.M12;
import static org.trabecula.study.testkit.LittleStudy.M3;
import static org.trabecula.study.testkit.LittleStudy.M6;
import static org.trabecula.study.testkit.Sequels.again;
import static org.trabecula.study.testkit.Sequels.death;
import static org.trabecula.study.testkit.Sequels.event;
import static org.trabecula.study.testkit.Sequels.reported;
import static org.trabecula.study.testkit.Sequels.withCage;
import static org.trabecula.study.testkit.Sequels.withScrews;
import static org.trabecula.study.testkit.Sight.FIRM;
import static org.trabecula.study.testkit.Sight.LOOSE;
import static org.trabecula.study.testkit.Steps.SURGERY;
import static org.trabecula.study.testkit.Steps.bothRead;
import static org.trabecula.study.testkit.Steps.consented;
import static org.trabecula.study.testkit.Steps.filled;
import static org.trabecula.study.testkit.Steps.imaged;
import static org.trabecula.study.testkit.Steps.operated;
import static org.trabecula.study.testkit.Steps.screened;
import static org.trabecula.study.testkit.Steps.transcribed;
import static org.trabecula.study.testkit.Story.given;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trabecula.study.endpoint.Cause;
import org.trabecula.study.endpoint.Endpoint;
import org.trabecula.study.protocol.CageMaterial;
import org.trabecula.study.safety.SafetyFact;
import org.trabecula.study.safety.SafetyFact.Grounds;
import org.trabecula.study.safety.SafetyFact.Work;
import org.trabecula.study.spine.FusionGrade;
import org.trabecula.study.testkit.Sight;
import org.trabecula.study.testkit.Story;
import org.trabecula.study.testkit.Surgeries;
import org.trabecula.study.testkit.Transcripts;
import org.trabecula.study.testkit.World;

/** What each participant contributes, told as stories. */
class DatasetTest {
    private static final Sight UNFUSED = FIRM.graded(FusionGrade.IV);
    private static final LocalDate DAY = SURGERY.plusMonths(5);

    @Test
    void somethingFirstHappensBetweenTheLastLookWithoutItAndTheFirstWithIt() {
        Dataset data = data(given(
                consented(),
                operated(),
                imaged(M3),
                bothRead(UNFUSED),
                imaged(M6),
                bothRead(FIRM),
                imaged(M12),
                bothRead(LOOSE)));
        Subject one = data.subjects().getFirst();
        double m3 = Subject.months(SURGERY, SURGERY.plusMonths(3));
        double m6 = Subject.months(SURGERY, SURGERY.plusMonths(6));
        double m12 = Subject.months(SURGERY, SURGERY.plusMonths(12));
        assertThat(one.fusion().after()).isEqualTo(m3, within(1e-12));
        assertThat(one.fusion().upTo()).isEqualTo(m6, within(1e-12));
        assertThat(one.loosening().after()).isEqualTo(m6, within(1e-12));
        assertThat(one.loosening().upTo()).isEqualTo(m12, within(1e-12));
        assertThat(one.fusion().positions()).isNotEmpty();
        assertThat(one.status(Endpoint.FUSION, M6).yes()).contains(true);
    }

    @Test
    void whatWasNeverSeenHasNoEndAndWhatNobodyLookedAtIsNotKnown() {
        Dataset data = data(given(consented(), operated(), imaged(M3), bothRead(UNFUSED), consented(), operated()));
        assertThat(data.subjects().get(0).fusion().seen()).isFalse();
        assertThat(data.subjects().get(0).fusion().after()).isGreaterThan(2.9);
        assertThat(data.subjects().get(1).fusion().known()).isFalse();
        assertThat(data.subjects().get(1).status(Endpoint.FUSION, M6).missing()).contains(Cause.NOT_HELD);
    }

    @Test
    void aRevisionOfScrewsIsALooseningAndEndsTheWayToFusion() {
        Subject one = data(given(
                        consented(),
                        operated(),
                        imaged(M3),
                        bothRead(UNFUSED),
                        reported(withScrews(again(DAY, Grounds.INFECTION), Work.REVISED, "L4-left")),
                        imaged(M6),
                        bothRead(FIRM)))
                .subjects()
                .getFirst();
        assertThat(one.status(Endpoint.LOOSENING, M6).yes()).contains(true);
        assertThat(one.status(Endpoint.FUSION, M6).yes()).contains(false);
        assertThat(one.status(Endpoint.LOOSENING, M3).yes()).contains(false);
        assertThat(one.loosening().upTo())
                .isLessThan(one.at(M6).month(Endpoint.LOOSENING).orElseThrow());
        assertThat(one.fusion().seen()).isFalse();
        assertThat(one.status(Endpoint.FUSION, M6).positions()).hasSize(1);
    }

    /** A haematoma, an adjacent segment and the cage above change nothing of what the endpoints mean at the lowest segment. */
    @Test
    void aReoperationElsewhereDecidesNothing() {
        for (SafetyFact.ReoperationReported told : List.of(
                again(DAY, Grounds.WOUND),
                again(DAY, Grounds.ADJACENT_SEGMENT),
                withCage(again(DAY, Grounds.INFECTION), Work.REVISED, "L3/L4"))) {
            Subject one = data(given(
                            consented(),
                            operated(Surgeries.long3to5(CageMaterial.PEEK, CageMaterial.PEEK)),
                            reported(told),
                            imaged(M6),
                            bothRead(FIRM)))
                    .subjects()
                    .getFirst();
            assertThat(one.intercurrent())
                    .extracting(Intercurrent::kind)
                    .containsExactly(Intercurrent.Kind.OTHER_REOPERATION);
            assertThat(one.status(Endpoint.LOOSENING, M6).yes()).contains(false);
            assertThat(one.status(Endpoint.FUSION, M6).yes()).contains(true);
        }
    }

    @Test
    void aReoperationAtTheCageIsNoFusionAndNoLoosening() {
        for (SafetyFact.ReoperationReported told : List.of(
                again(DAY, Grounds.NON_UNION),
                again(DAY, Grounds.CAGE_MIGRATION),
                withCage(again(DAY, Grounds.INFECTION), Work.REMOVED, "L4/L5"))) {
            Subject one = data(given(consented(), operated(), reported(told), imaged(M6), bothRead(FIRM)))
                    .subjects()
                    .getFirst();
            assertThat(one.status(Endpoint.FUSION, M6).yes()).contains(false);
            assertThat(one.status(Endpoint.LOOSENING, M6).yes()).contains(false);
            assertThat(one.fusion().seen()).isFalse();
        }
    }

    /** Neither the grade of a complication nor its relation to the screws says what was done, or that somebody died. */
    @Test
    void theGradeOfAnEventDecidesNothing() {
        Subject one = data(given(
                        consented(),
                        operated(),
                        reported(event(DAY, "IIIb")),
                        reported(event(DAY, "V")),
                        imaged(M6),
                        bothRead(FIRM)))
                .subjects()
                .getFirst();
        assertThat(one.intercurrent()).isEmpty();
        assertThat(one.status(Endpoint.FUSION, M6).yes()).contains(true);
    }

    @Test
    void aDeathEndsTheFollowUpAndIsACauseOfItsOwn() {
        Subject one = data(given(consented(), operated(), imaged(M3), bothRead(FIRM), reported(death(DAY))))
                .subjects()
                .getFirst();
        assertThat(one.intercurrent()).extracting(Intercurrent::kind).containsExactly(Intercurrent.Kind.DEATH);
        assertThat(one.left(Endpoint.FUSION, M6)).isPresent();
        assertThat(one.left(Endpoint.FUSION, M3)).isEmpty();
        assertThat(one.status(Endpoint.FUSION, M6).missing()).contains(Cause.DIED);
    }

    @Test
    void scoresAndTheWayIntoTheStudyAreThere() {
        Dataset data = data(given(
                consented(), filled("outcome", M0, Map.of("odi", "44", "vas_back", "7")), operated(), screened()));
        assertThat(data.subjects().getFirst().score("odi", M0).orElseThrow().value())
                .isEqualTo(44);
        assertThat(data.flow().reached(Flow.Step.SCREENED)).isEqualTo(2);
        assertThat(data.flow().reached(Flow.Step.OPERATED)).isEqualTo(1);
    }

    @Test
    void transcribedVisitsStandAtTheirPlannedMonth() {
        Dataset data = data(given(transcribed(Transcripts.row(1, "A-1", "peek", 6, Transcripts.fused(true)))));
        assertThat(data.subjects().getFirst().fusion().upTo()).isEqualTo(6);
        assertThat(data.arm(1)).hasSize(1);
        assertThat(data.arm(0)).isEmpty();
    }

    private static Dataset data(Story story) {
        World world = story.world();
        return world.see(register ->
                Dataset.of(register, world.protocol(), world.journal().head()));
    }
}
