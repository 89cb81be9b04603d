package org.trabecula.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.trabecula.app.Installation;
import org.trabecula.study.conduct.Answer;
import org.trabecula.study.conduct.Casebook;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.conduct.Request;
import org.trabecula.study.journal.Noted;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.safety.SafetyFact;
import org.trabecula.study.safety.SafetyFact.Relation;
import org.trabecula.study.site.Role;

/** Reporting adverse events and device deficiencies, and putting the reports right. */
@Controller
final class SafetyRoutes {
    private static final List<String> CLAVIEN_DINDO = List.of("I", "II", "IIIa", "IIIb", "IVa", "IVb", "V");
    private final Installation installation;

    SafetyRoutes(Installation installation) {
        this.installation = installation;
    }

    record SafetyPage(
            ParticipantId id,
            List<Noted<SafetyFact.Report>> reported,
            Optional<Noted<SafetyFact.Report>> corrected,
            boolean editable,
            Typed typed,
            List<Objection> objections)
            implements Page {
        @Override
        public String template() {
            return "safety.jte";
        }

        public ReportLine line(Noted<SafetyFact.Report> noted, Shell shell) {
            return ReportLine.of(noted.what(), shell.words());
        }

        /** What was typed or, before anything was, what the report to be put right says. */
        public String value(String field) {
            return corrected.isEmpty() || typed.ticked("key")
                    ? typed.text(field)
                    : reported(corrected.get().what(), field);
        }

        private static String reported(SafetyFact.Report report, String field) {
            return switch (report) {
                case SafetyFact.AdverseEventReported event ->
                    switch (field) {
                        case "on" -> event.onset().toString();
                        case "description" -> event.description();
                        case "serious" -> event.serious() ? "yes" : "";
                        case "toCage" -> event.toCage().name();
                        case "toScrews" -> event.toScrews().name();
                        case "toProcedure" -> event.toProcedure().name();
                        case "grade" -> event.clavienDindo().orElse("");
                        default -> "";
                    };
                case SafetyFact.DeviceDeficiencyReported deficiency ->
                    switch (field) {
                        case "on" -> deficiency.noticed().toString();
                        case "device" -> deficiency.device();
                        case "description" -> deficiency.description();
                        case "serious" -> deficiency.couldHaveBeenSerious() ? "yes" : "";
                        default -> "";
                    };
                case SafetyFact.ReoperationReported _, SafetyFact.DeathReported _ -> "";
            };
        }

        public boolean writesEvent() {
            return corrected
                    .filter(one -> !(one.what() instanceof SafetyFact.AdverseEventReported))
                    .isEmpty();
        }

        public boolean writesDeficiency() {
            return corrected
                    .filter(one -> !(one.what() instanceof SafetyFact.DeviceDeficiencyReported))
                    .isEmpty();
        }

        public List<String> grades() {
            return CLAVIEN_DINDO;
        }

        public List<Relation> relations() {
            return List.of(Relation.values());
        }
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR, Role.DATA_MANAGER, Role.MONITOR})
    @GetMapping("/participants/{id}/safety")
    View show(@PathVariable String id, Typed typed, Visitor visitor) {
        return find(id, visitor)
                .<View>map(casebook -> page(casebook, visitor, typed, List.of()))
                .orElse(View.refused(Problems.notFound()));
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR})
    @PostMapping("/participants/{id}/safety/event")
    View event(@PathVariable String id, Typed typed, Visitor visitor, HttpServletRequest request) {
        LocalDate onset = typed.date("on");
        Optional<Relation> cage = relation(typed, "toCage");
        Optional<Relation> screws = relation(typed, "toScrews");
        Optional<Relation> procedure = relation(typed, "toProcedure");
        Optional<String> grade = Optional.of(typed.text("grade")).filter(CLAVIEN_DINDO::contains);
        return report(
                id,
                cage.flatMap(toCage -> screws.flatMap(toScrews ->
                        procedure.map(toProcedure -> (SafetyFact.Report) new SafetyFact.AdverseEventReported(
                                onset,
                                typed.text("description"),
                                typed.ticked("serious"),
                                toCage,
                                toScrews,
                                toProcedure,
                                grade)))),
                typed,
                visitor,
                request);
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR})
    @PostMapping("/participants/{id}/safety/deficiency")
    View deficiency(@PathVariable String id, Typed typed, Visitor visitor, HttpServletRequest request) {
        LocalDate noticed = typed.date("on");
        String device = typed.required("device");
        return report(
                id,
                Optional.of(new SafetyFact.DeviceDeficiencyReported(
                        noticed, device, typed.text("description"), typed.ticked("serious"))),
                typed,
                visitor,
                request);
    }

    private static Optional<Relation> relation(Typed typed, String field) {
        return typed.read(field, Relation::valueOf, List.of(Relation.values()).toString());
    }

    private View report(
            String id, Optional<SafetyFact.Report> fact, Typed typed, Visitor visitor, HttpServletRequest request) {
        Optional<Casebook> casebook = find(id, visitor);
        if (casebook.isEmpty()) {
            return View.refused(Problems.notFound());
        }
        if (!typed.sound() || fact.isEmpty()) {
            return View.refused(page(casebook.get(), visitor, typed, typed.objections()));
        }
        ParticipantId who = casebook.get().id();
        Intent intent = position(typed)
                .<Intent>map(position -> new Intent.CorrectSafety(who, position, fact.get()))
                .orElseGet(() -> new Intent.ReportSafety(who, fact.get()));
        return switch (installation
                .desk()
                .submit(Request.of(visitor.actor(intent, casebook.get().site()), intent)
                        .because(typed.text("reason"))
                        .once(typed.text("key")))) {
            case Answer.Recorded _ -> {
                Shells.notice(request, "safety.saved");
                yield View.to("/participants/" + id + "/safety");
            }
            case Answer.Refused(var objections) -> View.refused(page(casebook.get(), visitor, typed, objections));
        };
    }

    /** Which report is to be put right; empty when a new one is made. */
    private static Optional<Long> position(Typed typed) {
        return Optional.of(typed.text("report"))
                .filter(text -> text.matches("\\d{1,18}"))
                .map(Long::valueOf);
    }

    private static Page page(Casebook casebook, Visitor visitor, Typed typed, List<Objection> objections) {
        boolean editable = visitor.has(Role.COORDINATOR, Role.INVESTIGATOR);
        return new SafetyPage(
                casebook.id(),
                casebook.safety().reports().reversed(),
                position(typed)
                        .filter(_ -> editable)
                        .flatMap(position -> casebook.safety().reports().stream()
                                .filter(one -> one.position() == position)
                                .findFirst()),
                editable,
                typed,
                objections);
    }

    private Optional<Casebook> find(String id, Visitor visitor) {
        return installation.desk().view(register -> Casebooks.find(register, id, visitor));
    }
}
