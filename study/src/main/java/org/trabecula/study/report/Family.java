package org.trabecula.study.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.statistics.censored.GroupTest;
import org.trabecula.statistics.design.AdjustedPValues;
import org.trabecula.study.dataset.Dataset;
import org.trabecula.study.dataset.Subject;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Multiplicity.Procedure;

/**
 * The claims together: each primary's p-value, and what the plan's procedure for several of them makes of it.
 *
 * @param level of the family, such as 0.05
 * @param members in the plan's order
 */
public record Family(Procedure procedure, double level, List<Member> members) {
    public Family {
        members = List.copyOf(members);
    }

    /**
     * One primary.
     *
     * @param status whether it is a yes or no at a visit, one of the effects
     * @param p empty where it has no test
     * @param why it has none
     */
    public record Member(Phrase label, boolean status, Optional<Double> p, Phrase why, List<ParticipantId> who) {}

    static Family of(Evidence evidence, List<Effects> effects) {
        return new Family(
                evidence.procedure(),
                evidence.terms().family(),
                Primary.of(evidence.protocol()).stream()
                        .map(one -> member(evidence, effects, one))
                        .toList());
    }

    private static Member member(Evidence evidence, List<Effects> effects, Primary primary) {
        Phrase none = Phrase.of("report.no-test");
        return switch (primary) {
            case Primary.Status(var endpoint, var visit) -> {
                Effects own = effects.stream()
                        .filter(one -> one.endpoint() == endpoint && one.visit().equals(visit))
                        .findFirst()
                        .orElseThrow();
                yield new Member(
                        Phrase.of("report.endpoint-at", evidence.endpoint(endpoint), evidence.visit(visit)),
                        true,
                        own.p(),
                        none,
                        own.judged().ids());
            }
            case Primary.Time(var event) -> {
                List<Subject> looked = TimeTable.looked(evidence, event);
                yield new Member(
                        Phrase.of("report.t5b." + event.id()),
                        false,
                        TimeTable.test(evidence, event).value().map(GroupTest::p),
                        none,
                        Dataset.ids(looked));
            }
            case Primary.Screws(var visit) ->
                new Member(
                        Phrase.of("report.endpoint-at", Phrase.of("report.t3.screws"), evidence.visit(visit)),
                        false,
                        visit.equals(evidence.primary())
                                ? ScrewTable.of(evidence).p()
                                : Optional.empty(),
                        visit.equals(evidence.primary()) ? none : Phrase.of("report.t3.screws-primary-visit"),
                        Dataset.ids(evidence.compared()));
            case Primary.Untested(var estimand) ->
                new Member(
                        Phrase.of("report.text", estimand.variable()),
                        false,
                        Optional.empty(),
                        Phrase.of("report.t3.no-single-test"),
                        List.of());
        };
    }

    /** The adjusted p-values in the order of the members; one without a test takes part as if it were 1. */
    public double[] adjusted() {
        return adjusted(
                procedure,
                members.stream().mapToDouble(one -> one.p().orElse(1.0)).toArray());
    }

    /**
     * P-values that may be compared with the level of the family.
     *
     * @param p in the order of the plan, which matters to {@link Procedure#FIXED_SEQUENCE} alone
     */
    static double[] adjusted(Procedure procedure, double... p) {
        AdjustedPValues family = AdjustedPValues.of(p);
        return switch (procedure) {
            case HOLM -> family.holm();
            case HOCHBERG -> family.hochberg();
            case BONFERRONI -> family.bonferroni();
            case FIXED_SEQUENCE -> sequence(p);
            case NONE -> p.clone();
        };
    }

    /** Each is tested only while all before it were rejected: its own p, or a larger one before it. */
    private static double[] sequence(double... p) {
        double[] adjusted = p.clone();
        for (int i = 1; i < adjusted.length; i++) {
            adjusted[i] = Math.max(adjusted[i], adjusted[i - 1]);
        }
        return adjusted;
    }

    private static String percent(double level) {
        return BigDecimal.valueOf(level).movePointRight(2).stripTrailingZeros().toPlainString();
    }

    /** The rows at the foot of T3. */
    void rows(TableDraft draft) {
        draft.heading(Phrase.of("report.t3.family." + procedure.id(), members.size(), percent(level)));
        double[] adjusted = adjusted();
        for (int i = 0; i < adjusted.length; i++) {
            Member one = members.get(i);
            boolean tested = one.p().isPresent();
            List<Cell> cells = new ArrayList<>(List.of(TableDraft.blank(), TableDraft.blank()));
            cells.add(TableDraft.said(Phrase.of(
                    !tested
                            ? "report.t3.not-tested"
                            : adjusted[i] <= level ? "report.t3.rejected" : "report.t3.not-rejected")));
            cells.add(TableDraft.blank());
            cells.add(
                    tested
                            ? draft.cell(
                                    new Cell.Significance(adjusted[i]),
                                    TableDraft.from(one.who(), "report.how.family." + procedure.id()))
                            : draft.unavailable(one.why()));
            draft.row(one.label(), cells);
        }
    }
}
