package org.trabecula.study.protocol;

import java.util.Locale;
import java.util.Optional;

/**
 * Who is counted.
 *
 * @param id short and stable, for example {@code radiographic-6}
 * @param at the visit that the rule looks at; present for {@link Members#READABLE_IMAGE} and {@link Members#SCREWS} alone
 */
public record AnalysisSet(String id, Text label, Members members, Optional<Timepoint> at) {

    /** The rules of membership that the program knows. */
    public enum Members {
        /** Consented and eligible. */
        ENROLLED,
        /** Operated with a cage of one arm at the lowest fused segment, analysed as implanted. */
        IMPLANTED,
        /** Implanted, with an image at the visit that could be read. */
        READABLE_IMAGE,
        /** Implanted, with a propensity score that both arms have. */
        OVERLAP,
        /** Every screw of the implanted that was judged at the visit. */
        SCREWS,
        /** Every case that two readers read. */
        READERS,
        /** Everybody who was operated on. */
        OPERATED;

        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether the rule looks at one visit. */
        public boolean needsVisit() {
            return this == READABLE_IMAGE || this == SCREWS;
        }
    }
}
