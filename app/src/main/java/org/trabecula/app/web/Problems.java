package org.trabecula.app.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What a visitor sees when a page is not there, not allowed, or failed: a sentence, never an internal. */
@Controller
final class Problems implements ErrorController {
    /** The attribute of a request whose refusal has a sentence of its own, by the sentence's key. */
    static final String KEY = Problems.class.getName();

    private final RequestMappingHandlerMapping routes;

    Problems(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
        this.routes = routes;
    }

    /** @param reference under which the log has a fault; empty when nothing failed */
    record ProblemPage(HttpStatus status, String key, String reference) implements Page {
        ProblemPage(HttpStatus status) {
            this(status, Problems.key(status), "");
        }

        @Override
        public String template() {
            return "problem.jte";
        }
    }

    @Anyone
    @RequestMapping("/error")
    View show(HttpServletRequest request) {
        HttpStatus status = status(request);
        if (status.is5xxServerError()) {
            return new ProblemPage(status, key(status), FaultLog.note(request));
        }
        Optional<String> page = status == HttpStatus.METHOD_NOT_ALLOWED ? pageAbove(request) : Optional.empty();
        return page.<View>map(View::to)
                .orElseGet(() -> request.getAttribute(KEY) instanceof String own
                        ? new ProblemPage(status, own, "")
                        : new ProblemPage(status));
    }

    /** The page for something that is not there, or not for this visitor: both look the same. */
    static Page notFound() {
        return new ProblemPage(HttpStatus.NOT_FOUND);
    }

    /** The sentence for a status. */
    static String key(HttpStatus status) {
        return switch (status) {
            case FORBIDDEN -> "problem.forbidden";
            case NOT_FOUND -> "problem.not-found";
            case METHOD_NOT_ALLOWED -> "problem.method";
            case CONTENT_TOO_LARGE -> "problem.too-large";
            default -> status.is4xxClientError() ? "problem.request" : "problem.fault";
        };
    }

    /** Somebody who opens this address has gone nowhere. */
    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }

    /** Where somebody belongs who opens the address to which a form is sent: the nearest page above it. */
    private Optional<String> pageAbove(HttpServletRequest request) {
        // The request itself has become a GET on its way here.
        Object method = request.getAttribute(RequestDispatcher.ERROR_METHOD);
        boolean looks = "GET".equals(method) || "HEAD".equals(method);
        return looks && request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String address
                ? Stream.iterate(above(address), path -> path.length() > 1, Problems::above)
                        .filter(this::isPage)
                        .findFirst()
                        .or(() -> Optional.of("/"))
                : Optional.empty();
    }

    private static String above(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private boolean isPage(String path) {
        PathContainer place = PathContainer.parsePath(path);
        return routes.getHandlerMethods().keySet().stream().anyMatch(route -> shows(route, place));
    }

    private static boolean shows(RequestMappingInfo route, PathContainer place) {
        var patterns = route.getPathPatternsCondition();
        return patterns != null
                && route.getMethodsCondition().getMethods().contains(RequestMethod.GET)
                && patterns.getPatterns().stream().anyMatch(pattern -> pattern.matches(place));
    }
}
