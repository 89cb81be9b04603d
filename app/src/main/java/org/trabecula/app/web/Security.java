package org.trabecula.app.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** Who gets in, and what every answer forbids the browser to do. */
@Configuration(proxyBeanMethods = false)
class Security {
    /** Nothing from elsewhere, no script or style inside a page. */
    static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "font-src 'self'; connect-src 'self'; worker-src 'self' blob:; form-action 'self'; base-uri 'none'; "
                    + "frame-ancestors 'none'";

    private static final String[] FILES = {"/webjars/**", "/style/**", "/script/**", "/viewer/**", "/favicon.ico"};

    @Bean
    SecurityFilterChain chain(HttpSecurity http, RouteGuard guard, Shells shells, ProgramSignIn programs) {
        return http.addFilterBefore(programs, AuthorizationFilter.class)
                // Another site can make a browser send its cookies, but not this header.
                .csrf(csrf -> csrf.ignoringRequestMatchers(ProgramSignIn::isProgram))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers(FILES)
                                .permitAll()
                                .anyRequest()
                                .access(guard))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(logout -> logout.logoutSuccessUrl("/login"))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, _) -> askToSignIn(request, response))
                        .accessDeniedHandler((request, response, denied) -> refuse(shells, request, response, denied)))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    /** Somebody whose session no longer counts (the account was closed or got a new password) is asked to sign in too. */
    private static void refuse(
            Shells shells, HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        if (shells.visitor().isEmpty()) {
            askToSignIn(request, response);
        } else {
            if (denied instanceof CsrfException) {
                request.setAttribute(Problems.KEY, "problem.stale");
            }
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    /** A page leads to the sign-in page; a fragment tells the page to go there as a whole. */
    private static void askToSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (ProgramSignIn.isForPrograms(request)) {
            ProgramSignIn.ask(response);
            return;
        }
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", "/login");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.sendRedirect("/login");
        }
    }
}
