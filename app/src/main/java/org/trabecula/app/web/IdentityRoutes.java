package org.trabecula.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.trabecula.app.Installation;
import org.trabecula.app.store.Identity;
import org.trabecula.study.conduct.Answer;
import org.trabecula.study.conduct.Casebook;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.conduct.Request;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.site.Role;

/** Who a participant is. It is asked for by itself, kept in the vault, and never enters the journal. */
@Controller
final class IdentityRoutes {
    private static final int LONGEST = 200;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final Map<String, Function<Identity, String>> PARTS = Map.of(
            "name", Identity::name,
            "born", Identity::born,
            "recordNumber", Identity::recordNumber,
            "phone", Identity::phone);
    private final Installation installation;

    IdentityRoutes(Installation installation) {
        this.installation = installation;
    }

    /** @param same other participants, of sites that the visitor sees, with the same record number */
    record IdentityPage(String id, Identity known, List<String> same, Typed typed, List<Objection> objections)
            implements Page {
        @Override
        public String template() {
            return "identity.jte";
        }

        public String value(String field, String known) {
            return objections.isEmpty() ? known : typed.text(field);
        }
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR})
    @GetMapping("/participants/{id}/identity")
    View show(@PathVariable String id, Visitor visitor, Typed typed) {
        Optional<Casebook> found = find(id, visitor);
        if (found.isEmpty()) {
            return Problems.notFound();
        }
        Casebook casebook = found.get();
        if (installation.vault().find(casebook.id()).isPresent()) {
            note(new Intent.ViewIdentity(casebook.id()), casebook, visitor);
        }
        return page(casebook, visitor, typed, List.of());
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR})
    @PostMapping("/participants/{id}/identity")
    View keep(@PathVariable String id, Visitor visitor, Typed typed, HttpServletRequest http) {
        Optional<Casebook> found = find(id, visitor);
        if (found.isEmpty()) {
            return Problems.notFound();
        }
        Identity identity = identity(typed, Today.of(installation).at(found.get()));
        if (!typed.sound()) {
            return View.refused(page(found.get(), visitor, typed, typed.objections()));
        }
        List<String> changes = changes(known(found.get().id()), identity);
        if (!changes.isEmpty()) {
            note(new Intent.ChangeIdentity(found.get().id(), changes), found.get(), visitor);
            installation.vault().put(found.get().id(), identity);
        }
        Shells.notice(http, "identity.saved");
        return View.to("/participants/" + id + "/identity");
    }

    /** The journal knows who looked and who changed, before it happens; a fault afterwards leaves an entry too many. */
    private void note(Intent intent, Casebook casebook, Visitor visitor) {
        Request request = Request.of(visitor.actor(intent, casebook.site()), intent);
        if (installation.desk().submit(request) instanceof Answer.Refused(var objections)) {
            throw new IllegalStateException("Not noted: " + objections);
        }
    }

    private Identity known(ParticipantId id) {
        return installation.vault().find(id).orElse(new Identity("", "", "", ""));
    }

    private static List<String> changes(Identity before, Identity after) {
        return PARTS.entrySet().stream()
                .filter(part ->
                        !part.getValue().apply(before).equals(part.getValue().apply(after)))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private Optional<Casebook> find(String id, Visitor visitor) {
        return installation
                .desk()
                .view(register -> Casebooks.find(register, id, visitor))
                .filter(casebook -> visitor.has(casebook.site(), Role.COORDINATOR, Role.INVESTIGATOR))
                .filter(casebook -> casebook.membership().transcribed().isEmpty());
    }

    private IdentityPage page(Casebook casebook, Visitor visitor, Typed typed, List<Objection> objections) {
        Identity known = known(casebook.id());
        return new IdentityPage(casebook.id().value(), known, same(casebook.id(), known, visitor), typed, objections);
    }

    /** A record number that another participant has too is most likely the same person screened twice. */
    private List<String> same(ParticipantId id, Identity known, Visitor visitor) {
        if (known.recordNumber().isEmpty()) {
            return List.of();
        }
        List<ParticipantId> others = installation.vault().withRecordNumber(known.recordNumber()).stream()
                .filter(other -> !other.equals(id))
                .toList();
        return installation
                .desk()
                .view(register -> others.stream()
                        .filter(other ->
                                Casebooks.find(register, other.value(), visitor).isPresent())
                        .map(ParticipantId::value)
                        .toList());
    }

    private static Identity identity(Typed typed, LocalDate today) {
        String name = typed.required("name");
        String born = typed.text("born");
        String recordNumber = typed.text("recordNumber");
        String phone = typed.text("phone");
        atMost(typed, "name", name);
        atMost(typed, "recordNumber", recordNumber);
        atMost(typed, "phone", phone);
        if (!born.isEmpty()) {
            born(typed, born, today);
        }
        return new Identity(name, born, recordNumber, phone);
    }

    private static void atMost(Typed typed, String field, String text) {
        if (text.length() > LONGEST) {
            typed.object(Objection.to(field, Rule.TOO_LONG, text.length(), LONGEST));
        }
    }

    private static void born(Typed typed, String born, LocalDate today) {
        try {
            LocalDate date = LocalDate.parse(born);
            if (date.isAfter(today)) {
                typed.object(Objection.to("born", Rule.DATE_IN_FUTURE, born));
            } else if (date.isBefore(EARLIEST)) {
                typed.object(Objection.to("born", Rule.TOO_LOW, born, EARLIEST));
            }
        } catch (DateTimeParseException e) {
            typed.object(Objection.to("born", Rule.NOT_A_DATE, born));
        }
    }
}
