package org.trabecula.simulation.trial;

import java.util.List;
import org.trabecula.statistics.design.AdjustedPValues;
import org.trabecula.statistics.estimate.Outcome;

/**
 * The claims of both primary endpoints under Holm's rule: shares of the studies that have both results.
 *
 * @param studies how many have both
 * @param fusion the share that rejects for fusion
 * @param loosening the share that rejects for loosening
 * @param any the share that rejects for at least one
 * @param both the share that rejects for both
 */
public record Primaries(int studies, double fusion, double loosening, double any, double both) {

    /** Counts them. */
    public static Primaries of(List<StudyResult> results, double alpha) {
        int studies = 0;
        int fusion = 0;
        int loosening = 0;
        int both = 0;
        for (StudyResult result : results) {
            if (result.of(Analysis.FUSION_CLAIM) instanceof Outcome.Found<Finding>(var one)
                    && result.of(Analysis.LOOSENING_CLAIM) instanceof Outcome.Found<Finding>(var other)) {
                double[] holm = AdjustedPValues.of(one.p(), other.p()).holm();
                studies++;
                fusion += holm[0] < alpha ? 1 : 0;
                loosening += holm[1] < alpha ? 1 : 0;
                both += holm[0] < alpha && holm[1] < alpha ? 1 : 0;
            }
        }
        double of = Math.max(1, studies);
        return new Primaries(studies, fusion / of, loosening / of, (fusion + loosening - both) / of, both / of);
    }
}
