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
import org.trabecula.study.implant.Surgery;
import org.trabecula.study.journal.Noted;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.safety.SafetyFact;
import org.trabecula.study.safety.SafetyFact.AdverseEventReported;
import org.trabecula.study.safety.SafetyFact.CageWork;
import org.trabecula.study.safety.SafetyFact.Grounds;
import org.trabecula.study.safety.SafetyFact.ReoperationReported;
import org.trabecula.study.safety.SafetyFact.ScrewWork;
import org.trabecula.study.safety.SafetyFact.Work;
import org.trabecula.study.site.Role;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.spine.Segment;

/** Recording that the spine was operated on again, and putting the record right. */
@Controller
final class ReoperationRoutes {
    private final SafetyReporting reporting;

    ReoperationRoutes(Installation installation) {
        this.reporting = new SafetyReporting(installation);
    }

    record ReoperationPage(
            Casebook casebook,
            Optional<Noted<ReoperationReported>> corrected,
            boolean editable,
            Typed typed,
            List<Objection> objections)
            implements Page {
        @Override
        public String template() {
            return "reoperation.jte";
        }

        public ParticipantId id() {
            return casebook.id();
        }

        private boolean asTyped() {
            return corrected.isEmpty() || typed.ticked("key");
        }

        private String value(String field, Function<ReoperationReported, String> recorded) {
            return asTyped()
                    ? typed.text(field)
                    : corrected.map(one -> recorded.apply(one.what())).orElse("");
        }

        public String on() {
            return value("on", one -> one.on().toString());
        }

        public String grounds() {
            return value("grounds", one -> one.grounds().name());
        }

        public String description() {
            return value("description", ReoperationReported::description);
        }

        public String event() {
            return value("event", one -> one.event().map(String::valueOf).orElse(""));
        }

        public String reason() {
            return typed.text("reason");
        }

        public ReportLine line(Noted<SafetyFact.Report> noted, Shell shell) {
            return ReportLine.of(noted.what(), shell.words());
        }

        public boolean ticked(Segment segment) {
            return asTyped()
                    ? typed.texts("segment").contains(segment.toString())
                    : corrected
                            .filter(one -> one.what().segments().contains(segment))
                            .isPresent();
        }

        public boolean untouched() {
            return asTyped()
                    ? typed.ticked("untouched")
                    : corrected
                            .filter(one -> one.what().screws().isEmpty()
                                    && one.what().cages().isEmpty())
                            .isPresent();
        }

        public boolean did(ScrewSite site, Work work) {
            return value(
                            "screw." + site,
                            one -> one.screws().stream()
                                    .filter(screw -> screw.site().equals(site))
                                    .map(screw -> screw.work().name())
                                    .findFirst()
                                    .orElse(""))
                    .equals(work.name());
        }

        public boolean did(Segment segment, Work work) {
            return value(
                            "cage." + segment,
                            one -> one.cages().stream()
                                    .filter(cage -> cage.segment().equals(segment))
                                    .map(cage -> cage.work().name())
                                    .findFirst()
                                    .orElse(""))
                    .equals(work.name());
        }

        public List<ScrewSite> sites() {
            return casebook.surgery().map(Surgery::sites).orElse(List.of());
        }

        /** The segments with a cage. */
        public List<Segment> cages() {
            return caged(casebook);
        }

        public List<Segment> segments() {
            return ParticipantPage.segments();
        }

        public List<Grounds> allGrounds() {
            return List.of(Grounds.values());
        }

        public List<Work> works() {
            return List.of(Work.values());
        }

        /** The adverse events that may have led to it. */
        public List<Noted<SafetyFact.Report>> events() {
            return casebook.safety().reports().stream()
                    .filter(one -> one.what() instanceof AdverseEventReported)
                    .toList();
        }
    }

    private static List<Segment> caged(Casebook casebook) {
        return casebook.surgery().stream()
                .flatMap(surgery -> surgery.cages().stream())
                .map(cage -> cage.segment())
                .distinct()
                .sorted()
                .toList();
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR, Role.DATA_MANAGER, Role.MONITOR})
    @GetMapping("/participants/{id}/reoperation")
    View show(@PathVariable String id, Typed typed, Visitor visitor) {
        return reporting.show(id, visitor, casebook -> page(casebook, visitor, typed, List.of()));
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR})
    @PostMapping("/participants/{id}/reoperation")
    View save(@PathVariable String id, Typed typed, Visitor visitor, HttpServletRequest request) {
        return reporting.save(
                id,
                casebook -> told(casebook, typed),
                typed,
                visitor,
                request,
                (casebook, objections) -> page(casebook, visitor, typed, objections));
    }

    private static Optional<ReoperationReported> told(Casebook casebook, Typed typed) {
        LocalDate on = typed.date("on");
        List<Segment> segments = typed.segments("segment");
        if (segments.isEmpty()) {
            typed.object(Objection.to("segment", Rule.VALUE_REQUIRED));
        }
        Optional<Grounds> grounds = typed.read(
                "grounds", Grounds::valueOf, List.of(Grounds.values()).toString());
        List<ScrewWork> screws = casebook.surgery().map(Surgery::sites).orElse(List.of()).stream()
                .flatMap(site -> work(typed, "screw." + site).map(work -> new ScrewWork(site, work)).stream())
                .toList();
        List<CageWork> cages = caged(casebook).stream()
                .flatMap(segment -> work(typed, "cage." + segment).map(work -> new CageWork(segment, work)).stream())
                .toList();
        boolean touched = !screws.isEmpty() || !cages.isEmpty();
        if (touched == typed.ticked("untouched")) {
            typed.object(Objection.to("untouched", Rule.WORK_UNSAID));
        }
        return grounds.map(why -> new ReoperationReported(
                on, segments, why, typed.text("description"), screws, cages, SafetyReporting.position(typed, "event")));
    }

    private static Optional<Work> work(Typed typed, String field) {
        return typed.ticked(field)
                ? typed.read(field, Work::valueOf, List.of(Work.values()).toString())
                : Optional.empty();
    }

    private static Page page(Casebook casebook, Visitor visitor, Typed typed, List<Objection> objections) {
        return new ReoperationPage(
                casebook,
                SafetyReporting.corrected(casebook, typed, ReoperationReported.class),
                visitor.has(Role.COORDINATOR, Role.INVESTIGATOR),
                typed,
                objections);
    }
}
