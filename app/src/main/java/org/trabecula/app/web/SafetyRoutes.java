package org.trabecula.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.trabecula.app.Installation;
import org.trabecula.study.conduct.Casebook;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.journal.Noted;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.safety.SafetyFact;
import org.trabecula.study.safety.SafetyFact.Relation;
import org.trabecula.study.safety.SafetyQuestion;
import org.trabecula.study.safety.SafetyState;
import org.trabecula.study.site.Role;

/** Reporting adverse events and device deficiencies, and putting the reports right. */
@Controller
final class SafetyRoutes {
    private static final List<String> CLAVIEN_DINDO = List.of("I", "II", "IIIa", "IIIb", "IVa", "IVb", "V");
    private final SafetyReporting reporting;

    SafetyRoutes(Installation installation) {
        this.reporting = new SafetyReporting(installation);
    }

    record SafetyPage(
            ParticipantId id,
            SafetyState safety,
            boolean operated,
            Optional<Noted<SafetyFact.Report>> corrected,
            boolean editable,
            Typed typed,
            List<Objection> objections)
            implements Page {
        @Override
        public String template() {
            return "safety.jte";
        }

        /** The newest first. */
        public List<Noted<SafetyFact.Report>> reported() {
            return safety.reports().reversed();
        }

        public boolean died() {
            return safety.death().isPresent();
        }

        /** Whether the question can be answered by saying that there was no re-operation. */
        public static boolean mayBeNo(SafetyQuestion asked) {
            return asked.kind() == SafetyQuestion.Kind.REOPERATION_UNSAID;
        }

        /** Where a report is put right, as a link beneath the participant's. */
        public static String corrects(Noted<SafetyFact.Report> noted) {
            return switch (noted.what()) {
                case SafetyFact.AdverseEventReported _, SafetyFact.DeviceDeficiencyReported _ ->
                    "safety?report=" + noted.position() + "#report";
                case SafetyFact.ReoperationReported _ -> "reoperation?report=" + noted.position();
                case SafetyFact.DeathReported _ -> "death";
            };
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

        /** What is put right, or what was sent and refused, is shown alone; otherwise both forms wait side by side. */
        public boolean writesEvent() {
            return corrected.isPresent()
                    ? corrected.get().what() instanceof SafetyFact.AdverseEventReported
                    : typed.texts("device").isEmpty();
        }

        /** See {@link #writesEvent()}; of the two forms only this one asks for the device, and only the other for a relation. */
        public boolean writesDeficiency() {
            return corrected.isPresent()
                    ? corrected.get().what() instanceof SafetyFact.DeviceDeficiencyReported
                    : typed.texts("toCage").isEmpty();
        }

        public List<String> grades() {
            return CLAVIEN_DINDO;
        }
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR, Role.DATA_MANAGER, Role.MONITOR})
    @GetMapping("/participants/{id}/safety")
    View show(@PathVariable String id, Typed typed, Visitor visitor) {
        return reporting.show(id, visitor, casebook -> page(casebook, visitor, typed, List.of()));
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR})
    @PostMapping("/participants/{id}/safety/event")
    View event(@PathVariable String id, Typed typed, Visitor visitor, HttpServletRequest request) {
        LocalDate onset = typed.date("on");
        String description = typed.required("description");
        Optional<Relation> cage = SafetyReporting.relation(typed, "toCage");
        Optional<Relation> screws = SafetyReporting.relation(typed, "toScrews");
        Optional<Relation> procedure = SafetyReporting.relation(typed, "toProcedure");
        Optional<String> grade = Optional.of(typed.text("grade")).filter(CLAVIEN_DINDO::contains);
        return report(
                id,
                cage.flatMap(toCage -> screws.flatMap(toScrews ->
                        procedure.map(toProcedure -> (SafetyFact.Report) new SafetyFact.AdverseEventReported(
                                onset, description, typed.ticked("serious"), toCage, toScrews, toProcedure, grade)))),
                typed,
                visitor,
                request);
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR})
    @PostMapping("/participants/{id}/safety/deficiency")
    View deficiency(@PathVariable String id, Typed typed, Visitor visitor, HttpServletRequest request) {
        LocalDate noticed = typed.date("on");
        String device = typed.required("device");
        String description = typed.required("description");
        return report(
                id,
                Optional.of(
                        new SafetyFact.DeviceDeficiencyReported(noticed, device, description, typed.ticked("serious"))),
                typed,
                visitor,
                request);
    }

    private View report(
            String id, Optional<SafetyFact.Report> fact, Typed typed, Visitor visitor, HttpServletRequest request) {
        return reporting.save(
                id,
                _ -> fact,
                typed,
                visitor,
                request,
                (casebook, objections) -> page(casebook, visitor, typed, objections));
    }

    /** No re-operation followed from a graded event. */
    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR})
    @PostMapping("/participants/{id}/safety/rule-out")
    View ruleOut(@PathVariable String id, Typed typed, Visitor visitor, HttpServletRequest request) {
        return answer(
                id,
                typed,
                visitor,
                request,
                casebook -> new Intent.RuleOutReoperation(
                        casebook.id(), SafetyReporting.position(typed, "event").orElse(0L)));
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR})
    @PostMapping("/participants/{id}/safety/retract")
    View retract(@PathVariable String id, Typed typed, Visitor visitor, HttpServletRequest request) {
        return answer(
                id,
                typed,
                visitor,
                request,
                casebook -> new Intent.RetractSafety(
                        casebook.id(), SafetyReporting.position(typed, "report").orElse(0L)));
    }

    private View answer(
            String id, Typed typed, Visitor visitor, HttpServletRequest request, Function<Casebook, Intent> intent) {
        return reporting
                .find(id, visitor)
                .map(casebook -> reporting.submit(
                        casebook.id(),
                        intent.apply(casebook),
                        typed,
                        visitor,
                        request,
                        objections -> page(casebook, visitor, Typed.nothing(), objections)))
                .orElse(View.refused(Problems.notFound()));
    }

    private static Page page(Casebook casebook, Visitor visitor, Typed typed, List<Objection> objections) {
        boolean editable = visitor.has(Role.COORDINATOR, Role.INVESTIGATOR);
        return new SafetyPage(
                casebook.id(),
                casebook.safety(),
                casebook.surgery().isPresent(),
                SafetyReporting.corrected(casebook, typed, SafetyFact.Report.class)
                        .filter(_ -> editable),
                editable,
                typed,
                objections);
    }
}
