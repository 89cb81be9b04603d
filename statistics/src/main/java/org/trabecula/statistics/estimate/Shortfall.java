package org.trabecula.statistics.estimate;

import java.util.List;
import java.util.Objects;

/**
 * Why data gave no result.
 *
 * @param cause the kind of shortfall
 * @param sentence what is wrong with these data, in words for the statistician
 * @param trace the objective of an iteration step by step, when one did not converge; else empty
 */
public record Shortfall(Cause cause, String sentence, List<Double> trace) {

    /** The kinds of data without a result. */
    public enum Cause {
        /** Nobody, or too few for the method. */
        TOO_FEW,
        /** A whole column or a needed cell is missing. */
        ALL_MISSING,
        /** A group or a table's margin is empty. */
        EMPTY_CELL,
        /** Covariates predict the outcome perfectly: the likelihood has no finite maximum. */
        SEPARATION,
        /** One cluster only, or too few for the variance asked for. */
        TOO_FEW_CLUSTERS,
        /** A matrix that must be inverted is singular: collinear columns, no variation. */
        SINGULAR,
        /** The iteration ended without an answer. */
        NOT_CONVERGED,
        /** More than one answer fits equally well. */
        NOT_UNIQUE
    }

    public Shortfall {
        Objects.requireNonNull(cause, "cause");
        Objects.requireNonNull(sentence, "sentence");
        trace = List.copyOf(trace);
    }

    /** A shortfall that no iteration led to. */
    public Shortfall(Cause cause, String sentence) {
        this(cause, sentence, List.of());
    }
}
