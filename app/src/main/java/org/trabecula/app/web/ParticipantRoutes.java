package org.trabecula.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.trabecula.app.Installation;
import org.trabecula.study.conduct.Answer;
import org.trabecula.study.conduct.Casebook;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.conduct.Request;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.CageMaterial;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.site.Role;

/** One participant's page. Each of its small forms is sent to an address of its own and recorded by itself. */
@Controller
final class ParticipantRoutes {
    private static final String MATERIALS =
            Arrays.stream(CageMaterial.values()).map(Enum::name).collect(Collectors.joining(", "));
    private final Installation installation;

    ParticipantRoutes(Installation installation) {
        this.installation = installation;
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR, Role.DATA_MANAGER, Role.MONITOR})
    @GetMapping("/participants/{id}")
    View show(@PathVariable String id, Visitor visitor) {
        return page(id, visitor, Attempt.none());
    }

    /** Somebody who comes back to the address of a small form finds the page. */
    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR, Role.DATA_MANAGER, Role.MONITOR})
    @GetMapping({
        "/participants/{id}/screened",
        "/participants/{id}/plan",
        "/participants/{id}/invite",
        "/participants/{id}/consent",
        "/participants/{id}/decline",
        "/participants/{id}/withdraw",
        "/participants/{id}/reinstate",
        "/participants/{id}/visits/{visit}/held",
        "/participants/{id}/visits/{visit}/missed"
    })
    View back(@PathVariable String id) {
        return ParticipantId.valid(id) ? View.to("/participants/" + id) : Problems.notFound();
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR})
    @PostMapping("/participants/{id}/screened")
    View screened(@PathVariable String id, Typed typed, Visitor visitor, HttpServletRequest http) {
        return save(id, "screened", typed, visitor, http, who -> new Intent.CorrectScreening(who, typed.date("on")));
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR})
    @PostMapping("/participants/{id}/plan")
    View plan(@PathVariable String id, Typed typed, Visitor visitor, HttpServletRequest http) {
        return save(
                id,
                "plan",
                typed,
                visitor,
                http,
                who -> new Intent.Plan(
                        who,
                        typed.date("on"),
                        typed.segments("segments"),
                        typed.read("cage", CageMaterial::valueOf, MATERIALS).orElse(CageMaterial.OTHER),
                        typed.text("reasonForCage")));
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR})
    @PostMapping("/participants/{id}/invite")
    View invite(@PathVariable String id, Typed typed, Visitor visitor, HttpServletRequest http) {
        return save(id, "invite", typed, visitor, http, who -> new Intent.Invite(who, typed.date("on")));
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR})
    @PostMapping("/participants/{id}/consent")
    View consent(@PathVariable String id, Typed typed, Visitor visitor, HttpServletRequest http) {
        return save(
                id,
                "consent",
                typed,
                visitor,
                http,
                who -> new Intent.Consent(who, typed.text("version"), typed.date("on"), typed.required("obtainedBy")));
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR})
    @PostMapping("/participants/{id}/decline")
    View decline(@PathVariable String id, Typed typed, Visitor visitor, HttpServletRequest http) {
        return save(id, "decline", typed, visitor, http, who -> new Intent.Decline(who, typed.date("on")));
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR})
    @PostMapping("/participants/{id}/withdraw")
    View withdraw(@PathVariable String id, Typed typed, Visitor visitor, HttpServletRequest http) {
        return save(
                id,
                "withdraw",
                typed,
                visitor,
                http,
                who -> new Intent.Withdraw(who, typed.date("on"), typed.required("why")));
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR})
    @PostMapping("/participants/{id}/reinstate")
    View reinstate(@PathVariable String id, Typed typed, Visitor visitor, HttpServletRequest http) {
        return save(id, "reinstate", typed, visitor, http, Intent.Reinstate::new);
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR})
    @PostMapping("/participants/{id}/visits/{visit}/held")
    View held(
            @PathVariable String id,
            @PathVariable String visit,
            Typed typed,
            Visitor visitor,
            HttpServletRequest http) {
        return save(
                id,
                "held-" + visit,
                typed,
                visitor,
                http,
                who -> new Intent.HoldVisit(who, at(visit, typed), typed.date("on")));
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR})
    @PostMapping("/participants/{id}/visits/{visit}/missed")
    View missed(
            @PathVariable String id,
            @PathVariable String visit,
            Typed typed,
            Visitor visitor,
            HttpServletRequest http) {
        return save(
                id,
                "missed-" + visit,
                typed,
                visitor,
                http,
                who -> new Intent.MissVisit(who, at(visit, typed), typed.required("why")));
    }

    /**
     * Records what one small form says, or shows the page again with what was typed and why it was refused.
     *
     * @param step which form
     * @param read makes the intent of what was typed; where a field cannot be read, the intent is not used
     */
    private View save(
            String id,
            String step,
            Typed typed,
            Visitor visitor,
            HttpServletRequest http,
            Function<ParticipantId, Intent> read) {
        Optional<Casebook> casebook = installation.desk().view(register -> Casebooks.find(register, id, visitor));
        if (casebook.isEmpty()) {
            return Problems.notFound();
        }
        Intent intent = read.apply(new ParticipantId(id));
        if (!typed.sound()) {
            return refused(id, visitor, new Attempt(step, typed, typed.objections()));
        }
        Request request = Request.of(visitor.actor(intent, casebook.get().site()), intent)
                .because(typed.text("reason"))
                .once(typed.text("key"));
        return switch (installation.desk().submit(request)) {
            case Answer.Refused(var objections) -> refused(id, visitor, new Attempt(step, typed, objections));
            case Answer.Recorded _ -> {
                Shells.notice(http, "participant.saved." + kind(step));
                yield View.to("/participants/" + id + (step.contains("-") ? "#visit-" + visitOf(step) : ""));
            }
        };
    }

    private static String visitOf(String step) {
        return step.substring(step.indexOf('-') + 1);
    }

    private static String kind(String step) {
        int dash = step.indexOf('-');
        return dash < 0 ? step : step.substring(0, dash);
    }

    private View refused(String id, Visitor visitor, Attempt attempt) {
        return page(id, visitor, attempt) instanceof Page page ? View.refused(page) : Problems.notFound();
    }

    private View page(String id, Visitor visitor, Attempt attempt) {
        Today today = Today.of(installation);
        return installation
                .desk()
                .view(register -> Casebooks.find(register, id, visitor)
                        .<View>map(casebook -> ParticipantPage.of(
                                register, casebook, installation.protocol(), today, visitor, attempt))
                        .orElseGet(Problems::notFound));
    }

    private static Timepoint at(String visit, Typed typed) {
        try {
            return Timepoint.of(visit);
        } catch (IllegalArgumentException e) {
            typed.object(Objection.to("", Rule.UNKNOWN_VISIT, visit));
            return Timepoint.BASELINE;
        }
    }
}
