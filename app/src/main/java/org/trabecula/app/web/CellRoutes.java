package org.trabecula.app.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.trabecula.app.Installation;
import org.trabecula.study.analysis.Contribution;
import org.trabecula.study.analysis.Rate;
import org.trabecula.study.analysis.Results;
import org.trabecula.study.analysis.ScoreCell;
import org.trabecula.study.endpoint.Endpoint;
import org.trabecula.study.endpoint.Unit;
import org.trabecula.study.journal.Entry;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.site.Role;

/** Everybody behind one cell of the result tables, with the entries that say so. */
@Controller
final class CellRoutes {
    private final Installation installation;
    private final DataCuts cuts;
    private final Entries entries;

    CellRoutes(Installation installation, DataCuts cuts, Entries entries) {
        this.installation = installation;
        this.cuts = cuts;
        this.entries = entries;
    }

    /**
     * One participant behind a cell.
     *
     * @param seen whether the visitor works with the participant's site
     * @param trail the entries that say so; empty for a participant of another site
     */
    record Member(ParticipantId id, boolean seen, Behind.Standing standing, List<Entry> trail) {
        public static String title(Entry entry, Protocol protocol, Shell shell) {
            return new Telling(new Phrases(shell.words(), protocol))
                    .tell(entry.fact())
                    .title();
        }
    }

    record CellPage(Results results, Rate rate, Protocol protocol, boolean conduct, List<Member> members)
            implements Page {
        @Override
        public String template() {
            return "cell.jte";
        }

        public ResultTable table(Shell shell) {
            return new ResultTable(results, protocol, shell.words());
        }
    }

    record ScorePage(Results results, ScoreCell cell, Protocol protocol, boolean conduct, List<Member> members)
            implements Page {
        @Override
        public String template() {
            return "score.jte";
        }

        public ResultTable table(Shell shell) {
            return new ResultTable(results, protocol, shell.words());
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
    @GetMapping("/results/cell")
    View cell(Typed typed, Visitor visitor) {
        Optional<Results> results = cuts.at(typed.text("as-of"));
        Optional<Rate> rate = results.flatMap(found -> find(found, typed));
        if (rate.isEmpty()) {
            return Problems.notFound();
        }
        Function<Contribution, Behind.Standing> standing = one ->
                Behind.of(one.outcomes(), rate.get().endpoint(), rate.get().unit());
        Map<ParticipantId, Behind.Standing> behind =
                rate.get().members().stream().collect(Collectors.toMap(Contribution::participant, standing));
        return new CellPage(
                results.orElseThrow(),
                rate.get(),
                installation.protocol(),
                visitor.has(Navigation.CONDUCT),
                members(behind, visitor));
    }

    @Allowed({
        Role.COORDINATOR,
        Role.INVESTIGATOR,
        Role.DATA_MANAGER,
        Role.MONITOR,
        Role.STATISTICIAN,
        Role.ADMINISTRATOR
    })
    @GetMapping("/results/score")
    View score(Typed typed, Visitor visitor) {
        Optional<Results> results = cuts.at(typed.text("as-of"));
        Optional<ScoreCell> cell = results.flatMap(
                found -> timepoint(typed).flatMap(at -> found.score(typed.text("score"), at, typed.text("arm"))));
        if (cell.isEmpty()) {
            return Problems.notFound();
        }
        Map<ParticipantId, Behind.Standing> behind = Behind.of(cell.get(), group(results.orElseThrow(), cell.get()));
        return new ScorePage(
                results.orElseThrow(),
                cell.get(),
                installation.protocol(),
                visitor.has(Navigation.CONDUCT),
                members(behind, visitor));
    }

    /** Everybody in the arm, with a value or without. */
    private static List<ParticipantId> group(Results results, ScoreCell cell) {
        return results.rates().stream()
                .filter(rate -> rate.arm().equals(cell.arm()))
                .findFirst()
                .map(rate ->
                        rate.members().stream().map(Contribution::participant).toList())
                .orElse(List.of());
    }

    private static Optional<Rate> find(Results results, Typed typed) {
        Optional<Endpoint> endpoint = Arrays.stream(Endpoint.values())
                .filter(one -> one.id().equals(typed.text("endpoint")))
                .findFirst();
        Optional<Unit> unit = Arrays.stream(Unit.values())
                .filter(one -> one.id().equals(typed.text("unit")))
                .findFirst();
        return endpoint.flatMap(what ->
                unit.flatMap(each -> timepoint(typed).flatMap(at -> results.rate(what, at, each, typed.text("arm")))));
    }

    private static Optional<Timepoint> timepoint(Typed typed) {
        String visit = typed.text("visit");
        return visit.matches("m([0-5]?\\d{1,2}|600)") ? Optional.of(Timepoint.of(visit)) : Optional.empty();
    }

    private List<Member> members(Map<ParticipantId, Behind.Standing> behind, Visitor visitor) {
        List<Member> members = new ArrayList<>();
        behind.keySet().stream().sorted(Behind.order(behind)).forEach(id -> {
            boolean seen = installation
                    .desk()
                    .view(register -> register.casebook(id).filter(one -> visitor.sees(one.site())))
                    .isPresent();
            Behind.Standing standing = Optional.ofNullable(behind.get(id)).orElseThrow();
            List<Entry> trail = seen
                    ? standing.positions().stream()
                            .flatMap(position -> entries.at(position).stream())
                            .toList()
                    : List.of();
            members.add(new Member(id, seen, standing, trail));
        });
        return members;
    }
}
