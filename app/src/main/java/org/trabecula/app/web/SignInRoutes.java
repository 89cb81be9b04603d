package org.trabecula.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.trabecula.app.Installation;
import org.trabecula.app.store.Credentials;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.conduct.Request;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.site.Account;

/** Signing in, and where to go from the front door. */
@Controller
final class SignInRoutes {
    private final Installation installation;
    private final Shells shells;
    private final HttpSessionSecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    SignInRoutes(Installation installation, Shells shells) {
        this.installation = installation;
        this.shells = shells;
    }

    /** @param refused the key of the sentence that says why not; empty at first */
    record SignInPage(String user, String refused) implements Page {
        @Override
        public String template() {
            return "sign-in.jte";
        }
    }

    @Anyone
    @GetMapping("/")
    View home() {
        return shells.visitor()
                .map(visitor -> View.to(
                        visitor.masked()
                                ? visitor.has(org.trabecula.study.site.Role.READER) ? "/reading" : "/adjudication"
                                : "/dashboard"))
                .orElse(View.to("/login"));
    }

    @Anyone
    @GetMapping("/login")
    View show() {
        return new SignInPage("", "");
    }

    @Anyone
    @PostMapping("/login")
    View signIn(Typed typed, HttpServletRequest request, HttpServletResponse response) {
        String user = typed.text("user");
        boolean known = installation
                .desk()
                .view(register ->
                        register.accounts().find(user).filter(Account::open).isPresent());
        return switch (installation.credentials().check(user, typed.text("secret"))) {
            case Credentials.Check.Passed _
            when known -> {
                enter(user, request, response);
                yield View.to("/");
            }
            case Credentials.Check.TooMany _ -> refuse(user, known, "signin.too-many", "too many attempts");
            case Credentials.Check.Passed _, Credentials.Check.Failed _ ->
                refuse(user, known, "signin.wrong", "wrong name or password");
        };
    }

    private View refuse(String user, boolean known, String key, String why) {
        if (known) {
            installation.desk().submit(Request.of(Actor.program(), new Intent.NoteRefusedSignIn(user, why)));
        }
        return View.refused(new SignInPage(user, key));
    }

    /** Begins a new session, so that nobody can have fixed it beforehand. */
    private void enter(String user, HttpServletRequest request, HttpServletResponse response) {
        request.getSession();
        request.changeSessionId();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                new SignedInUser(user), null, AuthorityUtils.NO_AUTHORITIES));
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        installation.desk().submit(Request.of(Actor.program(), new Intent.NoteSignIn(user)));
    }
}
