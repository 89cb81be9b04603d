package org.trabecula.app.web;

import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trabecula.study.safety.SafetyFact;

/**
 * A report of something that went wrong, as a row of a table.
 *
 * @param kind an adverse event, a device deficiency, a re-operation or a death, in words
 * @param serious whether it was serious or, with a device, could have been; a re-operation and a death always are
 * @param seriousness the same in words
 * @param relation to whichever of cage, screws and procedure it has one; empty for a deficiency
 * @param grade by Clavien and Dindo; empty where there is none
 */
record ReportLine(
        LocalDate on,
        String kind,
        String description,
        boolean serious,
        String seriousness,
        String relation,
        String grade) {

    static ReportLine of(SafetyFact.Report report, Words words) {
        return switch (report) {
            case SafetyFact.AdverseEventReported event ->
                new ReportLine(
                        event.onset(),
                        words.say("safety.event"),
                        event.description(),
                        event.serious(),
                        words.say(event.serious() ? "yes" : "no"),
                        relation(event.toCage(), event.toScrews(), event.toProcedure(), words),
                        event.clavienDindo().orElse(""));
            case SafetyFact.DeviceDeficiencyReported deficiency ->
                new ReportLine(
                        deficiency.noticed(),
                        words.say("safety.deficiency"),
                        deficiency.device() + ": " + deficiency.description(),
                        deficiency.couldHaveBeenSerious(),
                        words.say(deficiency.couldHaveBeenSerious() ? "safety.could-have.short" : "no"),
                        "",
                        "");
            case SafetyFact.ReoperationReported again ->
                new ReportLine(
                        again.on(),
                        words.say("safety.reoperation"),
                        new SequelTelling(words).line(again),
                        true,
                        words.say("yes"),
                        "",
                        "");
            case SafetyFact.DeathReported death ->
                new ReportLine(
                        death.on(),
                        words.say("safety.death"),
                        death.description() + " · " + words.name(death.known()),
                        true,
                        words.say("yes"),
                        relation(death.toCage(), death.toScrews(), death.toProcedure(), words),
                        "");
        };
    }

    private static String relation(
            SafetyFact.Relation toCage, SafetyFact.Relation toScrews, SafetyFact.Relation toProcedure, Words words) {
        String related = Stream.of(
                        relation("safety.cage", toCage, words),
                        relation("safety.screws", toScrews, words),
                        relation("safety.procedure", toProcedure, words))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        return related.isEmpty() ? words.name(SafetyFact.Relation.NOT_RELATED) : related;
    }

    private static String relation(String key, SafetyFact.Relation relation, Words words) {
        return relation == SafetyFact.Relation.NOT_RELATED ? "" : words.say(key) + ": " + words.name(relation);
    }
}
