package org.trabecula.app.web;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.trabecula.app.Installation;
import org.trabecula.study.analysis.Results;
import org.trabecula.study.conduct.Casebook;
import org.trabecula.study.conduct.CtRequest;
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

    /** CT is called for where a radiograph was unclear: that is an outcome. */
    private static final String CT = "dashboard.ct";

    private final Installation installation;
    private final DataCuts cuts;
    private final Outcomes outcomes;

    DashboardRoutes(Installation installation, DataCuts cuts, Outcomes outcomes) {
        this.installation = installation;
        this.cuts = cuts;
        this.outcomes = outcomes;
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

    /** @param results empty while the visitor may see no outcome */
    record DashboardPage(
            List<Tile> tiles,
            List<Agenda> agendas,
            List<Casebook> seen,
            Optional<Results> results,
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
            results.ifPresent(known -> all.addAll(charts.rates(known, protocol)));
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
    @BeforeOutcomes
    @GetMapping("/dashboard")
    View show(Visitor visitor) {
        Optional<Results> results = outcomes.hiddenFrom(visitor) ? Optional.empty() : Optional.of(cuts.newest());
        Today today = Today.of(installation);
        return installation.desk().view(register -> page(register, results, visitor, today));
    }

    private DashboardPage page(Register register, Optional<Results> results, Visitor visitor, Today today) {
        Protocol protocol = installation.protocol();
        List<Casebook> seen = register.casebooks().stream()
                .filter(casebook -> visitor.sees(casebook.site()))
                .toList();
        boolean conduct = visitor.has(Navigation.CONDUCT);
        List<Casebook> counted = conduct ? Casebooks.seen(register, visitor) : seen;
        List<CtRequest> called = counted.stream()
                .filter(casebook -> casebook.left().isEmpty())
                .flatMap(casebook -> CtRequest.of(register, casebook, protocol).stream())
                .filter(request -> !request.answered())
                .toList();
        LocalDate day = today.now().atZone(ZoneOffset.UTC).toLocalDate();
        return new DashboardPage(
                tiles(counted, called, today).stream()
                        .filter(tile -> results.isPresent() || !tile.key().equals(CT))
                        .map(tile -> conduct ? tile : new Tile(tile.key(), tile.count(), ""))
                        .toList(),
                conduct && results.isPresent() ? agendas(called, counted, today) : List.of(),
                seen,
                results,
                protocol,
                day);
    }

    /** Every tile counts what its list shows. */
    private static List<Tile> tiles(List<Casebook> counted, List<CtRequest> called, Today today) {
        long overdue = counted.stream()
                .filter(casebook -> rows(casebook, today).anyMatch(row -> row.status() == VisitStatus.OVERDUE))
                .count();
        return List.of(
                new Tile("dashboard.screened", counted.size(), "/participants"),
                tile("dashboard.consented", counted, Having.CONSENT, today),
                tile("dashboard.operated", counted, Having.SURGERY, today),
                tile("dashboard.withdrawn", counted, Having.WITHDRAWAL, today),
                new Tile("dashboard.overdue", overdue, BoardRoutes.address(VisitStatus.OVERDUE)),
                new Tile(CT, called.size(), "/ct-requests"),
                tile("dashboard.deviations", counted, Having.DEVIATION, today));
    }

    private static Tile tile(String key, List<Casebook> counted, Having having, Today today) {
        long count = counted.stream()
                .filter(casebook -> having.in(casebook, today.protocol(), today.at(casebook)))
                .count();
        return new Tile(key, count, having.address());
    }

    private static Stream<Timeline.Row> rows(Casebook casebook, Today today) {
        return Timeline.of(casebook, today.protocol(), today.at(casebook)).rows().stream();
    }

    private static List<Agenda> agendas(List<CtRequest> called, List<Casebook> seen, Today today) {
        List<Waiting> requests = called.stream()
                .map(request -> new Waiting(request.participant(), request.visit(), ""))
                .toList();
        return List.of(
                visits("dashboard.agenda.due", seen, today, VisitStatus.DUE, VisitStatus.OPEN),
                visits("dashboard.agenda.overdue", seen, today, VisitStatus.OVERDUE),
                Agenda.of("dashboard.agenda.ct", requests, "/ct-requests"));
    }

    /** The visits that stand so, those whose window closes first at the top. */
    private static Agenda visits(String key, List<Casebook> casebooks, Today today, VisitStatus... standing) {
        List<Waiting> waiting = casebooks.stream()
                .flatMap(casebook -> rows(casebook, today)
                        .filter(row -> Set.of(standing).contains(row.status()))
                        .map(row -> new Waiting(
                                casebook.id(),
                                row.plan().at(),
                                row.window().closes().toString())))
                .sorted(Comparator.comparing(Waiting::day).thenComparing(Waiting::participant))
                .toList();
        return Agenda.of(key, waiting, BoardRoutes.address(standing));
    }
}
