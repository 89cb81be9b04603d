package org.trabecula.app.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.trabecula.app.Installation;
import org.trabecula.study.conduct.Casebook;
import org.trabecula.study.conduct.Register;
import org.trabecula.study.conduct.Timeline;
import org.trabecula.study.implant.Surgery;
import org.trabecula.study.protocol.PlannedVisit;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.site.Role;
import org.trabecula.study.visit.VisitStatus;

/** Every participant's visits on one board. */
@Controller
final class BoardRoutes {
    private final Installation installation;

    BoardRoutes(Installation installation) {
        this.installation = installation;
    }

    /** One participant with the visits that are expected or recorded. */
    record Line(String id, String site, LocalDate surgery, Standing standing, List<Timeline.Row> visits) {
        boolean has(Set<VisitStatus> sought) {
            return sought.isEmpty() || visits.stream().anyMatch(row -> sought.contains(row.status()));
        }

        /** Empty for a visit that nobody expects after a withdrawal or a death. */
        public Optional<Timeline.Row> at(PlannedVisit visit) {
            return visits.stream().filter(row -> row.plan().equals(visit)).findFirst();
        }
    }

    /** @param counts how many visits stand at each status, before the filter */
    record BoardPage(
            List<Line> lines,
            List<PlannedVisit> visits,
            Map<VisitStatus, Long> counts,
            Set<VisitStatus> sought,
            Paging paging,
            int notOperated)
            implements Page {
        @Override
        public String template() {
            return "board.jte";
        }

        public List<VisitStatus> statuses() {
            return Arrays.asList(VisitStatus.values());
        }

        public long count(VisitStatus one) {
            return counts.getOrDefault(one, 0L);
        }

        /** The day to show in a cell: when the visit was held, else until when it can be. */
        public static String day(Timeline.Row row) {
            return switch (row.status()) {
                case HELD, OUT_OF_WINDOW, BEFORE_SURGERY ->
                    row.state().held().map(LocalDate::toString).orElse("");
                case UPCOMING -> row.window().opens().toString();
                case OPEN, DUE, OVERDUE -> row.window().closes().toString();
                case MISSED -> "";
            };
        }
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR, Role.DATA_MANAGER, Role.MONITOR})
    @GetMapping("/board")
    View show(Visitor visitor, Typed typed) {
        Today today = Today.of(installation);
        return installation
                .desk()
                .view(register -> page(register, visitor, typed.text("status"), typed.text("page"), today));
    }

    private BoardPage page(Register register, Visitor visitor, String status, String page, Today today) {
        Protocol protocol = installation.protocol();
        List<Casebook> seen = Casebooks.seen(register, visitor);
        List<Line> operated = seen.stream()
                .filter(casebook -> casebook.surgery().isPresent())
                .map(casebook -> line(casebook, protocol, today.at(casebook)))
                .toList();
        Map<VisitStatus, Long> counts = new EnumMap<>(VisitStatus.class);
        operated.forEach(line -> line.visits().forEach(row -> counts.merge(row.status(), 1L, Long::sum)));
        Set<VisitStatus> sought = sought(status);
        List<Line> lines = operated.stream().filter(line -> line.has(sought)).toList();
        Paging paging = Paging.of(page, lines.size(), "/board", Map.of("status", status));
        return new BoardPage(
                paging.rows(lines), protocol.followUps(), counts, sought, paging, seen.size() - operated.size());
    }

    /** Reads one status or several, as in {@code DUE,OPEN}; what is none narrows nothing. */
    private static Set<VisitStatus> sought(String text) {
        List<String> names = List.of(text.split(",", -1));
        return Arrays.stream(VisitStatus.values())
                .filter(status -> names.contains(status.name()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The board of those who have a visit that stands so. */
    static String address(VisitStatus... sought) {
        return "/board?status=" + Arrays.stream(sought).map(Enum::name).collect(Collectors.joining(","));
    }

    private static Line line(Casebook casebook, Protocol protocol, LocalDate today) {
        List<Timeline.Row> rows = Timeline.of(casebook, protocol, today).rows();
        return new Line(
                casebook.id().value(),
                casebook.site(),
                casebook.surgery().map(Surgery::on).orElseThrow(),
                Standing.of(casebook, protocol),
                rows);
    }
}
