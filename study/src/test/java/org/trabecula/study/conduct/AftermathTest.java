package org.trabecula.study.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.trabecula.study.testkit.Checks.recorded;
import static org.trabecula.study.testkit.Checks.refused;
import static org.trabecula.study.testkit.LittleStudy.M12;
import static org.trabecula.study.testkit.LittleStudy.M3;
import static org.trabecula.study.testkit.LittleStudy.M6;
import static org.trabecula.study.testkit.People.COORDINATOR;
import static org.trabecula.study.testkit.Sequels.after;
import static org.trabecula.study.testkit.Sequels.corrected;
import static org.trabecula.study.testkit.Sequels.death;
import static org.trabecula.study.testkit.Sequels.event;
import static org.trabecula.study.testkit.Sequels.position;
import static org.trabecula.study.testkit.Sequels.reported;
import static org.trabecula.study.testkit.Sequels.retracted;
import static org.trabecula.study.testkit.Sequels.ruledOut;
import static org.trabecula.study.testkit.Sequels.withScrews;
import static org.trabecula.study.testkit.Steps.SURGERY;
import static org.trabecula.study.testkit.Steps.consented;
import static org.trabecula.study.testkit.Steps.does;
import static org.trabecula.study.testkit.Steps.filled;
import static org.trabecula.study.testkit.Steps.missed;
import static org.trabecula.study.testkit.Steps.operated;
import static org.trabecula.study.testkit.Steps.seen;
import static org.trabecula.study.testkit.Steps.withdrawn;
import static org.trabecula.study.testkit.Story.given;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trabecula.study.protocol.CageMaterial;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.safety.SafetyFact.Grounds;
import org.trabecula.study.safety.SafetyFact.ReoperationReported;
import org.trabecula.study.safety.SafetyFact.ScrewWork;
import org.trabecula.study.safety.SafetyFact.Work;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.testkit.Sequels;
import org.trabecula.study.testkit.Step;
import org.trabecula.study.testkit.Surgeries;
import org.trabecula.study.testkit.World;

/** Re-operations and deaths are recorded for themselves; the grade of an adverse event only asks for them. */
class AftermathTest {
    private static final Step OPERATED = consented().then(operated());
    private static final LocalDate DAY = SURGERY.plusMonths(4);

    private static Step again(Grounds grounds, long event) {
        return world -> reported(after(Sequels.again(DAY, grounds), position(world, (int) event)))
                .take(world);
    }

    private static List<Unfinished.Kind> open(World world) {
        return world.see(register -> Unfinished.of(register, world.protocol(), _ -> DAY).stream()
                .map(Unfinished::kind)
                .toList());
    }

    @Test
    void aGradeThreeAsksUntilSomebodySaysWhetherItWasAReoperation() {
        assertThat(open(given(OPERATED, reported(event(DAY, "IIIb"))).world()))
                .containsExactly(Unfinished.Kind.REOPERATION_UNSAID);
        assertThat(open(given(OPERATED, reported(event(DAY, "IIIb")), again(Grounds.WOUND, 0))
                        .world()))
                .isEmpty();
        assertThat(open(given(OPERATED, reported(event(DAY, "IIIa")), ruledOut(0))
                        .world()))
                .isEmpty();
        assertThat(open(given(OPERATED, reported(event(DAY, "II")), reported(event(DAY, "IVa")))
                        .world()))
                .isEmpty();
    }

    @Test
    void whatWasRuledOutAndThenRecordedIsNotAskedAgain() {
        World world = given(OPERATED, reported(event(DAY, "IIIa")), ruledOut(0))
                .when(again(Grounds.INFECTION, 0))
                .then(recorded(1))
                .world();
        assertThat(world.casebook().safety().questions()).isEmpty();
        assertThat(world.casebook().safety().reoperations()).hasSize(1);
    }

    @Test
    void aGradeFiveAsksForTheRecordOfTheDeath() {
        World world = given(OPERATED, reported(event(DAY, "V"))).world();
        assertThat(open(world)).containsExactly(Unfinished.Kind.DEATH_UNRECORDED);
        reported(death(DAY)).take(world);
        assertThat(open(world)).isEmpty();
    }

    @Test
    void aQuestionEndsWhenTheGradeIsPutRight() {
        World world = given(
                        OPERATED,
                        reported(event(DAY, "V")),
                        corrected(0, event(DAY, "IVb")).because("He lives"))
                .world();
        assertThat(open(world)).isEmpty();
    }

    @Test
    void aDeathNeedsNoAdverseEventAndEndsTheVisits() {
        World world = given(OPERATED, seen(M3), reported(death(DAY))).world();
        assertThat(Timeline.of(world.casebook(), world.protocol(), SURGERY.plusYears(3))
                        .rows())
                .extracting(row -> row.plan().at())
                .containsExactly(M3);
        assertThat(open(world)).isEmpty();
    }

    @Test
    void nothingHappensToTheDead() {
        given(OPERATED, seen(M3), reported(death(DAY)))
                .when(seen(M6))
                .then(refused("on", Rule.DIED))
                .when(missed(M12))
                .then(refused("", Rule.DIED))
                .when(reported(event(DAY.plusDays(1), "II")))
                .then(refused("on", Rule.DIED))
                .when(reported(Sequels.again(DAY.plusDays(1), Grounds.WOUND)))
                .then(refused("on", Rule.DIED))
                .when(does(COORDINATOR, w -> new Intent.Withdraw(w.participant(), DAY.plusDays(1), "no time")))
                .then(refused("on", Rule.DIED))
                .when(filled("outcome", M3, Map.of("odi", "20")))
                .then(recorded(1))
                .when(reported(event(DAY, "V")))
                .then(recorded(1));
    }

    @Test
    void aDeathOnRecordIsPutRightAndOneThatWasNoneIsTakenBack() {
        World world = given(OPERATED, reported(death(DAY)))
                .when(reported(death(DAY.plusDays(3))))
                .then(refused("", Rule.DEATH_RECORDED))
                .when(corrected(0, death(DAY.plusDays(3))))
                .then(refused("reason", Rule.REASON_REQUIRED))
                .when(corrected(0, death(DAY.plusDays(3))).because("The certificate came"))
                .then(recorded(1))
                .when(retracted(0))
                .then(refused("reason", Rule.REASON_REQUIRED))
                .when(retracted(0).because("It was another participant"))
                .then(recorded(1))
                .when(seen(M6))
                .then(recorded(1))
                .world();
        assertThat(world.casebook().safety().death()).isEmpty();
    }

    /** The family writes after the participant was given up. */
    @Test
    void aDeathIsHeardOfAfterAWithdrawal() {
        World world = given(OPERATED, withdrawn())
                .when(reported(death(DAY.minusDays(20))))
                .then(recorded(1))
                .world();
        assertThat(world.casebook().left()).contains(DAY.minusDays(20));
    }

    @Test
    void anEventThatAReoperationNamesIsNotTakenBack() {
        given(OPERATED, reported(event(DAY, "IIIb")), again(Grounds.WOUND, 0))
                .when(retracted(0).because("Nothing happened"))
                .then(refused("", Rule.REPORT_NAMED))
                .when(retracted(1).because("Nothing happened"))
                .then(recorded(1))
                .when(retracted(0).because("Nothing happened"))
                .then(recorded(1));
    }

    @Test
    void aSurgeryPutRightKeepsTheScrewsThatWereRevised() {
        var less = new org.trabecula.study.implant.Surgery(
                SURGERY,
                "S1",
                List.of(Surgeries.L4_L5),
                Surgeries.screws("L4-left", "L4-right", "L5-left"),
                List.of(Surgeries.cage("L4/L5", CageMaterial.PEEK)));
        given(OPERATED, reported(withScrews(Sequels.again(DAY, Grounds.SCREW_LOOSENING), Work.REVISED, "L5-right")))
                .when(operated(less).because("Counted again"))
                .then(refused("", Rule.REOPERATION_UNFIT))
                .when(operated(Surgeries.on(DAY.plusDays(1), CageMaterial.PEEK)).because("Misread"))
                .then(refused("", Rule.REOPERATION_UNFIT))
                .when(operated(Surgeries.with(CageMaterial.PEEK)).because("Misread"))
                .then(recorded(1));
    }

    @Test
    void noImplantIsNamedTwice() {
        ScrewSite site = ScrewSite.of("L4-left");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReoperationReported(
                        DAY,
                        List.of(Surgeries.L4_L5),
                        Grounds.INFECTION,
                        "",
                        List.of(new ScrewWork(site, Work.REVISED), new ScrewWork(site, Work.REMOVED)),
                        List.of(),
                        Optional.empty()));
    }
}
