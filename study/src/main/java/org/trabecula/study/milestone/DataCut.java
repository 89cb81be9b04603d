package org.trabecula.study.milestone;

import java.util.Optional;
import org.trabecula.study.protocol.AnalysisPlan;
import org.trabecula.study.protocol.Protocol;

/**
 * From what an analysis is made, so that anybody can make it again: the journal up to a position, and all that turns it into
 * numbers.
 *
 * @param head the tree head at the position, 64 hexadecimal digits
 * @param plan empty where the protocol has no analysis plan
 * @param program the version of the program
 */
public record DataCut(long position, String head, String protocolVersion, Optional<Plan> plan, String program) {

    /**
     * The analysis plan.
     *
     * @param fingerprint SHA-256 of its text
     * @param seed of every random number
     */
    public record Plan(String version, String fingerprint, long seed) {
        static Plan of(AnalysisPlan plan) {
            return new Plan(
                    plan.version(), plan.fingerprint(), plan.estimation().seed());
        }
    }

    public static DataCut at(long position, String head, Protocol protocol, String program) {
        return new DataCut(
                position, head, protocol.version(), protocol.analysis().map(Plan::of), program);
    }
}
