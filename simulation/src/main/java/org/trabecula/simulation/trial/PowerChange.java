package org.trabecula.simulation.trial;

import java.util.List;
import org.trabecula.statistics.estimate.Outcome;

/**
 * What changed assumptions do to the share of rejections. Study k of the one scenario has the luck of study k of the other, so
 * that the change is known better than either share.
 *
 * @param studies how many have a result in both
 * @param before the share that rejects as it was
 * @param after the share that rejects as changed
 * @param error the Monte Carlo error of the change
 */
public record PowerChange(int studies, double before, double after, double error) {

    /** Counts two runs with the same seed, side by side. */
    public static PowerChange of(Analysis analysis, List<StudyResult> before, List<StudyResult> after, double alpha) {
        int studies = 0;
        int first = 0;
        int second = 0;
        int apart = 0;
        for (int study = 0; study < Math.min(before.size(), after.size()); study++) {
            if (before.get(study).of(analysis) instanceof Outcome.Found<Finding>(var one)
                    && after.get(study).of(analysis) instanceof Outcome.Found<Finding>(var other)) {
                boolean then = one.p() < alpha;
                boolean now = other.p() < alpha;
                studies++;
                first += then ? 1 : 0;
                second += now ? 1 : 0;
                apart += then == now ? 0 : 1;
            }
        }
        double of = Math.max(1, studies);
        double change = (second - first) / of;
        return new PowerChange(
                studies, first / of, second / of, Math.sqrt(Math.max(0, apart / of - change * change) / of));
    }

    public double change() {
        return after - before;
    }

    /** The Monte Carlo error of one of the shares. */
    public double error(double share) {
        return Math.sqrt(share * (1 - share) / Math.max(1, studies));
    }
}
