package org.trabecula.app.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.trabecula.app.Installation;
import org.trabecula.study.conduct.Casebook;
import org.trabecula.study.conduct.Register;
import org.trabecula.study.journal.Noted;
import org.trabecula.study.safety.SafetyFact;
import org.trabecula.study.safety.SafetyQuestion;
import org.trabecula.study.site.Role;

/** What went wrong in the whole study, at the visitor's sites. */
@Controller
final class SafetyListRoutes {
    private final Installation installation;

    SafetyListRoutes(Installation installation) {
        this.installation = installation;
    }

    /** What the list can be narrowed to. */
    enum Concern {
        SERIOUS,
        EVENT,
        DEFICIENCY,
        REOPERATION,
        DEATH,
        /** Its grade asks for a record that is not there. */
        UNANSWERED;

        boolean in(Reported one) {
            if (this == UNANSWERED) {
                return one.asked().isPresent();
            }
            return switch (one.report().what()) {
                case SafetyFact.AdverseEventReported event -> this == EVENT || (this == SERIOUS && event.serious());
                case SafetyFact.DeviceDeficiencyReported deficiency ->
                    this == DEFICIENCY || (this == SERIOUS && deficiency.couldHaveBeenSerious());
                case SafetyFact.ReoperationReported _ -> this == REOPERATION || this == SERIOUS;
                case SafetyFact.DeathReported _ -> this == DEATH || this == SERIOUS;
            };
        }
    }

    /** One report, whose it is, and what its grade asks. */
    record Reported(
            String participant, String site, Noted<SafetyFact.Report> report, Optional<SafetyQuestion.Kind> asked) {
        public ReportLine line(Shell shell) {
            return ReportLine.of(report.what(), shell.words());
        }
    }

    /** @param counts how many reports there are of each concern, before the filter */
    record SafetyListPage(
            List<Reported> rows, int all, Map<Concern, Long> counts, Optional<Concern> sought, Paging paging)
            implements Page {
        @Override
        public String template() {
            return "safetyList.jte";
        }

        public List<Concern> concerns() {
            return Arrays.asList(Concern.values());
        }

        public long count(Concern concern) {
            return counts.getOrDefault(concern, 0L);
        }

        public boolean seeks(Concern concern) {
            return sought.filter(concern::equals).isPresent();
        }
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR, Role.DATA_MANAGER, Role.MONITOR})
    @GetMapping("/safety")
    View show(Visitor visitor, Typed typed) {
        Optional<Concern> sought = Arrays.stream(Concern.values())
                .filter(concern -> concern.name().equals(typed.text("show")))
                .findFirst();
        return installation.desk().view(register -> page(reported(register, visitor), sought, typed.text("page")));
    }

    private static SafetyListPage page(List<Reported> all, Optional<Concern> sought, String page) {
        Map<Concern, Long> counts = new EnumMap<>(Concern.class);
        for (Concern concern : Concern.values()) {
            counts.put(concern, all.stream().filter(concern::in).count());
        }
        List<Reported> found = all.stream()
                .filter(one -> sought.isEmpty() || sought.get().in(one))
                .toList();
        Paging paging = Paging.of(
                page,
                found.size(),
                "/safety",
                Map.of("show", sought.map(Enum::name).orElse("")));
        return new SafetyListPage(paging.rows(found), all.size(), counts, sought, paging);
    }

    /** Newest first: by the day on which it happened or was noticed, then by its record. */
    private static List<Reported> reported(Register register, Visitor visitor) {
        return Casebooks.seen(register, visitor).stream()
                .flatMap(casebook -> casebook.safety().reports().stream()
                        .map(report ->
                                new Reported(casebook.id().value(), casebook.site(), report, asked(casebook, report))))
                .sorted(Comparator.comparing(
                                (Reported one) -> one.report().what().on())
                        .thenComparingLong(one -> one.report().position())
                        .reversed())
                .toList();
    }

    private static Optional<SafetyQuestion.Kind> asked(Casebook casebook, Noted<SafetyFact.Report> report) {
        return casebook.safety().questions().stream()
                .filter(one -> one.event().position() == report.position())
                .map(SafetyQuestion::kind)
                .findFirst();
    }
}
