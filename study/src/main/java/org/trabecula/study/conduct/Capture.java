package org.trabecula.study.conduct;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.trabecula.study.form.FormChecks;
import org.trabecula.study.form.FormFact;
import org.trabecula.study.form.FormRecord;
import org.trabecula.study.protocol.FormDefinition;
import org.trabecula.study.protocol.ItemType;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.PlannedVisit;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.protocol.Timepoint;

/** Writing into forms. */
final class Capture {
    private Capture() {}

    static Ruling save(Decision d, Intent.SaveForm intent) {
        Optional<FormDefinition> form = d.protocol().form(intent.form());
        if (form.isEmpty()) {
            return Ruling.refuse("", Rule.UNKNOWN_FORM, intent.form());
        }
        return form.get().beforeConsent()
                ? d.about(intent.id(), casebook -> early(d, intent, form.get(), casebook))
                : d.afterConsent(
                        intent.id(),
                        casebook ->
                                misplaced(d, intent, casebook).orElseGet(() -> write(d, intent, form.get(), casebook)));
    }

    /** What is asked before consent is asked once, when eligibility is judged. */
    private static Ruling early(Decision d, Intent.SaveForm intent, FormDefinition form, Casebook casebook) {
        return intent.visit().equals(Admission.SCREENING_AT)
                ? write(d, intent, form, casebook)
                : Ruling.refuse("", Rule.FORM_NOT_AT_VISIT, intent.form(), intent.visit());
    }

    private static Optional<Ruling> misplaced(Decision d, Intent.SaveForm intent, Casebook casebook) {
        Optional<PlannedVisit> visit = d.protocol().visit(intent.visit());
        if (visit.filter(v -> v.forms().contains(intent.form())).isEmpty()) {
            return Optional.of(Ruling.refuse("", Rule.FORM_NOT_AT_VISIT, intent.form(), intent.visit()));
        }
        boolean followUp = !intent.visit().equals(Timepoint.BASELINE);
        Optional<LocalDate> held = casebook.visit(intent.visit()).held();
        if (followUp && held.isEmpty()) {
            return Optional.of(
                    Ruling.refuse("", Rule.VISIT_BEFORE_DATA, visit.get().name()));
        }
        boolean corrects = casebook.form(intent.form(), intent.visit()).revision() > 0
                && d.request().reason().isPresent();
        return corrects ? Optional.empty() : held.flatMap(on -> d.left(casebook, "", on));
    }

    /** What is recorded has happened. A text that is no date is objected to elsewhere. */
    private static boolean later(String date, LocalDate today) {
        return date.matches("\\d{4}-\\d{2}-\\d{2}") && date.compareTo(today.toString()) > 0;
    }

    private static Ruling write(Decision d, Intent.SaveForm intent, FormDefinition form, Casebook casebook) {
        FormRecord now = casebook.form(intent.form(), intent.visit());
        if (now.revision() != intent.seen()) {
            return Ruling.refuse("", Rule.FORM_CHANGED_MEANWHILE, now.lastSavedBy());
        }
        SortedMap<String, String> values = entered(form, intent.values());
        SortedMap<String, String> changes = new TreeMap<>();
        values.forEach((item, value) -> {
            if (!value.equals(now.value(item))) {
                changes.put(item, value);
            }
        });
        List<Objection> objections =
                new ArrayList<>(FormChecks.check(form, d.protocol().checks(), merged(now.values(), values)));
        form.items().stream()
                .filter(item -> item.type() == ItemType.DATE)
                .filter(item -> changes.containsKey(item.name()))
                .filter(item -> later(changes.getOrDefault(item.name(), ""), d.today(casebook.site())))
                .forEach(item -> objections.add(
                        Objection.to(item.name(), Rule.DATE_IN_FUTURE, changes.getOrDefault(item.name(), ""))));
        if (!objections.isEmpty()) {
            return new Ruling.Refuse(objections);
        }
        if (changes.isEmpty()) {
            return Ruling.refuse("", Rule.NOTHING_CHANGED);
        }
        boolean corrects = changes.keySet().stream().anyMatch(now.positions()::containsKey);
        boolean late = now.revision() == 0
                && intent.visit().equals(Timepoint.BASELINE)
                && !form.beforeConsent()
                && casebook.surgery().isPresent();
        if ((corrects || late) && d.request().reason().isEmpty()) {
            return Ruling.refuse("reason", corrects ? Rule.REASON_REQUIRED : Rule.BASELINE_AFTER_SURGERY);
        }
        return Ruling.record(
                intent.id().stream(),
                new FormFact.FormSaved(
                        intent.form(), intent.visit(), d.protocol().version(), changes));
    }

    /** What was typed, without what is calculated and without blanks around. */
    private static SortedMap<String, String> entered(FormDefinition form, Map<String, String> typed) {
        SortedMap<String, String> values = new TreeMap<>();
        typed.forEach((name, value) -> {
            boolean calculated = form.item(name)
                    .filter(item -> item.type() == ItemType.CALCULATED)
                    .isPresent();
            if (!calculated) {
                values.put(name, value.strip());
            }
        });
        return values;
    }

    private static SortedMap<String, String> merged(Map<String, String> known, Map<String, String> typed) {
        SortedMap<String, String> all = new TreeMap<>(known);
        all.putAll(typed);
        return all;
    }
}
