package org.trabecula.qualification;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * The named settings of a case: numbers, words, or lists of them. Infinity is written {@code "Inf"} or {@code "-Inf"}.
 *
 * @param node an object, or anything empty
 */
public record Inputs(JsonNode node) {

    /** Whether the setting is there and not null. */
    public boolean has(String name) {
        return node.hasNonNull(name);
    }

    /** A number. */
    public double number(String name) {
        return number(name, required(name));
    }

    /** A number, or another where it is not given. */
    public double number(String name, double otherwise) {
        return has(name) ? number(name) : otherwise;
    }

    /** A number from 0 to 1. */
    public double probability(String name) {
        double value = number(name);
        if (!(value >= 0 && value <= 1)) {
            throw new Unusable("inputs." + name + " must lie between 0 and 1, but it is " + value);
        }
        return value;
    }

    /** A number from 0 to 1, or another where it is not given. */
    public double probability(String name, double otherwise) {
        return has(name) ? probability(name) : otherwise;
    }

    /** A whole number. */
    public int count(String name) {
        double value = number(name);
        if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
            throw new Unusable("inputs." + name + " must be a whole number, but it is " + value);
        }
        return (int) value;
    }

    /** A whole number, or another where it is not given. */
    public int count(String name, int otherwise) {
        return has(name) ? count(name) : otherwise;
    }

    /** Numbers; a single one counts as a list of one. */
    public double[] numbers(String name) {
        JsonNode value = required(name);
        return each(value).mapToDouble(one -> number(name, one)).toArray();
    }

    /** Rows of numbers. */
    public double[][] matrix(String name) {
        return each(required(name))
                .map(row -> each(row).mapToDouble(one -> number(name, one)).toArray())
                .toArray(double[][]::new);
    }

    /** Yes or no; not given means the other. */
    public boolean flag(String name, boolean otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        String text = text(name);
        if (!text.equals("true") && !text.equals("false")) {
            throw new Unusable("inputs." + name + " must be true or false, but it is " + text);
        }
        return text.equals("true");
    }

    /** A word. */
    public String text(String name) {
        return word(name, required(name));
    }

    /** A word, if it is given. */
    public Optional<String> given(String name) {
        return has(name) ? Optional.of(text(name)) : Optional.empty();
    }

    /** Words; a single one counts as a list of one, nothing given as an empty list. */
    public List<String> texts(String name) {
        return has(name) ? each(required(name)).map(one -> word(name, one)).toList() : List.of();
    }

    /** The settings by name. */
    Iterable<Map.Entry<String, JsonNode>> all() {
        return node.properties();
    }

    private JsonNode required(String name) {
        if (!has(name)) {
            throw new Unusable("inputs." + name + " is missing");
        }
        return node.required(name);
    }

    private static Stream<JsonNode> each(JsonNode value) {
        return value.isArray() ? StreamSupport.stream(value.spliterator(), false) : Stream.of(value);
    }

    private static String word(String name, JsonNode value) {
        if (!value.isString() && !value.isNumber() && !value.isBoolean()) {
            throw new Unusable("inputs." + name + " must be a word or a list of words, but there is " + value);
        }
        return value.asString();
    }

    private static double number(String name, JsonNode value) {
        double number = Numbers.read(value)
                .orElseThrow(() -> new Unusable("inputs." + name + " must be a number, but it is " + value));
        Numbers.requireUsable(number, "inputs." + name);
        return number;
    }
}
