package org.trabecula.study.testkit;

import static org.trabecula.study.testkit.People.COORDINATOR;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.safety.SafetyFact;
import org.trabecula.study.safety.SafetyFact.CageWork;
import org.trabecula.study.safety.SafetyFact.Grounds;
import org.trabecula.study.safety.SafetyFact.Relation;
import org.trabecula.study.safety.SafetyFact.ScrewWork;
import org.trabecula.study.safety.SafetyFact.Work;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.spine.Segment;

/** What may become of somebody after surgery: graded events, re-operations, death. */
public final class Sequels {
    private Sequels() {}

    public static Step reported(SafetyFact.Report report) {
        return Steps.does(COORDINATOR, world -> new Intent.ReportSafety(world.participant(), report));
    }

    /** The report of that number, counted from 0, is put right. */
    public static Step corrected(int number, SafetyFact.Report now) {
        return Steps.does(
                COORDINATOR, world -> new Intent.CorrectSafety(world.participant(), position(world, number), now));
    }

    public static Step retracted(int number) {
        return Steps.does(COORDINATOR, world -> new Intent.RetractSafety(world.participant(), position(world, number)));
    }

    /** No re-operation followed from the report of that number. */
    public static Step ruledOut(int number) {
        return Steps.does(
                COORDINATOR, world -> new Intent.RuleOutReoperation(world.participant(), position(world, number)));
    }

    public static long position(World world, int number) {
        return world.casebook().safety().reports().get(number).position();
    }

    /** An adverse event of this grade, related to the procedure alone. */
    public static SafetyFact.AdverseEventReported event(LocalDate onset, String grade) {
        return new SafetyFact.AdverseEventReported(
                onset,
                "something happened",
                true,
                Relation.NOT_RELATED,
                Relation.NOT_RELATED,
                Relation.PROBABLE,
                Optional.of(grade));
    }

    /** A re-operation at L4/L5 at which nothing was done at the construct. */
    public static SafetyFact.ReoperationReported again(LocalDate on, Grounds grounds) {
        return new SafetyFact.ReoperationReported(
                on, List.of(Surgeries.L4_L5), grounds, "as told", List.of(), List.of(), Optional.empty());
    }

    public static SafetyFact.ReoperationReported withScrews(
            SafetyFact.ReoperationReported of, Work work, String... sites) {
        return new SafetyFact.ReoperationReported(
                of.on(),
                of.segments(),
                of.grounds(),
                of.description(),
                Stream.of(sites)
                        .map(site -> new ScrewWork(ScrewSite.of(site), work))
                        .toList(),
                of.cages(),
                of.event());
    }

    public static SafetyFact.ReoperationReported withCage(
            SafetyFact.ReoperationReported of, Work work, String segment) {
        return new SafetyFact.ReoperationReported(
                of.on(),
                of.segments(),
                of.grounds(),
                of.description(),
                of.screws(),
                List.of(new CageWork(Segment.of(segment), work)),
                of.event());
    }

    public static SafetyFact.ReoperationReported after(SafetyFact.ReoperationReported of, long event) {
        return new SafetyFact.ReoperationReported(
                of.on(), of.segments(), of.grounds(), of.description(), of.screws(), of.cages(), Optional.of(event));
    }

    /** A traffic accident. */
    public static SafetyFact.DeathReported death(LocalDate on) {
        return new SafetyFact.DeathReported(
                on,
                "traffic accident",
                Relation.NOT_RELATED,
                Relation.NOT_RELATED,
                Relation.NOT_RELATED,
                SafetyFact.KnownFrom.FAMILY);
    }
}
