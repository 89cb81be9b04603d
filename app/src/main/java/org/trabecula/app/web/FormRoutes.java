package org.trabecula.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.trabecula.app.Installation;
import org.trabecula.study.conduct.Answer;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.conduct.Request;
import org.trabecula.study.form.FormAnswers;
import org.trabecula.study.form.FormRecord;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.FormDefinition;
import org.trabecula.study.protocol.Item;
import org.trabecula.study.protocol.ItemType;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.PlannedVisit;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.site.Role;

/** Filling in the protocol's forms, whatever they are. */
@Controller
final class FormRoutes {
    private final Installation installation;

    FormRoutes(Installation installation) {
        this.installation = installation;
    }

    /** Which form of whom, as found in the study. */
    private record Place(
            ParticipantId id, String site, FormDefinition form, Timepoint visit, Optional<PlannedVisit> plan) {}

    /** Two values of one item: what somebody else saved, and what was typed here. */
    record Difference(Item item, String theirs, String mine) {}

    /**
     * @param seen the revision on the screen
     * @param values what stands in the fields
     * @param differences where somebody else saved something else in the meantime
     */
    record FormPage(
            ParticipantId id,
            FormDefinition form,
            Timepoint visit,
            Optional<PlannedVisit> plan,
            long seen,
            Map<String, String> values,
            boolean editable,
            boolean late,
            String reason,
            List<Difference> differences,
            List<Objection> objections)
            implements Page {
        @Override
        public String template() {
            return "form.jte";
        }

        /** Whether a save may need a reason: something is recorded, or the baseline comes after the surgery. */
        public boolean asksWhy() {
            return seen > 0 || late;
        }

        public String value(Item item) {
            return new FormAnswers(form, field -> values.getOrDefault(field, "")).value(item.name());
        }

        public boolean chosen(Item item, String code) {
            return List.of(values.getOrDefault(item.name(), "").split(",", -1)).contains(code);
        }

        public boolean shows(Item item) {
            return new FormAnswers(form, field -> values.getOrDefault(field, "")).shows(item);
        }

        /** The heading to print above an item; empty when it belongs to the group before it. */
        public String heading(int index, Words words) {
            String here = words.text(form.items().get(index).group());
            String before =
                    index == 0 ? "" : words.text(form.items().get(index - 1).group());
            return here.equals(before) ? "" : here;
        }

        public String path() {
            return "/participants/" + id + "/forms/" + form.id() + "/" + visit;
        }

        /** How a value reads: the labels of its codes. */
        public String reads(Item item, String value, Words words) {
            if (item.choices().isEmpty() || value.isEmpty()) {
                return value;
            }
            return item.choices().stream()
                    .filter(choice -> List.of(value.split(",", -1)).contains(choice.code()))
                    .map(choice -> words.text(choice.label()))
                    .collect(Collectors.joining(", "));
        }
    }

    /** What the page shows while somebody types. */
    record Live(Map<String, String> calculated, Map<String, Boolean> shown) {}

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR, Role.DATA_MANAGER, Role.MONITOR})
    @GetMapping("/participants/{id}/forms/{form}/{visit}")
    View show(@PathVariable String id, @PathVariable String form, @PathVariable String visit, Visitor visitor) {
        return find(id, form, visit, visitor)
                .<View>map(place -> page(
                        place, visitor, record(place).values(), record(place).revision(), "", List.of()))
                .orElse(View.refused(Problems.notFound()));
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR})
    @PostMapping("/participants/{id}/forms/{form}/{visit}")
    View save(
            @PathVariable String id,
            @PathVariable String form,
            @PathVariable String visit,
            Typed typed,
            Visitor visitor,
            HttpServletRequest request) {
        Optional<Place> found = find(id, form, visit, visitor);
        if (found.isEmpty()) {
            return View.refused(Problems.notFound());
        }
        Place place = found.get();
        SortedMap<String, String> values = values(place.form(), typed);
        long seen = Long.parseLong(typed.text("seen").matches("\\d{1,9}") ? typed.text("seen") : "-1");
        Intent intent = new Intent.SaveForm(place.id(), place.form().id(), place.visit(), seen, values);
        String reason = typed.text("reason");
        return switch (installation
                .desk()
                .submit(Request.of(visitor.actor(intent, place.site()), intent)
                        .because(reason)
                        .once(typed.text("key")))) {
            case Answer.Recorded _ -> {
                Shells.notice(request, "form.saved");
                yield View.to("/participants/" + place.id());
            }
            case Answer.Refused(var objections) ->
                View.refused(page(place, visitor, values, seen(objections, place, seen), reason, objections));
        };
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR})
    @PostMapping("/participants/{id}/forms/{form}/{visit}/live")
    @ResponseBody
    Live live(
            @PathVariable String id,
            @PathVariable String form,
            @PathVariable String visit,
            Typed typed,
            Visitor visitor) {
        return find(id, form, visit, visitor)
                .map(place -> {
                    Map<String, String> values = values(place.form(), typed);
                    FormAnswers answers = new FormAnswers(place.form(), field -> values.getOrDefault(field, ""));
                    Map<String, String> calculated = new TreeMap<>();
                    Map<String, Boolean> shown = new TreeMap<>();
                    place.form().items().forEach(item -> {
                        shown.put(item.name(), answers.shows(item));
                        if (item.type() == ItemType.CALCULATED) {
                            calculated.put(item.name(), answers.value(item.name()));
                        }
                    });
                    return new Live(calculated, shown);
                })
                .orElse(new Live(Map.of(), Map.of()));
    }

    /** After somebody else's save, the next save is made upon theirs. */
    private long seen(List<Objection> objections, Place place, long seen) {
        return objections.stream().anyMatch(one -> one.rule() == Rule.FORM_CHANGED_MEANWHILE)
                ? record(place).revision()
                : seen;
    }

    private Page page(
            Place place,
            Visitor visitor,
            Map<String, String> values,
            long seen,
            String reason,
            List<Objection> objections) {
        List<Difference> differences = new ArrayList<>();
        if (objections.stream().anyMatch(one -> one.rule() == Rule.FORM_CHANGED_MEANWHILE)) {
            FormRecord theirs = record(place);
            place.form().items().stream()
                    .filter(item -> item.type() != ItemType.CALCULATED)
                    .filter(item -> !theirs.value(item.name()).equals(values.getOrDefault(item.name(), "")))
                    .forEach(item -> differences.add(
                            new Difference(item, theirs.value(item.name()), values.getOrDefault(item.name(), ""))));
        }
        return new FormPage(
                place.id(),
                place.form(),
                place.visit(),
                place.plan(),
                seen,
                values,
                visitor.has(Role.COORDINATOR, Role.INVESTIGATOR),
                late(place),
                reason,
                differences,
                objections);
    }

    private boolean late(Place place) {
        boolean operated = installation
                .desk()
                .<Boolean>view(register -> register.casebook(place.id())
                        .filter(casebook -> casebook.surgery().isPresent())
                        .isPresent());
        return operated
                && place.visit().equals(Timepoint.BASELINE)
                && !place.form().beforeConsent();
    }

    private FormRecord record(Place place) {
        return installation
                .desk()
                .view(register -> register.casebook(place.id())
                        .map(casebook -> casebook.form(place.form().id(), place.visit()))
                        .orElse(FormRecord.NEVER_SAVED));
    }

    private Optional<Place> find(String id, String form, String visit, Visitor visitor) {
        if (!Timepoint.valid(visit)) {
            return Optional.empty();
        }
        Timepoint at = Timepoint.of(visit);
        return installation
                .desk()
                .view(register -> Casebooks.find(register, id, visitor))
                .flatMap(casebook -> installation
                        .protocol()
                        .form(form)
                        .map(definition -> new Place(
                                casebook.id(),
                                casebook.site(),
                                definition,
                                at,
                                installation.protocol().visit(at))));
    }

    /** Every item of the form that can be entered; what the browser did not send is empty. */
    private static SortedMap<String, String> values(FormDefinition form, Typed typed) {
        SortedMap<String, String> values = new TreeMap<>();
        form.items().stream()
                .filter(item -> item.type() != ItemType.CALCULATED && item.type() != ItemType.DESCRIPTIVE)
                .forEach(item -> values.put(
                        item.name(),
                        item.type() == ItemType.CHECKBOX
                                ? String.join(",", typed.texts(item.name()))
                                : typed.text(item.name())));
        return values;
    }
}
