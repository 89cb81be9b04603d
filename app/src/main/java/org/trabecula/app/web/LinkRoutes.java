package org.trabecula.app.web;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.trabecula.app.Installation;
import org.trabecula.app.store.Credentials;
import org.trabecula.study.conduct.Answer;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.conduct.Request;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.site.Grant;
import org.trabecula.study.site.Role;

/** One-time links: the first visitor creates the administrator; a new colleague chooses a password. */
@Controller
final class LinkRoutes {
    private static final int SHORTEST = 12;
    private final Installation installation;

    LinkRoutes(Installation installation) {
        this.installation = installation;
    }

    /** @param user fixed when the link belongs to an account; empty when the link sets up the installation */
    record LinkPage(String token, String user, boolean setUp, Typed typed, String refused, List<Objection> objections)
            implements Page {
        @Override
        public String template() {
            return "link.jte";
        }

        public String value(String field) {
            return typed.text(field);
        }
    }

    /** The link was used before, is too old, or never was. */
    record DeadLinkPage() implements Page {
        @Override
        public String template() {
            return "dead-link.jte";
        }
    }

    @Anyone
    @GetMapping("/link/{token}")
    View show(@PathVariable String token, Typed typed) {
        return installation
                .credentials()
                .link(token)
                .<View>map(link -> page(token, link, typed, "", List.of()))
                .orElse(View.refused(new DeadLinkPage()));
    }

    @Anyone
    @PostMapping("/link/{token}")
    View use(@PathVariable String token, Typed typed) {
        Optional<Credentials.Link> link = installation.credentials().link(token);
        if (link.isEmpty()) {
            return View.refused(new DeadLinkPage());
        }
        String secret = typed.text("secret");
        if (secret.length() < SHORTEST) {
            return View.refused(page(token, link.get(), typed, "link.too-short", List.of()));
        }
        if (!secret.equals(typed.text("again"))) {
            return View.refused(page(token, link.get(), typed, "link.differ", List.of()));
        }
        return choose(token, link.get(), secret, typed);
    }

    /** One at a time: of two who use one set-up link at once, the second finds it dead before an account is opened. */
    private synchronized View choose(String token, Credentials.Link link, String secret, Typed typed) {
        if (installation.credentials().link(token).isEmpty()) {
            return View.refused(new DeadLinkPage());
        }
        String user = link.user().orElse(typed.text("user"));
        if (link.user().isEmpty()) {
            Answer answer = installation.desk().submit(Request.of(Actor.program(), administrator(user, typed)));
            if (answer instanceof Answer.Refused(var objections)) {
                return View.refused(page(token, link, typed, "", objections));
            }
        }
        installation.credentials().choose(token, user, secret);
        installation.desk().submit(Request.of(Actor.program(), new Intent.NoteSecretChosen(user)));
        return View.to("/login");
    }

    private static Intent administrator(String user, Typed typed) {
        return new Intent.OpenAccount(
                user, typed.text("fullName"), List.of(new Grant(Role.ADMINISTRATOR, Actor.EVERY_SITE)));
    }

    private static Page page(
            String token, Credentials.Link link, Typed typed, String refused, List<Objection> objections) {
        return new LinkPage(token, link.user().orElse(""), link.user().isEmpty(), typed, refused, objections);
    }
}
