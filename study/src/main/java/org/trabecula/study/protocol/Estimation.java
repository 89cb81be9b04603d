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
 * @param variance what the errors of the weighted differences are computed by, and with them the claim's interval and p
 * @param missing how the claim treats participants whose value is not there
 * @param replicates of the bootstrap, stratified by arm, each with the score fitted anew
 * @param imputations of missing values
 * @param seed of every random number of the analysis, so that it gives the same bytes twice
 */
public record Estimation(
        Estimator primary,
        List<Estimator> companions,
        Optional<BigDecimal> augmentAbove,
        Variance variance,
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

    /** By what the error of a weighted difference is computed. */
    public enum Variance {
        /** The stacked equations' sandwich; too small where participants are few for the terms of the models. */
        SANDWICH,
        /** The jackknife in one step of Newton's for each participant left out; on the safe side. */
        ONE_STEP_JACKKNIFE;

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
