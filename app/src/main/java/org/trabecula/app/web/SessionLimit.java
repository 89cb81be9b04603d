package org.trabecula.app.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Ends a session that has been in use for a long working day, however busy it was. One that rests half an hour ends before,
 * by the container's own hand.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class SessionLimit extends OncePerRequestFilter {
    private static final Duration LONGEST = Duration.ofHours(12);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null
                && over(
                        Instant.ofEpochMilli(session.getCreationTime()),
                        Instant.ofEpochMilli(session.getLastAccessedTime()))) {
            session.invalidate();
        }
        chain.doFilter(request, response);
    }

    static boolean over(Instant begun, Instant lastUsed) {
        return Duration.between(begun, lastUsed).compareTo(LONGEST) > 0;
    }
}
