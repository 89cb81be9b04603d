package org.trabecula.statistics.estimate;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a method answers: the result, or the reason why these data have none. A method never answers with a NaN that
 * looks like a number; wrong arguments (a level of 2, columns of unequal length) are faults and raise exceptions.
 *
 * @param <T> the result
 */
public sealed interface Outcome<T> {

    /**
     * The data gave a result.
     *
     * @param result what was found
     */
    record Found<T>(T result) implements Outcome<T> {
        public Found {
            Objects.requireNonNull(result, "result");
        }
    }

    /**
     * The data gave none.
     *
     * @param shortfall why
     */
    record Missing<T>(Shortfall shortfall) implements Outcome<T> {
        public Missing {
            Objects.requireNonNull(shortfall, "shortfall");
        }
    }

    /** A result. */
    static <T> Outcome<T> of(T value) {
        return new Found<>(value);
    }

    /** No result, and why. */
    static <T> Outcome<T> none(Shortfall.Cause cause, String sentence) {
        return new Missing<>(new Shortfall(cause, sentence));
    }

    /** The outcome of a further step on the result. */
    default <R> Outcome<R> then(Function<? super T, Outcome<R>> step) {
        return switch (this) {
            case Found<T>(var result) -> step.apply(result);
            case Missing<T>(var shortfall) -> new Missing<>(shortfall);
        };
    }

    /** The same outcome with the result seen otherwise. */
    default <R> Outcome<R> map(Function<? super T, ? extends R> view) {
        return then(value -> new Found<>(view.apply(value)));
    }

    /** The result, if there is one. */
    default Optional<T> value() {
        return switch (this) {
            case Found<T>(var result) -> Optional.of(result);
            case Missing<T> _ -> Optional.empty();
        };
    }

    /**
     * The result, where the caller knows that there is one.
     *
     * @throws IllegalStateException with the shortfall's sentence if there is none
     */
    default T orElseThrow() {
        return switch (this) {
            case Found<T>(var result) -> result;
            case Missing<T>(var shortfall) -> throw new IllegalStateException(shortfall.sentence());
        };
    }
}
