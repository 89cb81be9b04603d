package org.trabecula.app.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.trabecula.app.Installation;

/** Finds out, for one request, who is visiting and in which language. */
@Component
final class Shells {
    static final String LANGUAGE_COOKIE = "language";
    static final String NOTICE = "notice";
    private final Installation installation;

    Shells(Installation installation) {
        this.installation = installation;
    }

    Shell of(HttpServletRequest request) {
        Words words = Words.in(locale(request));
        CsrfToken token = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        return new Shell(
                words,
                visitor(),
                token == null ? "" : token.getToken(),
                installation.protocol(),
                installation.demo(),
                request.getRequestURI(),
                notice(request, words));
    }

    /** The account that is signed in, as it is now: a grant taken away counts from the next request. */
    Optional<Visitor> visitor() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedInUser user)) {
            return Optional.empty();
        }
        return installation
                .desk()
                .view(register -> register.accounts().find(user.name()))
                .filter(account -> account.open() && account.renewed() == user.renewed())
                .map(Visitor::new);
    }

    private static Locale locale(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return (cookies == null ? Stream.<Cookie>empty() : Arrays.stream(cookies))
                .filter(cookie -> cookie.getName().equals(LANGUAGE_COOKIE))
                .map(cookie -> Locale.forLanguageTag(cookie.getValue()))
                .findFirst()
                .orElse(request.getLocale());
    }

    private static String notice(HttpServletRequest request, Words words) {
        HttpSession session = request.getSession(false);
        if (session != null && session.getAttribute(NOTICE) instanceof Notice notice) {
            session.removeAttribute(NOTICE);
            return words.say(notice.key(), notice.arguments().toArray());
        }
        return "";
    }

    /** Remembers a sentence, by its key and what stands in its places, for the next page. */
    static void notice(HttpServletRequest request, String key, String... arguments) {
        request.getSession().setAttribute(NOTICE, new Notice(key, List.of(arguments)));
    }

    private record Notice(String key, List<String> arguments) {}
}
