package org.trabecula.simulation.trial;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How much of the analysis plan is computed of each study.
 *
 * @param replicates of each bootstrap; 0 for none
 * @param imputations of each analysis with what is missing filled in; 0 for none
 */
public record Plan(int replicates, int imputations) {
    /** Without what takes long. */
    public static final Plan LEAN = new Plan(0, 0);

    private static final int FEWEST_REPLICATES = 100;
    private static final int MOST_REPLICATES = 100_000;
    private static final int FEWEST_IMPUTATIONS = 2;
    private static final int MOST_IMPUTATIONS = 1000;

    /** @throws IllegalArgumentException with the range when a number lies outside; ask {@link #objection} first */
    public Plan {
        objection(replicates, imputations).ifPresent(sentence -> {
            throw new IllegalArgumentException(sentence);
        });
    }

    /** Why there is no such plan, as a sentence; empty when there is. */
    public static Optional<String> objection(int replicates, int imputations) {
        if (replicates != 0 && (replicates < FEWEST_REPLICATES || replicates > MOST_REPLICATES)) {
            return Optional.of("A bootstrap has between " + FEWEST_REPLICATES + " and " + MOST_REPLICATES
                    + " replicates, or 0 for none, but not " + replicates + ".");
        }
        return imputations != 0 && (imputations < FEWEST_IMPUTATIONS || imputations > MOST_IMPUTATIONS)
                ? Optional.of("There are between " + FEWEST_IMPUTATIONS + " and " + MOST_IMPUTATIONS
                        + " imputations, or 0 for none, but not " + imputations + ".")
                : Optional.empty();
    }

    /** What is computed, in the order of the columns. */
    public List<Analysis> analyses() {
        return Stream.of(Analysis.values()).filter(one -> one.in(this)).toList();
    }
}
