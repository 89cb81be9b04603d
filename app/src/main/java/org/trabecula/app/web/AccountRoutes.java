package org.trabecula.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.trabecula.app.Installation;
import org.trabecula.study.conduct.Answer;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.conduct.Request;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.SiteDefinition;
import org.trabecula.study.site.Account;
import org.trabecula.study.site.Grant;
import org.trabecula.study.site.Role;

/** Who may work in the study. The administrator never learns or sets a password: each person chooses it by a one-time link. */
@Controller
final class AccountRoutes {
    private static final Duration LINK_LIVES = Duration.ofDays(7);
    private final Installation installation;

    AccountRoutes(Installation installation) {
        this.installation = installation;
    }

    /** @param link a fresh one-time link to hand over, shown once; empty otherwise */
    record AccountsPage(
            List<Account> accounts,
            List<SiteDefinition> sites,
            Typed typed,
            List<Objection> objections,
            String linkFor,
            String link)
            implements Page {
        @Override
        public String template() {
            return "accounts.jte";
        }

        public List<Role> roles() {
            return Arrays.asList(Role.values());
        }

        public String value(String field) {
            return typed.text(field);
        }

        public boolean granted(Account account, Role role, String site) {
            return account.grants().contains(new Grant(role, site));
        }

        public boolean ticked(Role role) {
            return typed.texts("role").contains(role.name());
        }
    }

    @Allowed(Role.ADMINISTRATOR)
    @GetMapping("/accounts")
    View show(Typed typed) {
        return page(typed, List.of(), "", "");
    }

    @Allowed(Role.ADMINISTRATOR)
    @PostMapping("/accounts")
    View open(Typed typed, Visitor visitor, HttpServletRequest request) {
        String user = typed.text("user");
        String site = typed.text("site").isEmpty() ? Actor.EVERY_SITE : typed.text("site");
        List<Grant> grants = Arrays.stream(Role.values())
                .filter(role -> typed.texts("role").contains(role.name()))
                .map(role -> new Grant(role, site))
                .toList();
        Intent intent = new Intent.OpenAccount(user, typed.text("fullName"), grants);
        return answer(
                installation
                        .desk()
                        .submit(Request.of(visitor.actor(intent), intent).once(typed.text("key"))),
                typed,
                user,
                request);
    }

    @Allowed(Role.ADMINISTRATOR)
    @PostMapping("/accounts/{user}/link")
    View link(@PathVariable String user, Typed typed, Visitor visitor, HttpServletRequest request) {
        Intent intent = new Intent.ResetSecret(user);
        return answer(installation.desk().submit(Request.of(visitor.actor(intent), intent)), typed, user, request);
    }

    /** Each grant is sent as {@code ROLE@site}. */
    @Allowed(Role.ADMINISTRATOR)
    @PostMapping("/accounts/{user}/grants")
    View change(@PathVariable String user, Typed typed, Visitor visitor) {
        List<Grant> grants = Arrays.stream(Role.values())
                .flatMap(role -> places().stream().map(site -> new Grant(role, site)))
                .filter(grant -> typed.texts("grant").contains(grant.role() + "@" + grant.site()))
                .toList();
        Intent intent = new Intent.ChangeGrants(user, grants);
        return switch (installation.desk().submit(Request.of(visitor.actor(intent), intent))) {
            case Answer.Recorded _ -> View.to("/accounts");
            case Answer.Refused(var objections) -> View.refused(page(typed, objections, "", ""));
        };
    }

    private List<String> places() {
        return Stream.concat(
                        Stream.of(Actor.EVERY_SITE),
                        installation.protocol().sites().stream().map(SiteDefinition::id))
                .toList();
    }

    @Allowed(Role.ADMINISTRATOR)
    @PostMapping("/accounts/{user}/close")
    View close(@PathVariable String user, Typed typed, Visitor visitor) {
        Intent intent = new Intent.CloseAccount(user);
        return switch (installation.desk().submit(Request.of(visitor.actor(intent), intent))) {
            case Answer.Recorded _ -> View.to("/accounts");
            case Answer.Refused(var objections) -> View.refused(page(typed, objections, "", ""));
        };
    }

    private View answer(Answer answer, Typed typed, String user, HttpServletRequest request) {
        return switch (answer) {
            case Answer.Refused(var objections) -> View.refused(page(typed, objections, "", ""));
            case Answer.Recorded _ -> {
                String token = installation.credentials().newLink(Optional.of(user), LINK_LIVES);
                String origin = request.getRequestURL()
                        .substring(
                                0,
                                request.getRequestURL().length()
                                        - request.getRequestURI().length());
                yield page(new Typed(java.util.Map.of()), List.of(), user, origin + "/link/" + token);
            }
        };
    }

    private Page page(Typed typed, List<Objection> objections, String linkFor, String link) {
        List<Account> accounts = installation
                .desk()
                .view(register -> register.accounts().all().stream()
                        .sorted(Comparator.comparing(Account::user))
                        .toList());
        return new AccountsPage(accounts, installation.protocol().sites(), typed, objections, linkFor, link);
    }
}
