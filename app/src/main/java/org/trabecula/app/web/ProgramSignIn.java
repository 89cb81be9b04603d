package org.trabecula.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.trabecula.app.Installation;
import org.trabecula.study.site.Account;

/**
 * Lets programs in that show their user's key: as a bearer token, or as the password of HTTP Basic with the user's name. For one
 * request, without a session, and for DICOMweb alone. Passwords are not taken here: they belong to people, and checking one costs too much
 * to do at every request.
 */
@Component
final class ProgramSignIn extends OncePerRequestFilter {
    private static final String PLACE = "/dicomweb/";
    private final Installation installation;

    ProgramSignIn(Installation installation) {
        this.installation = installation;
    }

    static boolean isForPrograms(HttpServletRequest request) {
        return request.getRequestURI().startsWith(PLACE);
    }

    /** Whether the request shows a key, a right one or not. */
    static boolean isProgram(HttpServletRequest request) {
        return isForPrograms(request) && request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    }

    static void ask(HttpServletResponse response) {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Trabecula\", charset=\"UTF-8\"");
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !isProgram(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Account> account = account(request.getHeader(HttpHeaders.AUTHORIZATION));
        if (account.isEmpty()) {
            // Whoever shows a wrong key is not let in by a session that happens to be there.
            ask(response);
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                new SignedInUser(account.get().user(), account.get().renewed()), null, AuthorityUtils.NO_AUTHORITIES));
        SecurityContextHolder.setContext(context);
        chain.doFilter(request, response);
    }

    private Optional<Account> account(String authorization) {
        return shown(authorization)
                .flatMap(shown -> installation
                        .credentials()
                        .keyHolder(shown.key())
                        .filter(holder -> shown.user().isEmpty() || holder.equals(shown.user())))
                .flatMap(holder -> installation
                        .desk()
                        .view(register -> register.accounts().find(holder).filter(Account::open)));
    }

    /** @param user in lower case; empty when only the key was shown */
    private record Shown(String user, String key) {}

    private static Optional<Shown> shown(String authorization) {
        String[] parts = authorization.split(" ", 2);
        if (parts.length == 2 && parts[0].equalsIgnoreCase("Bearer")) {
            return Optional.of(new Shown("", parts[1].strip()));
        }
        if (parts.length == 2 && parts[0].equalsIgnoreCase("Basic")) {
            return basic(parts[1].strip());
        }
        return Optional.empty();
    }

    private static Optional<Shown> basic(String encoded) {
        try {
            String[] pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8).split(":", 2);
            return pair.length == 2 && !pair[0].isEmpty()
                    ? Optional.of(new Shown(pair[0].toLowerCase(Locale.ROOT), pair[1]))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
