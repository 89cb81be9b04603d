package org.trabecula.simulation.trial;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.simulation.mechanism.Complaints;
import org.trabecula.simulation.trial.VirtualStudy.Member;
import org.trabecula.simulation.trial.VirtualStudy.Seen;
import org.trabecula.statistics.causal.AugmentedWeighting;
import org.trabecula.statistics.causal.PotentialMeans;
import org.trabecula.statistics.causal.PropensityScore;
import org.trabecula.statistics.causal.WeightedComparison;
import org.trabecula.statistics.causal.Weighting;
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
 * The analysis plan on one virtual study. The lean plan is without what takes long: no bootstrap, no imputation, participants
 * without an outcome left out. The propensity score has the terms that the model confounds by (bone, calendar time, surgeon),
 * drugs and the number of segments.
 */
final class Analyses {
    private static final double RESPONSE = 15;

    private final Rules rules;
    private final Plan plan;

    Analyses(Rules rules, Plan plan) {
        this.rules = rules;
        this.plan = plan;
    }

    StudyResult of(Luck luck, VirtualStudy study) {
        Map<Analysis, Outcome<Finding>> findings = new EnumMap<>(Analysis.class);
        Judged fusion = Judged.at(rules.primary(), study, Endpoint.FUSION);
        Judged loosening = Judged.at(rules.primary(), study, Endpoint.LOOSENING);
        findings.put(Analysis.FUSION_PEARSON, unadjusted(fusion, false));
        findings.put(Analysis.FUSION_FISHER, unadjusted(fusion, true));
        findings.put(Analysis.FUSION_WEIGHTED, weighted(fusion));
        findings.put(Analysis.FUSION_AUGMENTED, augmented(fusion));
        findings.put(Analysis.LOOSENING_PEARSON, unadjusted(loosening, false));
        findings.put(Analysis.LOOSENING_FISHER, unadjusted(loosening, true));
        findings.put(Analysis.LOOSENING_WEIGHTED, weighted(loosening));
        findings.put(Analysis.LOOSENING_AUGMENTED, augmented(loosening));
        findings.put(Analysis.SCREWS, screws(loosening));
        TimesSeen united = TimesSeen.of(study, Endpoint.FUSION);
        findings.put(Analysis.TIME_TO_FUSION, united.logRank());
        findings.put(Analysis.FUSION_WEIBULL, united.weibull(rules.level()));
        findings.put(
                Analysis.TIME_TO_LOOSENING,
                TimesSeen.of(study, Endpoint.LOOSENING).logRank());
        findings.put(Analysis.THROUGH_FUSION, new ThroughFusion(rules, study).finding());
        findings.put(Analysis.ODI, new SaidAtVisits(rules, study, Complaints.Said::odi).atPrimary());
        findings.put(Analysis.BACK_PAIN, new SaidAtVisits(rules, study, Complaints.Said::back).atPrimary());
        findings.put(Analysis.ODI_RESPONDERS, weighted(Judged.at(rules.primary(), study, Analyses::responds)));
        Claims claims = new Claims(rules, study);
        findings.put(Analysis.FUSION_CLAIM, claims.of(fusion));
        findings.put(Analysis.LOOSENING_CLAIM, claims.of(loosening));
        if (plan.replicates() > 0) {
            Resampled resampled = new Resampled(plan, rules.level(), luck);
            findings.put(Analysis.FUSION_BOOTSTRAP, resampled.of(fusion, true));
            findings.put(Analysis.LOOSENING_BOOTSTRAP, resampled.of(loosening, false));
        }
        if (plan.imputations() > 0) {
            Imputed imputed = new Imputed(plan, rules, luck, study);
            findings.put(Analysis.FUSION_IMPUTED, imputed.of(true));
            findings.put(Analysis.LOOSENING_IMPUTED, imputed.of(false));
        }
        return new StudyResult((int) luck.study(), findings);
    }

    private static Optional<Boolean> responds(Member member, Seen seen) {
        return Optional.of(member.before().odi() - seen.said().odi() >= RESPONSE);
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
        double[] outcome = judged.numbers();
        return judged.score()
                .then(score -> WeightedComparison.of(score, outcome, Weighting.OVERLAP)
                        .map(found -> found.means().difference())
                        .then(difference -> student(difference, score)));
    }

    private Outcome<Finding> augmented(Judged judged) {
        double[] constant = {1};
        double[][] rows = Arrays.stream(Terms.ofOutcome(
                        judged.members().stream().map(Member::baseline).toList()))
                .map(row -> Terms.joined(constant, row))
                .toArray(double[][]::new);
        return judged.score()
                .then(score -> AugmentedWeighting.of(score, rows, judged.events(), Weighting.OVERLAP)
                        .map(PotentialMeans::difference)
                        .then(difference -> student(difference, score)));
    }

    /** Student's on those who are compared less the columns of the score. */
    private Outcome<Finding> student(Estimate difference, PropensityScore score) {
        int degrees = score.size() - score.rows()[0].length;
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
                    // Whose cage the score is sure of weighs nothing, and may not stand among the units.
                    if (own[index] > 0 && screw.outcome() instanceof org.trabecula.study.endpoint.Outcome.Known known) {
                        boolean sacral = screw.site().level() == Level.S1;
                        rows.add(new double[] {1, judged.titanium()[index] ? 1 : 0, sacral ? 1 : 0});
                        loose.add(known.yes());
                        cluster.add(index);
                    }
                }
            }
            double[] weights = cluster.stream().mapToDouble(index -> own[index]).toArray();
            ClusteredUnits units = new ClusteredUnits(
                    Terms.varying(2, rows.toArray(double[][]::new)),
                    Judged.flags(loose, yes -> yes),
                    cluster.stream().mapToInt(Integer::intValue).toArray());
            return MarginalLogistic.fit(units, weights, WorkingCorrelation.EXCHANGEABLE, MomentConvention.values()[0])
                    .then(fit -> fit.coefficient(1, ClusterCorrection.MANCL_DEROUEN))
                    .map(this::finding);
        });
    }
}
