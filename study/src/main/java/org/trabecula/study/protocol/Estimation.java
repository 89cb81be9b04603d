package org.trabecula.study.protocol;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How the plan's effects are estimated.
 *
 * @param primary the estimator that carries the claim
 * @param companions printed beside it, in this order
 * @param augmentAbove the standardised difference of a covariate after weighting beyond which the weighted difference is
 *     augmented by an outcome model before it carries the claim; empty where it never is
 * @param missing how the claim treats participants whose value is not there
 * @param replicates of the bootstrap, stratified by arm, each with the score fitted anew
 * @param imputations of missing values
 * @param seed of every random number of the analysis, so that it gives the same bytes twice
 */
public record Estimation(
        Estimator primary,
        List<Estimator> companions,
        Optional<BigDecimal> augmentAbove,
        Missing missing,
        int replicates,
        int imputations,
        long seed) {
    public Estimation {
        companions = List.copyOf(companions);
    }

    /** What becomes of participants whose value is missing in the analysis that carries the claim. */
    public enum Missing {
        /** They are left out. */
        COMPLETE_CASES,
        /** Their value is imputed as often as the plan says, and the results are pooled. */
        MULTIPLE_IMPUTATION;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The estimators of a difference between the arms that the program has. */
    public enum Estimator {
        /** Weighted by the chance of the other arm: those who could have been in either (ATO). */
        OVERLAP_WEIGHTS,
        /** The same, augmented with an outcome model. */
        AUGMENTED_OVERLAP,
        /** Weighted by the inverse chance of the own arm: everybody (ATE). */
        INVERSE_WEIGHTS,
        /** Inverse weights and an outcome model, right when either is (AIPW). */
        DOUBLY_ROBUST,
        /** Weighted to those who received the first arm (ATT). */
        TREATED_WEIGHTS,
        /** Counts as they are; never carries the claim where nobody randomised. */
        UNADJUSTED;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
