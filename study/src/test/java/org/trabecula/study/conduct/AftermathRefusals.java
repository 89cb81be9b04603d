package org.trabecula.study.conduct;

import static org.trabecula.study.testkit.LittleStudy.M3;
import static org.trabecula.study.testkit.Sequels.after;
import static org.trabecula.study.testkit.Sequels.again;
import static org.trabecula.study.testkit.Sequels.death;
import static org.trabecula.study.testkit.Sequels.event;
import static org.trabecula.study.testkit.Sequels.reported;
import static org.trabecula.study.testkit.Sequels.retracted;
import static org.trabecula.study.testkit.Sequels.ruledOut;
import static org.trabecula.study.testkit.Sequels.withCage;
import static org.trabecula.study.testkit.Sequels.withScrews;
import static org.trabecula.study.testkit.Steps.CONSENTED;
import static org.trabecula.study.testkit.Steps.SURGERY;
import static org.trabecula.study.testkit.Steps.consented;
import static org.trabecula.study.testkit.Steps.operated;
import static org.trabecula.study.testkit.Steps.seen;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.trabecula.study.protocol.CageMaterial;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.safety.SafetyFact.Grounds;
import org.trabecula.study.safety.SafetyFact.ReoperationReported;
import org.trabecula.study.safety.SafetyFact.Work;
import org.trabecula.study.testkit.Step;
import org.trabecula.study.testkit.Surgeries;

/** Everything that is refused about re-operations and deaths. */
final class AftermathRefusals {
    private static final Step OPERATED = consented().then(operated());
    private static final LocalDate DAY = SURGERY.plusMonths(4);
    private static final ReoperationReported LOOSE = again(DAY, Grounds.SCREW_LOOSENING);

    private AftermathRefusals() {}

    static List<Refusal> all() {
        return List.of(
                Refusal.of(
                        Rule.SURGERY_BEFORE_REOPERATION,
                        "",
                        "again before the first time",
                        reported(LOOSE),
                        consented()),
                refusal(
                        Rule.DATE_BEFORE,
                        "on",
                        "a re-operation the day before the surgery",
                        again(SURGERY.minusDays(1), Grounds.WOUND)),
                refusal(
                        Rule.DATE_IN_FUTURE,
                        "on",
                        "a re-operation to come",
                        again(LocalDate.of(2029, 6, 3), Grounds.WOUND)),
                refusal(
                        Rule.VALUE_REQUIRED,
                        "segment",
                        "a re-operation nowhere",
                        new ReoperationReported(
                                DAY, List.of(), Grounds.WOUND, "", List.of(), List.of(), Optional.empty())),
                refusal(
                        Rule.VALUE_REQUIRED,
                        "description",
                        "other grounds that nobody names",
                        new ReoperationReported(
                                DAY,
                                List.of(Surgeries.L4_L5),
                                Grounds.OTHER,
                                " ",
                                List.of(),
                                List.of(),
                                Optional.empty())),
                refusal(
                        Rule.SCREW_NOT_THERE,
                        "screw.L3-left",
                        "a screw that was never put in",
                        withScrews(LOOSE, Work.REMOVED, "L3-left")),
                refusal(
                        Rule.CAGE_NOT_THERE,
                        "cage.L3/L4",
                        "a cage that was never put in",
                        withCage(LOOSE, Work.REVISED, "L3/L4")),
                refusal(Rule.UNKNOWN_REPORT, "event", "an event that was never reported", after(LOOSE, 3)),
                Refusal.of(
                        Rule.REOPERATION_UNFIT,
                        "",
                        "a surgery after its own revision",
                        operated(Surgeries.on(DAY.plusDays(1), CageMaterial.PEEK))
                                .because("Misread"),
                        OPERATED,
                        reported(LOOSE)),
                Refusal.of(
                        Rule.DATE_BEFORE,
                        "on",
                        "a death before the consent",
                        reported(death(CONSENTED.minusDays(1))),
                        consented()),
                Refusal.of(Rule.DIED, "on", "a visit of the dead", seen(M3), OPERATED, reported(death(SURGERY))),
                Refusal.of(
                        Rule.DEATH_RECORDED,
                        "",
                        "a second death",
                        reported(death(DAY)),
                        OPERATED,
                        reported(death(DAY))),
                Refusal.of(
                        Rule.RECORDED_AFTER_DEATH,
                        "on",
                        "a death before a visit",
                        reported(death(SURGERY.plusDays(9))),
                        OPERATED,
                        seen(M3)),
                Refusal.of(
                        Rule.RECORDED_AFTER_DEATH,
                        "on",
                        "a death before a re-operation",
                        reported(death(DAY.minusDays(1))),
                        OPERATED,
                        reported(LOOSE)),
                Refusal.of(
                        Rule.REPORT_NAMED,
                        "",
                        "an event taken back that a re-operation names",
                        retracted(0).because("mistake"),
                        OPERATED,
                        reported(event(DAY, "IIIb")),
                        world -> reported(after(LOOSE, org.trabecula.study.testkit.Sequels.position(world, 0)))
                                .take(world)),
                Refusal.of(
                        Rule.NOT_ASKED,
                        "",
                        "an answer to no question",
                        ruledOut(0),
                        OPERATED,
                        reported(event(DAY, "II"))));
    }

    private static Refusal refusal(Rule rule, String place, String told, ReoperationReported report) {
        return Refusal.of(rule, place, told, reported(report), OPERATED);
    }
}
