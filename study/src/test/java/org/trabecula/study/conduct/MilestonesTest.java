package org.trabecula.study.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trabecula.study.testkit.Checks.recorded;
import static org.trabecula.study.testkit.Locks.designChanged;
import static org.trabecula.study.testkit.Locks.designSigned;
import static org.trabecula.study.testkit.Locks.locked;
import static org.trabecula.study.testkit.Locks.unlockAgreed;
import static org.trabecula.study.testkit.Locks.unlockProposed;
import static org.trabecula.study.testkit.People.COORDINATOR;
import static org.trabecula.study.testkit.People.DATA_MANAGER;
import static org.trabecula.study.testkit.People.INVESTIGATOR;
import static org.trabecula.study.testkit.Steps.consented;
import static org.trabecula.study.testkit.Steps.does;
import static org.trabecula.study.testkit.Steps.screened;
import static org.trabecula.study.testkit.Steps.withdrawn;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trabecula.study.milestone.DesignState;
import org.trabecula.study.milestone.LockState;
import org.trabecula.study.milestone.Milestones;
import org.trabecula.study.protocol.AnalysisPlan;
import org.trabecula.study.testkit.LittlePlan;
import org.trabecula.study.testkit.Story;

/** The design is signed before outcomes are seen; the data are locked by two. */
class MilestonesTest {
    private static final AnalysisPlan PLAN = LittlePlan.plan();

    private static Milestones milestones(Story story) {
        return story.world().see(Register::milestones);
    }

    @Test
    void outcomes_open_with_the_signature_and_close_with_a_change() {
        Story story = Story.given(LittlePlan.protocol(), screened());
        assertThat(milestones(story).design(PLAN)).isInstanceOf(DesignState.Unsigned.class);
        assertThat(milestones(story).outcomesOpen(Optional.of(PLAN))).isFalse();

        story.and(designSigned("weight", "surgeon"));
        assertThat(milestones(story).design(PLAN)).isInstanceOf(DesignState.Signed.class);
        assertThat(milestones(story).outcomesOpen(Optional.of(PLAN))).isTrue();

        story.and(designChanged("weight").because("Both surgeons use both cages."));
        assertThat(milestones(story).terms(PLAN)).containsExactly("weight");
        assertThat(milestones(story).design(PLAN))
                .isInstanceOfSatisfying(
                        DesignState.Voided.class,
                        voided -> assertThat(voided.by())
                                .hasValueSatisfying(
                                        by -> assertThat(by.reason()).contains("Both surgeons use both cages.")));
        assertThat(milestones(story).outcomesOpen(Optional.of(PLAN))).isFalse();

        story.and(designSigned("weight"));
        assertThat(milestones(story).outcomesOpen(Optional.of(PLAN))).isTrue();
    }

    @Test
    void another_plan_voids_the_signature() {
        Story story = Story.given(LittlePlan.protocol(), designSigned("weight", "surgeon"));
        AnalysisPlan amended = new AnalysisPlan(
                "1.1",
                "d".repeat(64),
                PLAN.contrast(),
                PLAN.estimands(),
                PLAN.sets(),
                PLAN.windows(),
                PLAN.endpoints(),
                PLAN.covariates(),
                PLAN.estimation(),
                PLAN.multiplicity(),
                PLAN.sensitivity(),
                PLAN.trim());
        assertThat(milestones(story).design(amended))
                .isInstanceOfSatisfying(
                        DesignState.Voided.class,
                        voided -> assertThat(voided.by()).isEmpty());
    }

    @Test
    void a_study_without_a_plan_hides_nothing() {
        assertThat(milestones(Story.given(screened())).outcomesOpen(Optional.empty()))
                .isTrue();
    }

    @Test
    void two_people_lock_and_two_unlock() {
        Story story = Story.given(LittlePlan.protocol(), screened());
        long position = story.world().see(Register::position);
        story.and(locked());
        assertThat(milestones(story).lock()).isInstanceOfSatisfying(LockState.Locked.class, lock -> {
            assertThat(lock.cut().position()).isEqualTo(position);
            assertThat(lock.cut().plan())
                    .hasValueSatisfying(plan -> assertThat(plan.seed()).isEqualTo(7));
            assertThat(lock.proposal().user()).isEqualTo(DATA_MANAGER.user());
        });

        story.and(unlockProposed(DATA_MANAGER).because("A CT came late."), unlockAgreed(INVESTIGATOR), screened());
        assertThat(milestones(story).lock()).isInstanceOf(LockState.Open.class);
    }

    @Test
    void leaving_the_study_and_looking_up_a_name_go_on_under_a_lock() {
        Story.given(LittlePlan.protocol(), consented(), locked())
                .when(withdrawn())
                .then(recorded(1))
                .when(does(COORDINATOR, world -> new Intent.ViewIdentity(world.participant())))
                .then(recorded(1));
    }
}
