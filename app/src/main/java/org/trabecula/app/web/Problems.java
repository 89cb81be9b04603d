package org.trabecula.app.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What a visitor sees when a page is not there, not allowed, or failed: a sentence, never an internal. */
@Controller
final class Problems implements ErrorController {

    record ProblemPage(HttpStatus status) implements Page {
        @Override
        public String template() {
            return "problem.jte";
        }

        public String key() {
            return switch (status) {
                case FORBIDDEN -> "problem.forbidden";
                case NOT_FOUND -> "problem.not-found";
                case CONTENT_TOO_LARGE -> "problem.too-large";
                default -> status.is4xxClientError() ? "problem.request" : "problem.fault";
            };
        }
    }

    @Anyone
    @RequestMapping("/error")
    View show(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return new ProblemPage(status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status);
    }

    /** The page for something that is not there, or not for this visitor: both look the same. */
    static Page notFound() {
        return new ProblemPage(HttpStatus.NOT_FOUND);
    }
}
