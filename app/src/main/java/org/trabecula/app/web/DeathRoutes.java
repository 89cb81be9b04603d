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
import org.trabecula.study.journal.Noted;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.safety.SafetyFact.DeathReported;
import org.trabecula.study.safety.SafetyFact.KnownFrom;
import org.trabecula.study.safety.SafetyFact.Relation;
import org.trabecula.study.site.Role;

/** Recording that a participant died, and putting the record right. */
@Controller
final class DeathRoutes {
    private final SafetyReporting reporting;

    DeathRoutes(Installation installation) {
        this.reporting = new SafetyReporting(installation);
    }

    /** @param recorded the death on record, which can only be put right */
    record DeathPage(
            ParticipantId id,
            Optional<Noted<DeathReported>> recorded,
            boolean editable,
            Typed typed,
            List<Objection> objections)
            implements Page {
        @Override
        public String template() {
            return "death.jte";
        }

        /** What was typed or, before anything was, what is on record. */
        private String value(String field, Function<DeathReported, String> recordedValue) {
            return recorded.isEmpty() || typed.ticked("key")
                    ? typed.text(field)
                    : recordedValue.apply(recorded.get().what());
        }

        public String on() {
            return value("on", one -> one.on().toString());
        }

        public String cause() {
            return value("description", DeathReported::description);
        }

        public String known() {
            return value("known", one -> one.known().name());
        }

        public String reason() {
            return typed.text("reason");
        }

        public String relation(String field) {
            return value(field, one -> switch (field) {
                case "toCage" -> one.toCage().name();
                case "toScrews" -> one.toScrews().name();
                default -> one.toProcedure().name();
            });
        }

        public List<KnownFrom> sources() {
            return List.of(KnownFrom.values());
        }
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR, Role.DATA_MANAGER, Role.MONITOR})
    @GetMapping("/participants/{id}/death")
    View show(@PathVariable String id, Typed typed, Visitor visitor) {
        return reporting.show(id, visitor, casebook -> page(casebook, visitor, typed, List.of()));
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR})
    @PostMapping("/participants/{id}/death")
    View save(@PathVariable String id, Typed typed, Visitor visitor, HttpServletRequest request) {
        return reporting.save(
                id,
                _ -> told(typed),
                typed,
                visitor,
                request,
                (casebook, objections) -> page(casebook, visitor, typed, objections));
    }

    private static Optional<DeathReported> told(Typed typed) {
        LocalDate on = typed.date("on");
        String cause = typed.required("description");
        Optional<Relation> cage = SafetyReporting.relation(typed, "toCage");
        Optional<Relation> screws = SafetyReporting.relation(typed, "toScrews");
        Optional<Relation> procedure = SafetyReporting.relation(typed, "toProcedure");
        Optional<KnownFrom> known = typed.read(
                "known", KnownFrom::valueOf, List.of(KnownFrom.values()).toString());
        return cage.flatMap(toCage -> screws.flatMap(toScrews -> procedure.flatMap(
                toProcedure -> known.map(from -> new DeathReported(on, cause, toCage, toScrews, toProcedure, from)))));
    }

    private static Page page(Casebook casebook, Visitor visitor, Typed typed, List<Objection> objections) {
        return new DeathPage(
                casebook.id(),
                casebook.safety().death(),
                visitor.has(Role.COORDINATOR, Role.INVESTIGATOR),
                typed,
                objections);
    }
}
