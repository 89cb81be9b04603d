package org.trabecula.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.trabecula.app.Installation;
import org.trabecula.study.conduct.Allocation;
import org.trabecula.study.conduct.Answer;
import org.trabecula.study.conduct.Casebook;
import org.trabecula.study.conduct.CtRequest;
import org.trabecula.study.conduct.Deviations;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.conduct.Register;
import org.trabecula.study.conduct.Request;
import org.trabecula.study.conduct.Timeline;
import org.trabecula.study.implant.Surgery;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.SiteDefinition;
import org.trabecula.study.site.Role;

/** The list of participants, and screening somebody new. */
@Controller
final class ParticipantsRoutes {
    private final Installation installation;

    ParticipantsRoutes(Installation installation) {
        this.installation = installation;
    }

    /** @param next the visit that comes next or is late; empty before surgery and after the last visit */
    record Row(
            String id,
            String site,
            Standing standing,
            Allocation allocation,
            Optional<LocalDate> surgery,
            Optional<Timeline.Row> next,
            boolean ctCalled,
            int deviations) {}

    /** What the list is narrowed to; empty texts narrow nothing. */
    record Filter(String text, String standing, String having, String site) {
        boolean lets(Casebook casebook, Protocol protocol, LocalDate today) {
            return casebook.id().value().toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT))
                    && (site.isEmpty() || site.equals(casebook.site()))
                    && (standing.isEmpty()
                            || Standing.of(casebook, protocol).name().equals(standing))
                    && (having.isEmpty()
                            || Arrays.stream(Having.values())
                                    .anyMatch(one -> one.name().equals(having) && one.in(casebook, protocol, today)));
        }
    }

    record ParticipantsPage(List<Row> rows, Filter filter, Paging paging, Protocol protocol) implements Page {
        @Override
        public String template() {
            return "participants.jte";
        }

        public Phrases phrases(Shell shell) {
            return new Phrases(shell.words(), protocol);
        }

        public List<Having> havings() {
            return Arrays.asList(Having.values());
        }

        public List<Standing> standings() {
            return Arrays.asList(Standing.values());
        }
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR, Role.DATA_MANAGER, Role.MONITOR})
    @GetMapping("/participants")
    View list(Visitor visitor, Typed typed) {
        Filter filter = new Filter(typed.text("q"), typed.text("state"), typed.text("having"), typed.text("site"));
        Today today = Today.of(installation);
        return installation.desk().view(register -> page(register, visitor, filter, typed.text("page"), today));
    }

    private ParticipantsPage page(Register register, Visitor visitor, Filter filter, String page, Today today) {
        Protocol protocol = installation.protocol();
        List<Casebook> all = Casebooks.seen(register, visitor).stream()
                .filter(casebook -> filter.lets(casebook, protocol, today.at(casebook)))
                .toList();
        Paging paging = Paging.of(
                page,
                all.size(),
                "/participants",
                Map.of(
                        "q",
                        filter.text(),
                        "state",
                        filter.standing(),
                        "having",
                        filter.having(),
                        "site",
                        filter.site()));
        List<Row> rows = paging.rows(all).stream()
                .map(casebook -> row(register, casebook, protocol, today.at(casebook)))
                .toList();
        return new ParticipantsPage(rows, filter, paging, protocol);
    }

    private static Row row(Register register, Casebook casebook, Protocol protocol, LocalDate today) {
        boolean leaves = Standing.of(casebook, protocol).closed();
        return new Row(
                casebook.id().value(),
                casebook.site(),
                Standing.of(casebook, protocol),
                Allocation.of(casebook, protocol),
                casebook.surgery().map(Surgery::on),
                leaves ? Optional.empty() : next(Timeline.of(casebook, protocol, today)),
                !leaves && CtRequest.of(register, casebook, protocol).stream().anyMatch(request -> !request.answered()),
                Deviations.of(casebook, protocol, today).size());
    }

    private static Optional<Timeline.Row> next(Timeline timeline) {
        return timeline.rows().stream()
                .filter(row -> switch (row.status()) {
                    case UPCOMING, OPEN, DUE, OVERDUE -> true;
                    case MISSED, HELD, OUT_OF_WINDOW, BEFORE_SURGERY -> false;
                })
                .findFirst();
    }

    /** @param day what is suggested as the date of screening */
    record ScreenPage(List<SiteDefinition> sites, LocalDate day, Typed typed, List<Objection> objections)
            implements Page {
        @Override
        public String template() {
            return "screen.jte";
        }

        public String value(String field, String suggested) {
            return objections.isEmpty() ? suggested : typed.text(field);
        }
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR})
    @GetMapping("/participants/new")
    View blank(Visitor visitor, Typed typed) {
        return screening(visitor, typed, List.of());
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR})
    @PostMapping("/participants")
    View screen(Visitor visitor, Typed typed, HttpServletRequest http) {
        String site = typed.required("site");
        LocalDate on = typed.date("on");
        if (!typed.sound()) {
            return View.refused(screening(visitor, typed, typed.objections()));
        }
        Intent intent = new Intent.Screen(site, on);
        Request request = Request.of(visitor.actor(intent, site), intent).once(typed.text("key"));
        return switch (installation.desk().submit(request)) {
            case Answer.Refused(var objections) -> View.refused(screening(visitor, typed, objections));
            case Answer.Recorded(var entries) -> {
                Shells.notice(http, "participant.saved.screen");
                yield entries.stream()
                        .findFirst()
                        .map(entry -> View.to("/participants/" + entry.stream().id()))
                        .orElse(View.to("/participants"));
            }
        };
    }

    private ScreenPage screening(Visitor visitor, Typed typed, List<Objection> objections) {
        List<SiteDefinition> sites = installation.protocol().sites().stream()
                .filter(site -> visitor.sees(site.id()))
                .toList();
        LocalDate day = Today.of(installation)
                .at(sites.isEmpty() ? "" : sites.getFirst().id());
        return new ScreenPage(sites, day, typed, objections);
    }
}
