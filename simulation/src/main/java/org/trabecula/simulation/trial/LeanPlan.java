package org.trabecula.simulation.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.simulation.mechanism.Participant;
import org.trabecula.simulation.trial.VirtualStudy.Member;
import org.trabecula.simulation.trial.VirtualStudy.Seen;
import org.trabecula.statistics.causal.WeightedComparison;
import org.trabecula.statistics.causal.Weighting;
import org.trabecula.statistics.censored.CensoredTimes;
import org.trabecula.statistics.censored.GeneralisedLogRank;
import org.trabecula.statistics.censored.Scores;
import org.trabecula.statistics.cluster.ClusterCorrection;
import org.trabecula.statistics.cluster.ClusteredUnits;
import org.trabecula.statistics.cluster.MarginalLogistic;
import org.trabecula.statistics.cluster.MomentConvention;
import org.trabecula.statistics.cluster.WorkingCorrelation;
import org.trabecula.statistics.estimate.Contrast;
import org.trabecula.statistics.estimate.Estimate;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall;
import org.trabecula.statistics.proportion.Proportion;
import org.trabecula.statistics.proportion.TwoByTwo;
import org.trabecula.study.endpoint.Endpoint;
import org.trabecula.study.endpoint.ScrewOutcome;
import org.trabecula.study.spine.Level;

/**
 * The analysis plan without what takes long: no bootstrap, no imputation, participants without an outcome left out. The
 * propensity score has the terms that the model confounds by (bone, calendar time, surgeon) and the number of segments.
 */
final class LeanPlan {
    private final Rules rules;

    LeanPlan(Rules rules) {
        this.rules = rules;
    }

    StudyResult of(int number, VirtualStudy study) {
        Map<Analysis, Outcome<Finding>> findings = new EnumMap<>(Analysis.class);
        Judged fusion = Judged.at(rules.primary(), study, Endpoint.FUSION);
        Judged loosening = Judged.at(rules.primary(), study, Endpoint.LOOSENING);
        findings.put(Analysis.FUSION_PEARSON, unadjusted(fusion, false));
        findings.put(Analysis.FUSION_FISHER, unadjusted(fusion, true));
        findings.put(Analysis.FUSION_WEIGHTED, weighted(fusion));
        findings.put(Analysis.LOOSENING_PEARSON, unadjusted(loosening, false));
        findings.put(Analysis.LOOSENING_FISHER, unadjusted(loosening, true));
        findings.put(Analysis.LOOSENING_WEIGHTED, weighted(loosening));
        findings.put(Analysis.SCREWS, screws(loosening));
        findings.put(Analysis.TIME_TO_FUSION, timeToFusion(study));
        findings.put(Analysis.THROUGH_FUSION, new ThroughFusion(rules, study).finding());
        return new StudyResult(number, findings);
    }

    private Outcome<Finding> unadjusted(Judged judged, boolean exact) {
        Proportion titanium = judged.rate(true);
        Proportion peek = judged.rate(false);
        if (titanium.total() == 0 || peek.total() == 0) {
            return Outcome.none(Shortfall.Cause.EMPTY_CELL, "One of the arms has nobody.");
        }
        TwoByTwo table = new TwoByTwo(titanium, peek);
        // Pearson's test has no statistic where everybody has the same outcome; then nothing speaks against equal arms.
        double p = exact ? table.fisher() : table.pearson().orElse(1);
        return Outcome.of(new Finding(table.difference().orElseThrow(), table.newcombe(rules.level()), p));
    }

    private Outcome<Finding> weighted(Judged judged) {
        double[] outcome = new double[judged.events().length];
        Arrays.setAll(outcome, index -> judged.events()[index] ? 1 : 0);
        return judged.score()
                .then(score -> WeightedComparison.of(score, outcome, Weighting.OVERLAP))
                .map(found -> found.means().difference())
                .then(difference -> student(difference, outcome.length - 4 - Participant.SURGEONS));
    }

    private Outcome<Finding> student(Estimate difference, int degrees) {
        if (degrees <= 0 || difference.standardError() <= 0) {
            return Outcome.none(Shortfall.Cause.TOO_FEW, "Nothing varies within the arms, so there is no error.");
        }
        return Outcome.of(finding(new Contrast(difference.value(), difference.standardError(), degrees)));
    }

    private Finding finding(Contrast contrast) {
        return new Finding(contrast.estimate(), Optional.of(contrast.interval(rules.level())), contrast.p());
    }

    /** Every screw that was judged, with the weight of its participant. */
    private Outcome<Finding> screws(Judged judged) {
        return judged.score().then(score -> {
            double[] own = score.weights(Weighting.OVERLAP);
            List<double[]> rows = new ArrayList<>();
            List<Boolean> loose = new ArrayList<>();
            List<Integer> cluster = new ArrayList<>();
            for (int index = 0; index < own.length; index++) {
                for (ScrewOutcome screw : judged.visits().get(index).outcomes().screws()) {
                    if (screw.outcome() instanceof org.trabecula.study.endpoint.Outcome.Known known) {
                        boolean sacral = screw.site().level() == Level.S1;
                        rows.add(new double[] {1, judged.titanium()[index] ? 1 : 0, sacral ? 1 : 0});
                        loose.add(known.yes());
                        cluster.add(index);
                    }
                }
            }
            double[] weights = cluster.stream().mapToDouble(index -> own[index]).toArray();
            ClusteredUnits units = new ClusteredUnits(
                    rows.toArray(double[][]::new),
                    Judged.flags(loose, yes -> yes),
                    cluster.stream().mapToInt(Integer::intValue).toArray());
            return MarginalLogistic.fit(units, weights, WorkingCorrelation.EXCHANGEABLE, MomentConvention.values()[0])
                    .then(fit -> fit.coefficient(1, ClusterCorrection.MANCL_DEROUEN))
                    .map(this::finding);
        });
    }

    /** From the last visit that saw no union to the first that saw one, at the days on which they were held. */
    private static Outcome<Finding> timeToFusion(VirtualStudy study) {
        List<double[]> times = new ArrayList<>();
        List<Integer> arms = new ArrayList<>();
        for (Member member : study.members()) {
            double[] ends = {0, Double.POSITIVE_INFINITY};
            boolean looked = false;
            for (Seen seen : member.visits()) {
                Optional<Boolean> fused = seen.known(Endpoint.FUSION);
                looked |= fused.isPresent();
                if (ends[1] == Double.POSITIVE_INFINITY && fused.isPresent()) {
                    ends[fused.get() ? 1 : 0] = seen.held();
                }
            }
            if (looked) {
                times.add(ends);
                arms.add(member.titanium() ? 1 : 0);
            }
        }
        CensoredTimes intervals = new CensoredTimes(
                times.stream().mapToDouble(ends -> ends[0]).toArray(),
                times.stream().mapToDouble(ends -> ends[1]).toArray());
        return GeneralisedLogRank.of(
                        intervals, arms.stream().mapToInt(Integer::intValue).toArray(), 2)
                .then(test -> test.permutation(Scores.SUN))
                .map(found -> new Finding(0, Optional.empty(), found.p()));
    }
}
