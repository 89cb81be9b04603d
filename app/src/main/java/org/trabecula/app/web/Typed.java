package org.trabecula.app.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.spine.Segment;

/** What was typed into a page's fields, read as what it should be; collects an objection for every field that is not. */
final class Typed {
    private final Map<String, String[]> fields;
    private final List<Objection> objections = new ArrayList<>();

    Typed(Map<String, String[]> fields) {
        this.fields = fields;
    }

    /** A page that nobody has filled in yet. */
    static Typed nothing() {
        return new Typed(Map.of());
    }

    /** The text of a field without blanks around; empty when it is not there. */
    String text(String field) {
        String[] values = fields.get(field);
        return values == null || values.length == 0 ? "" : values[0].strip();
    }

    /** All texts of a field that may be given several times. */
    List<String> texts(String field) {
        String[] values = fields.get(field);
        return values == null ? List.of() : List.of(values);
    }

    boolean ticked(String field) {
        return !text(field).isEmpty();
    }

    /** A text that has to be there. */
    String required(String field) {
        String text = text(field);
        if (text.isEmpty()) {
            objections.add(Objection.to(field, Rule.VALUE_REQUIRED));
        }
        return text;
    }

    /** A date that has to be there. Answers 1 January 1900 beside an objection. */
    LocalDate date(String field) {
        String text = required(field);
        try {
            return text.isEmpty() ? LocalDate.of(1900, 1, 1) : LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            objections.add(Objection.to(field, Rule.NOT_A_DATE, text));
            return LocalDate.of(1900, 1, 1);
        }
    }

    /** A number that may be missing. */
    Optional<BigDecimal> number(String field) {
        String text = text(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (!text.matches("[+-]?\\d{1,9}([.]\\d{1,6})?")) {
            objections.add(Objection.to(field, Rule.NOT_A_NUMBER, text));
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text));
    }

    /** A value of some other kind that has to be there; the reader throws IllegalArgumentException for what it is not. */
    <T> Optional<T> read(String field, Function<String, T> reader, String choices) {
        String text = required(field);
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(reader.apply(text));
        } catch (IllegalArgumentException e) {
            objections.add(Objection.to(field, Rule.NOT_A_CHOICE, text, choices));
            return Optional.empty();
        }
    }

    /** Segments, of which any number may be given. */
    List<Segment> segments(String field) {
        List<Segment> segments = new ArrayList<>();
        for (String text : texts(field)) {
            try {
                segments.add(Segment.of(text));
            } catch (IllegalArgumentException e) {
                objections.add(Objection.to(field, Rule.NOT_A_SEGMENT, text));
            }
        }
        return segments;
    }

    void object(Objection objection) {
        objections.add(objection);
    }

    List<Objection> objections() {
        return List.copyOf(objections);
    }

    boolean sound() {
        return objections.isEmpty();
    }
}
