package org.trabecula.app.web;

import java.util.List;
import java.util.Map;
import org.trabecula.study.protocol.Objection;

/**
 * What was typed into one of a page's small forms, and why it was refused.
 *
 * @param step which form; empty when nothing was sent yet
 */
record Attempt(String step, Typed typed, List<Objection> objections) {

    static Attempt none() {
        return new Attempt("", new Typed(Map.of()), List.of());
    }

    boolean at(String form) {
        return step.equals(form);
    }

    /** What to show in a field: what was typed, or else what is suggested. */
    String value(String form, String field, String suggested) {
        return at(form) ? typed.text(field) : suggested;
    }

    List<String> values(String form, String field, List<String> suggested) {
        return at(form) ? typed.texts(field) : suggested;
    }

    /** The objections to a form; none for the others. */
    List<Objection> objections(String form) {
        return at(form) ? objections : List.of();
    }
}
