package org.trabecula.app.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.trabecula.app.Installation;
import org.trabecula.study.conduct.Casebook;
import org.trabecula.study.form.FormFact;
import org.trabecula.study.journal.Entry;
import org.trabecula.study.journal.Fact;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.site.Role;

/** Everything that was ever recorded about one participant and the participant's images. */
@Controller
final class AuditRoutes {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private final Installation installation;

    AuditRoutes(Installation installation) {
        this.installation = installation;
    }

    record Listed(List<History.Change> rows, Paging paging) {}

    /** @param entries in order, the participant's own and those of the images */
    record AuditPage(
            String id,
            String site,
            ZoneId zone,
            List<Entry> entries,
            String text,
            String form,
            String page,
            Protocol protocol)
            implements Page {
        @Override
        public String template() {
            return "audit.jte";
        }

        /** One page of the changes. */
        public Listed listed(Shell shell) {
            List<History.Change> changes = changes(shell);
            Paging paging =
                    Paging.of(page, changes.size(), "/participants/" + id + "/audit", Map.of("q", text, "form", form));
            return new Listed(paging.rows(changes), paging);
        }

        /** Newest first; only those of the form and with the text that are looked for, if any is. */
        private List<History.Change> changes(Shell shell) {
            Telling telling = new Telling(new Phrases(shell.words(), protocol));
            String sought = text.toLowerCase(Locale.ROOT);
            return History.of(entries, telling).stream()
                    .filter(change -> form.isEmpty() || writes(change.entry().fact()))
                    .filter(change -> spelled(change, shell).contains(sought))
                    .sorted(Comparator.<History.Change>comparingLong(
                                    change -> change.entry().position())
                            .reversed())
                    .toList();
        }

        private boolean writes(Fact fact) {
            return fact instanceof FormFact.FormSaved saved && saved.form().equals(form);
        }

        private String spelled(History.Change change, Shell shell) {
            return String.join(
                            " ",
                            change.title(),
                            change.entry().actor().user(),
                            role(change.entry(), shell),
                            change.entry().reason().orElse(""),
                            utc(change.entry().at()),
                            here(change.entry().at()),
                            change.differences().toString())
                    .toLowerCase(Locale.ROOT);
        }

        public static String role(Entry entry, Shell shell) {
            return shell.say("role." + entry.actor().role().toLowerCase(Locale.ROOT));
        }

        public static String utc(Instant at) {
            return SECONDS.format(at.atZone(ZoneOffset.UTC));
        }

        /** The time at the participant's site. */
        public String here(Instant at) {
            return SECONDS.format(at.atZone(zone));
        }
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR, Role.DATA_MANAGER, Role.MONITOR})
    @GetMapping("/participants/{id}/audit")
    View show(@PathVariable String id, Visitor visitor, Typed typed) {
        Optional<Casebook> found = installation.desk().view(register -> Casebooks.find(register, id, visitor));
        return found.<View>map(casebook -> new AuditPage(
                        id,
                        casebook.site(),
                        Today.zone(casebook.site(), installation.protocol()),
                        entries(casebook),
                        typed.text("q"),
                        typed.text("form"),
                        typed.text("page"),
                        installation.protocol()))
                .orElseGet(Problems::notFound);
    }

    private List<Entry> entries(Casebook casebook) {
        List<Entry> entries = new ArrayList<>(installation.desk().about(casebook.id().stream()));
        casebook.visits()
                .forEach(visit -> visit.images()
                        .forEach(filed -> entries.addAll(
                                installation.desk().about(filed.fact().images()))));
        entries.sort(Comparator.comparingLong(Entry::position));
        return entries;
    }
}
