package org.trabecula.app.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.trabecula.app.Installation;
import org.trabecula.study.conduct.Casebook;
import org.trabecula.study.conduct.CtRequest;
import org.trabecula.study.conduct.Register;
import org.trabecula.study.imaging.ImagingFact;
import org.trabecula.study.journal.Entry;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.site.Role;

/** The CTs that the reading charter calls for. Nobody orders them here: they follow from the reads. */
@Controller
final class CtRequestRoutes {
    private final Installation installation;

    CtRequestRoutes(Installation installation) {
        this.installation = installation;
    }

    /**
     * @param since the day, at the site, on which the last first read came in
     * @param today at the site
     */
    record Called(CtRequest request, String site, Optional<LocalDate> since, LocalDate today, Standing standing) {
        /** How long it waits. */
        public OptionalLong days() {
            return since.map(day -> OptionalLong.of(ChronoUnit.DAYS.between(day, today)))
                    .orElseGet(OptionalLong::empty);
        }

        public String participant() {
            return request.participant().value();
        }
    }

    /** @param over answered by a CT, or given up since the participant withdrew or died */
    record CtRequestsPage(List<Called> open, List<Called> over, Protocol protocol) implements Page {
        @Override
        public String template() {
            return "ctRequests.jte";
        }

        public Phrases phrases(Shell shell) {
            return new Phrases(shell.words(), protocol);
        }
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR, Role.DATA_MANAGER, Role.MONITOR})
    @GetMapping("/ct-requests")
    View show(Visitor visitor) {
        List<Called> all = installation.desk().view(register -> called(register, visitor)).stream()
                .map(one -> new Called(one.request(), one.site(), since(one), one.today(), one.standing()))
                .toList();
        Comparator<Called> longest = Comparator.comparing(one -> one.since().orElse(LocalDate.MAX));
        return new CtRequestsPage(
                all.stream().filter(CtRequestRoutes::waits).sorted(longest).toList(),
                all.stream()
                        .filter(one -> !waits(one))
                        .sorted(longest.reversed())
                        .toList(),
                installation.protocol());
    }

    private static boolean waits(Called one) {
        return !one.request().answered() && !one.standing().closed();
    }

    private List<Called> called(Register register, Visitor visitor) {
        return Casebooks.seen(register, visitor).stream()
                .flatMap(casebook -> CtRequest.of(register, casebook, installation.protocol()).stream()
                        .map(request -> called(casebook, request)))
                .toList();
    }

    private Called called(Casebook casebook, CtRequest request) {
        return new Called(
                request,
                casebook.site(),
                Optional.empty(),
                Today.of(installation).at(casebook),
                Standing.of(casebook, installation.protocol()));
    }

    private Optional<LocalDate> since(Called one) {
        return installation.desk().about(one.request().radiograph().stream()).stream()
                .filter(entry -> entry.fact() instanceof ImagingFact.ReadSubmitted
                        || entry.fact() instanceof ImagingFact.ReadSigned)
                .reduce((_, last) -> last)
                .map(Entry::at)
                .map(at -> at.atZone(Today.zone(one.site(), installation.protocol()))
                        .toLocalDate());
    }
}
