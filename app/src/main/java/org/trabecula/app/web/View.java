package org.trabecula.app.web;

import org.springframework.http.HttpStatus;

/** What a route answers. */
sealed interface View permits Page, View.Redirect {

    /** Go on to another address of this program. */
    record Redirect(String to) implements View {
        public Redirect {
            if (!to.startsWith("/") || to.startsWith("//")) {
                throw new IllegalArgumentException("A redirect stays in this program: " + to);
            }
        }
    }

    static Redirect to(String path) {
        return new Redirect(path);
    }

    /** The same page with another status, for example 422 when it shows what was refused. */
    static Page refused(Page page) {
        return new Page.WithStatus(page, HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
