package org.trabecula.app.web;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.trabecula.app.Installation;
import org.trabecula.study.analysis.Results;
import org.trabecula.study.conduct.Casebook;
import org.trabecula.study.conduct.CtRequest;
import org.trabecula.study.conduct.Deviations;
import org.trabecula.study.conduct.Register;
import org.trabecula.study.conduct.Timeline;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.site.Role;
import org.trabecula.study.visit.VisitStatus;

/** The study at a glance. */
@Controller
final class DashboardRoutes {
    private static final int SHOWN = 8;
    private final Installation installation;
    private final DataCuts cuts;

    DashboardRoutes(Installation installation, DataCuts cuts) {
        this.installation = installation;
        this.cuts = cuts;
    }

    /** A number and where it leads; {@code to} is empty where the visitor has no such page. */
    record Tile(String key, long count, String to) {}

    /** Something that waits: about whom, at which visit, since or until when; empty where that has no date. */
    record Waiting(ParticipantId participant, Timepoint visit, String day) {}

    /** Things of one kind that wait; {@code more} of them are not shown. */
    record Agenda(String key, List<Waiting> shown, int more, String to) {
        static Agenda of(String key, List<Waiting> all, String to) {
            return new Agenda(key, all.stream().limit(SHOWN).toList(), Math.max(0, all.size() - SHOWN), to);
        }
    }

    record DashboardPage(
            List<Tile> tiles,
            List<Agenda> agendas,
            List<Casebook> seen,
            Results results,
            Protocol protocol,
            LocalDate today)
            implements Page {
        @Override
        public String template() {
            return "dashboard.jte";
        }

        public List<StudyCharts.Figure> charts(Shell shell) {
            StudyCharts charts = new StudyCharts(shell.words());
            List<StudyCharts.Figure> all = new ArrayList<>();
            if (seen.stream().anyMatch(one -> one.membership().transcribed().isEmpty())) {
                all.add(charts.enrolment(seen, protocol, today));
                all.add(charts.completeness(seen, protocol, today));
            }
            all.addAll(charts.rates(results, protocol));
            return all;
        }

        public String visit(Timepoint at, Shell shell) {
            return ResultTable.visit(at, protocol, shell.words());
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
        Results results = cuts.newest();
        return installation.desk().view(register -> page(register, results, visitor, today));
    }

    private DashboardPage page(Register register, Results results, Visitor visitor, LocalDate today) {
        Protocol protocol = installation.protocol();
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
        List<CtRequest> called = seen.stream()
                .filter(casebook -> casebook.membership().withdrawn().isEmpty())
                .flatMap(casebook -> CtRequest.of(register, casebook, protocol).stream())
                .filter(request -> !request.answered())
                .toList();
        long deviations = seen.stream()
                .mapToLong(casebook -> Deviations.of(casebook, protocol, today).size())
                .sum();
        List<Tile> tiles = List.of(
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
                new Tile("dashboard.ct", called.size(), conduct ? "/ct-requests" : ""),
                new Tile("dashboard.deviations", deviations, board));
        List<Agenda> agendas = conduct ? agendas(called, seen, protocol, today) : List.of();
        return new DashboardPage(tiles, agendas, seen, results, protocol, today);
    }

    private static List<Agenda> agendas(
            List<CtRequest> called, List<Casebook> seen, Protocol protocol, LocalDate today) {
        List<Waiting> requests = called.stream()
                .map(request -> new Waiting(request.participant(), request.visit(), ""))
                .toList();
        List<Casebook> taking = seen.stream()
                .filter(one -> one.membership().withdrawn().isEmpty())
                .toList();
        return List.of(
                Agenda.of(
                        "dashboard.agenda.due",
                        visits(taking, protocol, today, VisitStatus.DUE, VisitStatus.OPEN),
                        "/board"),
                Agenda.of("dashboard.agenda.overdue", visits(taking, protocol, today, VisitStatus.OVERDUE), "/board"),
                Agenda.of("dashboard.agenda.ct", requests, "/ct-requests"));
    }

    /** The visits that stand so, those whose window closes first at the top. */
    private static List<Waiting> visits(
            List<Casebook> casebooks, Protocol protocol, LocalDate today, VisitStatus... standing) {
        return casebooks.stream()
                .flatMap(casebook -> Timeline.of(casebook, protocol, today).rows().stream()
                        .filter(row -> Set.of(standing).contains(row.status()))
                        .map(row -> new Waiting(
                                casebook.id(),
                                row.plan().at(),
                                row.window().closes().toString())))
                .sorted(Comparator.comparing(Waiting::day).thenComparing(Waiting::participant))
                .toList();
    }
}
