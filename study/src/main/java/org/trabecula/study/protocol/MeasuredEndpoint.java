package org.trabecula.study.protocol;

import java.util.Locale;

/**
 * A variable of the analysis under one version of its definition.
 *
 * @param id short and stable, for example {@code fusion}
 * @param definition the versioned rule, such as {@code bridwell-1-2/v1}, or for a score the id of the protocol's score
 */
public record MeasuredEndpoint(String id, Text label, Measure measure, String definition) {

    /** What is measured, and on what. */
    public enum Measure {
        /** Fused or not, at the lowest fused segment of a participant. */
        FUSION,
        /** At least one loose screw in a participant, or none. */
        LOOSENING,
        /** Loose or not, screw by screw. */
        SCREW_LOOSENING,
        /** Time from surgery to fusion, known to lie between two visits. */
        TIME_TO_FUSION,
        /** Time from surgery to the first loose screw, known to lie between two visits. */
        TIME_TO_LOOSENING,
        /** The change of a score since baseline. */
        SCORE;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public boolean ofFusion() {
            return this == FUSION || this == TIME_TO_FUSION;
        }

        public boolean ofLoosening() {
            return this == LOOSENING || this == SCREW_LOOSENING || this == TIME_TO_LOOSENING;
        }

        /** Whether an estimand of it names one visit; times and scores run over the whole follow-up. */
        public boolean atVisit() {
            return this == FUSION || this == LOOSENING || this == SCREW_LOOSENING;
        }
    }
}
