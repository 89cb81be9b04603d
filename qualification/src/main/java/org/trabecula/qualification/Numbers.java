package org.trabecula.qualification;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.JsonNode;

/** Numbers as the golden format writes them: infinities as words, since JSON has none. */
final class Numbers {
    /** Squares and sums of anything beyond would no longer be numbers. */
    private static final double LARGEST = 1e100;

    private Numbers() {}

    /**
     * Refuses a finite number that is too large to compute with.
     *
     * @param place where it stands
     */
    static void requireUsable(double number, String place) {
        if (Math.abs(number) > LARGEST && !Double.isInfinite(number)) {
            throw new Unusable(place + " is too large to compute with: " + number);
        }
    }

    /** A number of a result, if there is the result. */
    static <T> OptionalDouble of(Optional<T> result, ToDoubleFunction<T> number) {
        return result.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(number.applyAsDouble(result.orElseThrow()));
    }

    /** The number that stands there, if one does. */
    static OptionalDouble read(JsonNode node) {
        if (node.isNumber()) {
            return OptionalDouble.of(node.doubleValue());
        }
        return node.isString() ? read(node.asString()) : OptionalDouble.empty();
    }

    /** The number that a text says, if it says one. */
    static OptionalDouble read(String text) {
        return switch (text.strip()) {
            case "Inf", "Infinity" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
            case "-Inf", "-Infinity" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
            default -> plain(text.strip());
        };
    }

    private static OptionalDouble plain(String text) {
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException _) {
            return OptionalDouble.empty();
        }
    }
}
