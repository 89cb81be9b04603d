package org.trabecula.app.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
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
        Optional<Account> account = installation
                .desk()
                .view(register -> register.accounts().find(user).filter(Account::open));
        return switch (installation.credentials().check(user, typed.text("secret"))) {
            case Credentials.Check.Passed _
            when account.isPresent() -> {
                enter(account.get(), request, response);
                yield View.to("/");
            }
            // Not noted: whoever only knocks could fill the journal. The failures that led here are in it.
            case Credentials.Check.TooMany _ -> View.refused(new SignInPage(user, "signin.too-many"));
            case Credentials.Check.Passed _, Credentials.Check.Failed _ -> refuse(user, account.isPresent());
        };
    }

    private View refuse(String user, boolean known) {
        if (known) {
            installation
                    .desk()
                    .submit(Request.of(Actor.program(), new Intent.NoteRefusedSignIn(user, "wrong name or password")));
        }
        return View.refused(new SignInPage(user, "signin.wrong"));
    }

    /** Begins a new session, so that nobody can have fixed it beforehand. */
    private void enter(Account account, HttpServletRequest request, HttpServletResponse response) {
        request.getSession();
        request.changeSessionId();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                new SignedInUser(account.user(), account.renewed()), null, AuthorityUtils.NO_AUTHORITIES));
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
        installation.desk().submit(Request.of(Actor.program(), new Intent.NoteSignIn(account.user())));
    }
}
