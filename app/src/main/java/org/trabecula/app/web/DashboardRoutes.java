package org.trabecula.app.web;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.trabecula.app.Installation;
import org.trabecula.study.conduct.Casebook;
import org.trabecula.study.conduct.CtRequest;
import org.trabecula.study.conduct.Deviations;
import org.trabecula.study.conduct.Register;
import org.trabecula.study.conduct.Timeline;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.site.Role;
import org.trabecula.study.visit.VisitStatus;

/** The study at a glance. */
@Controller
final class DashboardRoutes {
    private final Installation installation;

    DashboardRoutes(Installation installation) {
        this.installation = installation;
    }

    /** A number and where it leads; {@code to} is empty where the visitor has no such page. */
    record Tile(String key, long count, String to) {}

    record DashboardPage(List<Tile> tiles) implements Page {
        @Override
        public String template() {
            return "dashboard.jte";
        }
    }

    @Allowed({
        Role.COORDINATOR,
        Role.INVESTIGATOR,
        Role.DATA_MANAGER,
        Role.MONITOR,
        Role.STATISTICIAN,
        Role.ADMINISTRATOR
    })
    @GetMapping("/dashboard")
    View show(Visitor visitor) {
        LocalDate today = installation.clock().instant().atZone(ZoneOffset.UTC).toLocalDate();
        return installation.desk().view(register -> page(register, installation.protocol(), visitor, today));
    }

    private static DashboardPage page(Register register, Protocol protocol, Visitor visitor, LocalDate today) {
        List<Casebook> seen = register.casebooks().stream()
                .filter(casebook -> visitor.sees(casebook.site()))
                .toList();
        boolean conduct = visitor.has(Navigation.CONDUCT);
        String participants = conduct ? "/participants" : "";
        String board = conduct ? "/board" : "";
        long overdue = seen.stream()
                .flatMap(casebook -> Timeline.of(casebook, protocol, today).rows().stream())
                .filter(row -> row.status() == VisitStatus.OVERDUE)
                .count();
        long called = CtRequest.all(register, protocol).stream()
                .filter(request -> !request.answered())
                .count();
        long deviations = seen.stream()
                .mapToLong(casebook -> Deviations.of(casebook, protocol, today).size())
                .sum();
        return new DashboardPage(List.of(
                new Tile("dashboard.screened", seen.size(), participants),
                new Tile(
                        "dashboard.consented",
                        seen.stream()
                                .filter(one -> one.membership().consent().isPresent())
                                .count(),
                        participants),
                new Tile(
                        "dashboard.operated",
                        seen.stream().filter(one -> one.surgery().isPresent()).count(),
                        participants),
                new Tile(
                        "dashboard.withdrawn",
                        seen.stream()
                                .filter(one -> one.membership().withdrawn().isPresent())
                                .count(),
                        participants),
                new Tile("dashboard.overdue", overdue, board),
                new Tile("dashboard.ct", called, conduct ? "/ct-requests" : ""),
                new Tile("dashboard.deviations", deviations, board)));
    }
}
