package org.trabecula.qualification;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.trabecula.statistics.estimate.Interval;
import org.trabecula.statistics.estimate.Outcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The named numbers that a method answers, in the order in which they were put. What is not defined is null. */
public final class Answer {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private final ObjectNode node = NODES.objectNode();

    /** A number; an infinity becomes its word, and NaN is a fault. */
    public Answer put(String name, double value) {
        node.set(name, number(value));
        return this;
    }

    /** A whole number. */
    public Answer put(String name, int value) {
        node.put(name, value);
        return this;
    }

    /** A word. */
    public Answer put(String name, String value) {
        node.put(name, value);
        return this;
    }

    /** A number, or null where there is none. */
    public Answer put(String name, OptionalDouble value) {
        return value.isPresent() ? put(name, value.getAsDouble()) : none(name);
    }

    /** Both limits, lower first. */
    public Answer put(String name, Interval value) {
        return put(name, new double[] {value.lower(), value.upper()});
    }

    /** Both limits, or null where there is no interval. */
    public Answer put(String name, Optional<Interval> value) {
        return value.map(interval -> put(name, interval)).orElseGet(() -> none(name));
    }

    /** Numbers in order; a single one stands for itself, as R's writers of JSON have it. */
    public Answer put(String name, double[] values) {
        node.set(name, numbers(values));
        return this;
    }

    /** Numbers in order, null where there is none; a single one stands for itself. */
    public Answer each(String name, List<OptionalDouble> values) {
        if (values.size() == 1) {
            return put(name, values.getFirst());
        }
        ArrayNode list = NODES.arrayNode();
        for (OptionalDouble value : values) {
            list.add(value.isPresent() ? number(value.getAsDouble()) : NODES.nullNode());
        }
        node.set(name, list);
        return this;
    }

    /** Rows of numbers. */
    public Answer put(String name, double[][] rows) {
        ArrayNode list = NODES.arrayNode();
        Arrays.stream(rows).map(Answer::numbers).forEach(list::add);
        node.set(name, list);
        return this;
    }

    /** Words in order; a single one stands for itself. */
    public Answer put(String name, List<String> words) {
        if (words.size() == 1) {
            return put(name, words.getFirst());
        }
        ArrayNode list = NODES.arrayNode();
        words.forEach(list::add);
        node.set(name, list);
        return this;
    }

    /** Numbers by name. */
    public Answer put(String name, List<String> names, double[] values) {
        var inner = new Answer();
        for (int i = 0; i < values.length; i++) {
            inner.put(names.get(i), values[i]);
        }
        return put(name, inner);
    }

    /** Answers within the answer. */
    public Answer put(String name, Answer inner) {
        node.set(name, inner.node);
        return this;
    }

    /** What the outcome shows, or null where there was none. */
    public <T> Answer put(String name, Outcome<T> outcome, Function<T, Answer> view) {
        return outcome.value().map(value -> put(name, view.apply(value))).orElseGet(() -> none(name));
    }

    /** Not defined. */
    public Answer none(String name) {
        node.putNull(name);
        return this;
    }

    /** As JSON. */
    public ObjectNode json() {
        return node;
    }

    /** The result, or a refusal of the whole case with the reason. */
    public static <T> T required(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Found<T>(var result) -> result;
            case Outcome.Missing<T>(var shortfall) ->
                throw new Unusable(shortfall.cause() + ": " + shortfall.sentence());
        };
    }

    private static JsonNode numbers(double[] values) {
        if (values.length == 1) {
            return number(values[0]);
        }
        ArrayNode list = NODES.arrayNode();
        Arrays.stream(values).mapToObj(Answer::number).forEach(list::add);
        return list;
    }

    private static JsonNode number(double value) {
        if (Double.isNaN(value)) {
            throw new IllegalArgumentException("A method answered NaN; what is not defined must be said with none()");
        }
        if (Double.isInfinite(value)) {
            return NODES.stringNode(value > 0 ? "Inf" : "-Inf");
        }
        return NODES.numberNode(value);
    }
}
