package org.trabecula.app.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps what failed under a reference, which is all that the visitor learns of it. */
final class FaultLog {
    static final System.Logger LOG = System.getLogger(FaultLog.class.getName());

    private FaultLog() {}

    /** Notes the fault of a request that was handed on; answers the reference. */
    static String note(HttpServletRequest request) {
        return note(
                request.getAttribute(RequestDispatcher.ERROR_METHOD) + " "
                        + request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI),
                request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown ? thrown : null);
    }

    static String note(String asked, @Nullable Throwable thrown) {
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.log(System.Logger.Level.ERROR, "Fault " + reference + " at " + asked, thrown);
        return reference;
    }
}
