package org.trabecula.app.web;

import org.springframework.http.HttpStatus;

/**
 * A page, or a fragment of one, with all that its template shows. The template gets the page as {@code page} and the
 * {@link Shell} as {@code shell}.
 */
non-sealed interface Page extends View {

    /** The template's file name below {@code src/main/jte}. */
    String template();

    default HttpStatus status() {
        return HttpStatus.OK;
    }

    /** The page that is really shown. */
    default Page shown() {
        return this;
    }

    record WithStatus(Page shown, HttpStatus status) implements Page {
        @Override
        public String template() {
            return shown.template();
        }
    }
}
