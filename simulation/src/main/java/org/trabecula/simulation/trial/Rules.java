package org.trabecula.simulation.trial;

import java.math.BigDecimal;
import java.util.List;
import org.trabecula.study.endpoint.FusionDefinition;
import org.trabecula.study.imaging.Charter;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.ReadingCharter;

/**
 * What of a protocol decides a virtual study's outcome.
 *
 * @param months the follow-up visits
 * @param primary the visit of the primary endpoints, one of them
 * @param level of confidence; what is significant has a p below 1 - level
 * @param claim what carries the claim of a primary endpoint
 */
public record Rules(
        Charter charter, FusionDefinition fused, List<Integer> months, int primary, double level, ClaimRule claim) {
    public Rules {
        months = List.copyOf(months);
        if (!months.contains(primary)) {
            throw new IllegalArgumentException("The primary visit is one of " + months + ", not " + primary);
        }
    }

    /** Those of a protocol. */
    public static Rules of(Protocol protocol) {
        return new Rules(
                new Charter(protocol.charter()),
                FusionDefinition.find(protocol.endpoints().fusionDefinition()).orElse(FusionDefinition.BRIDWELL_1_2),
                protocol.followUps().stream().map(visit -> visit.at().months()).toList(),
                protocol.endpoints().primary().months(),
                protocol.endpoints().level(),
                protocol.analysis().map(ClaimRule::of).orElseGet(ClaimRule::reference));
    }

    /** Those of the reference study: 1 mm, motion of 3 to 5 degrees, visits at 3, 6, 12 and 24 months. */
    public static Rules reference() {
        ReadingCharter terms = new ReadingCharter(
                "1.0",
                2,
                BigDecimal.ONE,
                BigDecimal.valueOf(3),
                BigDecimal.valueOf(5),
                BigDecimal.TWO,
                BigDecimal.valueOf(3),
                new BigDecimal("0.5"));
        return new Rules(
                new Charter(terms),
                FusionDefinition.BRIDWELL_1_2,
                List.of(3, 6, 12, 24),
                6,
                0.95,
                ClaimRule.reference());
    }

    /** The probability below which a p-value is significant. */
    public double alpha() {
        return 1 - level;
    }
}
