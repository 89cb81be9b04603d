package org.trabecula.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Lets a request through to a route only if the route says so. */
@Component
final class RouteGuard implements AuthorizationManager<RequestAuthorizationContext> {
    private static final AuthorizationDecision YES = new AuthorizationDecision(true);
    private static final AuthorizationDecision NO = new AuthorizationDecision(false);
    private final RequestMappingHandlerMapping routes;
    private final Shells shells;
    private final Outcomes outcomes;

    RouteGuard(
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes,
            Shells shells,
            Outcomes outcomes) {
        this.routes = routes;
        this.shells = shells;
        this.outcomes = outcomes;
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        // Where there is no route, whoever is signed in learns that; everybody else is asked to sign in.
        return route(context.getRequest())
                .map(route -> decide(route, context.getRequest()))
                .orElseGet(() -> shells.visitor().isPresent() ? YES : NO);
    }

    private AuthorizationDecision decide(HandlerMethod route, HttpServletRequest request) {
        if (route.hasMethodAnnotation(Anyone.class)) {
            return YES;
        }
        Optional<Visitor> visitor = shells.visitor();
        if (visitor.isEmpty()) {
            return NO;
        }
        if (route.hasMethodAnnotation(SignedIn.class)) {
            return YES;
        }
        Allowed allowed = route.getMethodAnnotation(Allowed.class);
        if (allowed == null || Arrays.stream(allowed.value()).noneMatch(visitor.get()::has)) {
            return NO;
        }
        if (!route.hasMethodAnnotation(BeforeOutcomes.class) && outcomes.hiddenFrom(visitor.get())) {
            request.setAttribute(Problems.KEY, "problem.design-unsigned");
            return NO;
        }
        return YES;
    }

    private Optional<HandlerMethod> route(HttpServletRequest request) {
        try {
            HandlerExecutionChain chain = routes.getHandler(request);
            return chain != null && chain.getHandler() instanceof HandlerMethod method
                    ? Optional.of(method)
                    : Optional.empty();
        } catch (Exception e) {
            return Optional.empty();
        }
    }
}
