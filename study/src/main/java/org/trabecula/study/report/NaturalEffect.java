package org.trabecula.study.report;

import java.util.Locale;
import org.trabecula.statistics.causal.Mediation;
import org.trabecula.statistics.estimate.Estimate;

/** The natural effects of the chain, in the order of the table. */
enum NaturalEffect {
    TOTAL(false),
    DIRECT(false),
    DIRECT_TOTAL(false),
    /** Through fusion, for those with the first cage. */
    INDIRECT(true),
    /** Through fusion, for those with the second. */
    INDIRECT_PURE(true);

    private final boolean through;

    NaturalEffect(boolean through) {
        this.through = through;
    }

    /** Whether it goes through fusion, and so means something only where the reverse arrow is the weaker one. */
    boolean through() {
        return through;
    }

    String key() {
        return "report.t7." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Estimate of(Mediation mediation) {
        return switch (this) {
            case TOTAL -> mediation.total();
            case DIRECT -> mediation.direct(false);
            case DIRECT_TOTAL -> mediation.direct(true);
            case INDIRECT -> mediation.indirect(true);
            case INDIRECT_PURE -> mediation.indirect(false);
        };
    }
}
