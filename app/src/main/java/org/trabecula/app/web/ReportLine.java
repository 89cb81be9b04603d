package org.trabecula.app.web;

import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trabecula.study.safety.SafetyFact;

/**
 * A report of something that went wrong, as a row of a table.
 *
 * @param kind an adverse event or a device deficiency, in words
 * @param serious whether it was serious or, with a device, could have been
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
                        relation(event, words),
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
        };
    }

    private static String relation(SafetyFact.AdverseEventReported event, Words words) {
        String related = Stream.of(
                        relation("safety.cage", event.toCage(), words),
                        relation("safety.screws", event.toScrews(), words),
                        relation("safety.procedure", event.toProcedure(), words))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        return related.isEmpty() ? words.name(SafetyFact.Relation.NOT_RELATED) : related;
    }

    private static String relation(String key, SafetyFact.Relation relation, Words words) {
        return relation == SafetyFact.Relation.NOT_RELATED ? "" : words.say(key) + ": " + words.name(relation);
    }
}
