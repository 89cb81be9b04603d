package org.trabecula.exchange.folder;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trabecula.exchange.Findings;
import org.trabecula.exchange.Place;
import org.trabecula.study.protocol.CageMaterial;
import org.trabecula.study.protocol.FormDefinition;
import org.trabecula.study.protocol.Item;
import org.trabecula.study.protocol.ItemType;
import org.trabecula.study.protocol.Logic;
import org.trabecula.study.protocol.PlannedVisit;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.Score;

/** Holds the parts of a study against each other, once each of them could be read. */
final class StudyReview {
    private static final Set<ItemType> NUMBERS = Set.of(ItemType.INTEGER, ItemType.NUMBER, ItemType.CALCULATED);

    private final StudyText study;
    private final Protocol protocol;
    private final Dictionary dictionary;
    private final Findings findings;

    StudyReview(StudyText study, Protocol protocol, Dictionary dictionary, Findings findings) {
        this.study = study;
        this.protocol = protocol;
        this.dictionary = dictionary;
        this.findings = findings;
    }

    void look() {
        arms();
        visits();
        study.eligibility().forEach(placed -> screening(placed.value().statement(), placed.place()));
        study.checks().forEach(placed -> {
            item(placed.value().form(), placed.value().item(), placed.place());
            rule(placed.value().statement(), placed.place(), placed.value().form());
        });
        study.scores().forEach(this::score);
        dictionary.fields().forEach(this::field);
        new Cycles(dictionary, findings).look();
    }

    private void arms() {
        Map<CageMaterial, String> taken = new HashMap<>();
        study.arms()
                .forEach(placed -> placed.value().materials().forEach(material -> {
                    String other = taken.putIfAbsent(material, placed.value().id());
                    if (other != null) {
                        findings.error(
                                placed.place(),
                                "ambiguous-arm",
                                "A cage of " + material + " already leads to the arm " + other + ".");
                    }
                }));
    }

    private void visits() {
        Optional<PlannedVisit> before = Optional.empty();
        for (Placed<PlannedVisit> placed : study.visits()) {
            PlannedVisit visit = placed.value();
            before.ifPresent(earlier -> order(earlier, visit, placed.place()));
            before = Optional.of(visit);
            Set<String> forms = new HashSet<>();
            visit.forms().forEach(form -> {
                formOf(visit, form, placed.place());
                if (!forms.add(form)) {
                    findings.error(placed.place(), "duplicate-name", "The form '" + form + "' stands twice.");
                }
            });
        }
        if (protocol.followUps().stream()
                .noneMatch(visit -> visit.at().equals(protocol.endpoints().primary()))) {
            findings.error(
                    study.primary(), "unknown-visit", protocol.endpoints().primary() + " is no visit after surgery.");
        }
    }

    private void order(PlannedVisit earlier, PlannedVisit later, Place place) {
        int gap = (later.at().months() - earlier.at().months()) * 28;
        if (gap <= 0) {
            findings.error(place, "window", "The visit " + later.at() + " stands after " + earlier.at() + ".");
        } else if (earlier.daysAfter() >= gap || later.daysBefore() >= gap) {
            findings.error(
                    place,
                    "window",
                    "A window reaches the target day of the neighbouring visit (" + earlier.at() + ", " + later.at()
                            + ").");
        }
    }

    private void formOf(PlannedVisit visit, String id, Place place) {
        Optional<FormDefinition> form = protocol.form(id);
        if (form.isEmpty()) {
            findings.error(
                    place, "unknown-form", "The visit " + visit.at() + " asks for the unknown form '" + id + "'.");
        } else if (form.get().beforeConsent()) {
            findings.error(
                    place, "unknown-form", "'" + id + "' is filled in before consent, so no visit can ask for it.");
        }
    }

    private void screening(Logic rule, Place place) {
        flaws(rule, place);
        for (String name : rule.fields()) {
            dictionary.field(name).ifPresent(field -> {
                boolean early = protocol.form(field.form())
                        .map(FormDefinition::beforeConsent)
                        .orElse(false);
                if (!early) {
                    findings.error(
                            place,
                            "other-form",
                            "Eligibility is decided before consent, and [" + name + "] belongs to the form '"
                                    + field.form() + "', which is filled in later.");
                }
            });
        }
    }

    private void rule(Logic rule, Place place, String form) {
        flaws(rule, place);
        for (String name : rule.fields()) {
            dictionary
                    .field(name)
                    .filter(field -> !field.form().equals(form))
                    .ifPresent(field -> findings.error(
                            place,
                            "other-form",
                            "A rule of the form '" + form + "' looks at its own fields only; [" + name
                                    + "] belongs to '" + field.form() + "'."));
        }
    }

    private void flaws(Logic rule, Place place) {
        rule.flaws(dictionary::item)
                .forEach(flaw -> findings.error(
                        place,
                        flaw.sentence().startsWith("there is no field") ? "unknown-field" : "logic-type",
                        "In the rule \"" + rule.source() + "\", column " + flaw.column() + ": " + flaw.sentence()
                                + "."));
    }

    private void field(Dictionary.Field field) {
        Item item = field.item();
        item.shownWhen().ifPresent(rule -> {
            Place place = field.row().place(Column.BRANCHING);
            rule(rule, place, field.form());
            if (rule.fields().contains(item.name())) {
                findings.error(place, "cycle", "[" + item.name() + "] is shown depending on itself.");
            }
        });
        item.calculation().ifPresent(rule -> rule(rule, field.row().place(Column.CHOICES), field.form()));
    }

    private void score(Placed<Score> placed) {
        Score score = placed.value();
        item(score.form(), score.item(), placed.place())
                .filter(item -> !NUMBERS.contains(item.type()))
                .ifPresent(item -> findings.error(
                        placed.place(), "wrong-type", "The score [" + item.name() + "] is not a number."));
        List<PlannedVisit> asking = protocol.visits().stream()
                .filter(visit -> visit.forms().contains(score.form()))
                .toList();
        if (asking.isEmpty()) {
            findings.error(placed.place(), "unknown-visit", "No visit asks for the form '" + score.form() + "'.");
        }
    }

    private Optional<Item> item(String formId, String name, Place place) {
        Optional<FormDefinition> form = protocol.form(formId);
        Optional<Item> item = form.flatMap(known -> known.item(name));
        if (form.isEmpty()) {
            findings.error(place, "unknown-form", "There is no form '" + formId + "'.");
        } else if (item.isEmpty()) {
            findings.error(place, "unknown-field", "The form '" + formId + "' has no field [" + name + "].");
        }
        return item;
    }
}
