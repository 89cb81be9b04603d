package org.trabecula.study.milestone;

import java.util.List;
import org.trabecula.study.journal.Fact;
import org.trabecula.study.journal.Signature;

/** What happens to the study as a whole on its way from data to result. A plan is named by the fingerprint of its text. */
public sealed interface MilestoneFact extends Fact {

    /** The statistician chose other covariates for the propensity model; the reason is the entry's. Voids a signature. */
    record DesignChanged(String plan, List<String> terms) implements MilestoneFact {
        public DesignChanged {
            terms = List.copyOf(terms);
        }
    }

    /**
     * The statistician signed the propensity model, without having seen an outcome.
     *
     * @param terms ids of the covariates in the model
     * @param design SHA-256 of plan, terms, coefficients and data position, in hexadecimal digits
     * @param position of the journal at which the model was fitted
     */
    record DesignSigned(
            String planVersion, String plan, List<String> terms, String design, long position, Signature signature)
            implements MilestoneFact {
        public DesignSigned {
            terms = List.copyOf(terms);
        }
    }

    /** The first of two people says that the data are complete up to a cut. */
    record LockProposed(DataCut cut, Signature signature) implements MilestoneFact {}

    /** The second person agrees: from now on no data are entered. */
    record DataLocked(DataCut cut, Signature signature) implements MilestoneFact {}

    /** The first of two people wants to enter data again; the reason is the entry's. */
    record UnlockProposed(Signature signature) implements MilestoneFact {}

    /** The second person agrees to that. */
    record DataUnlocked(Signature signature) implements MilestoneFact {}
}
