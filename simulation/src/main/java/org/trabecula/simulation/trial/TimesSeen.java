package org.trabecula.simulation.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.trabecula.simulation.trial.VirtualStudy.Member;
import org.trabecula.simulation.trial.VirtualStudy.Seen;
import org.trabecula.statistics.censored.AcceleratedFailure;
import org.trabecula.statistics.censored.AftFit;
import org.trabecula.statistics.censored.CensoredTimes;
import org.trabecula.statistics.censored.GeneralisedLogRank;
import org.trabecula.statistics.censored.Scores;
import org.trabecula.statistics.censored.TimeLaw;
import org.trabecula.statistics.distribution.NormalTail;
import org.trabecula.statistics.estimate.Estimate;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall;
import org.trabecula.study.endpoint.Endpoint;

/**
 * When something first happened, known to lie between two visits: after the last that did not see it, up to the first that did,
 * at the days on which they were held. Who was never judged is left out.
 *
 * @param arms 1 for titanium
 */
record TimesSeen(CensoredTimes times, int[] arms) {

    static TimesSeen of(VirtualStudy study, Endpoint endpoint) {
        List<double[]> times = new ArrayList<>();
        List<Integer> arms = new ArrayList<>();
        for (Member member : study.members()) {
            double[] ends = {0, Double.POSITIVE_INFINITY};
            boolean looked = false;
            for (Seen seen : member.visits()) {
                Optional<Boolean> event = seen.known(endpoint);
                looked |= event.isPresent();
                if (ends[1] == Double.POSITIVE_INFINITY && event.isPresent()) {
                    ends[event.get() ? 1 : 0] = seen.held();
                }
            }
            if (looked) {
                times.add(ends);
                arms.add(member.titanium() ? 1 : 0);
            }
        }
        return new TimesSeen(
                new CensoredTimes(
                        times.stream().mapToDouble(ends -> ends[0]).toArray(),
                        times.stream().mapToDouble(ends -> ends[1]).toArray()),
                arms.stream().mapToInt(Integer::intValue).toArray());
    }

    /** Sun's scores against Turnbull's curve of both arms, by the permutation variance; no estimate. */
    Outcome<Finding> logRank() {
        return GeneralisedLogRank.of(times, arms, 2)
                .then(test -> test.permutation(Scores.SUN))
                .map(found -> new Finding(0, Optional.empty(), found.p()));
    }

    /**
     * The logarithm of the factor by which titanium stretches time, under a Weibull law; times need not follow it, so that the
     * variance is the robust one.
     */
    Outcome<Finding> weibull(double level) {
        double[][] rows = new double[arms.length][];
        for (int index = 0; index < arms.length; index++) {
            rows[index] = new double[] {1, arms[index]};
        }
        return AcceleratedFailure.fit(TimeLaw.WEIBULL, times, rows)
                .then(fit -> fit.robustCovariance(
                                IntStream.range(0, arms.length).toArray())
                        .then(covariance -> factor(fit, covariance[1][1], level)));
    }

    private static Outcome<Finding> factor(AftFit fit, double variance, double level) {
        if (!(variance > 0)) {
            return Outcome.none(Shortfall.Cause.SINGULAR, "The factor of time has no error.");
        }
        Estimate factor = new Estimate(fit.coefficients()[1], Math.sqrt(variance), Estimate.Scale.PLAIN);
        double p = 2 * Math.exp(NormalTail.logAbove(Math.abs(factor.value()) / factor.standardError()));
        return Outcome.of(new Finding(factor.value(), Optional.of(factor.interval(level)), Math.min(1, p)));
    }
}
