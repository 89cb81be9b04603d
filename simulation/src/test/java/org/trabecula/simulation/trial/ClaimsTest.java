package org.trabecula.simulation.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trabecula.simulation.mechanism.Assumptions;
import org.trabecula.statistics.estimate.Interval;
import org.trabecula.study.protocol.Estimation.Estimator;
import org.trabecula.study.protocol.Estimation.Variance;

/** The claim of a virtual study is what the plan says. */
class ClaimsTest {
    private static final int STUDIES = 4;

    @Test
    void withoutARuleForBalanceItIsTheWeightedDifferenceAndTheJackknifeIsWider() throws InterruptedException {
        List<StudyResult> plain =
                results(new ClaimRule(Estimator.OVERLAP_WEIGHTS, OptionalDouble.empty(), Variance.SANDWICH));
        List<StudyResult> safe =
                results(new ClaimRule(Estimator.OVERLAP_WEIGHTS, OptionalDouble.empty(), Variance.ONE_STEP_JACKKNIFE));
        for (int study = 0; study < STUDIES; study++) {
            Finding weighted = found(plain.get(study), Analysis.FUSION_WEIGHTED);
            assertThat(found(plain.get(study), Analysis.FUSION_CLAIM).estimate())
                    .isEqualTo(weighted.estimate());
            assertThat(found(safe.get(study), Analysis.FUSION_CLAIM).estimate()).isEqualTo(weighted.estimate());
            assertThat(width(found(safe.get(study), Analysis.FUSION_CLAIM)))
                    .isGreaterThan(width(found(plain.get(study), Analysis.FUSION_CLAIM)));
        }
    }

    @Test
    void aCovariateOutOfBalanceCallsForOutcomeModels() throws InterruptedException {
        // Among eight covariates of ninety that the score does not know, some differ by more than a hundredth
        StudyResult one = results(new ClaimRule(Estimator.OVERLAP_WEIGHTS, OptionalDouble.of(0.01), Variance.SANDWICH))
                .getFirst();
        assertThat(found(one, Analysis.FUSION_CLAIM).estimate())
                .isNotEqualTo(found(one, Analysis.FUSION_WEIGHTED).estimate());
    }

    @ParameterizedTest
    @EnumSource(Estimator.class)
    void everyEstimatorOfThePlanHasItsClaim(Estimator estimator) throws InterruptedException {
        ClaimRule rule = new ClaimRule(estimator, OptionalDouble.empty(), Variance.ONE_STEP_JACKKNIFE);
        for (StudyResult one : results(rule)) {
            Finding claim = found(one, Analysis.FUSION_CLAIM);
            // The same data by another weighting: not another story
            assertThat(claim.estimate())
                    .isCloseTo(
                            found(one, Analysis.FUSION_PEARSON).estimate(),
                            org.assertj.core.api.Assertions.within(0.3));
            assertThat(claim.interval().orElseThrow().contains(claim.estimate()))
                    .isTrue();
        }
    }

    private static Finding found(StudyResult result, Analysis analysis) {
        return result.of(analysis).orElseThrow();
    }

    private static double width(Finding finding) {
        Interval interval = finding.interval().orElseThrow();
        return interval.upper() - interval.lower();
    }

    private static List<StudyResult> results(ClaimRule claim) throws InterruptedException {
        Rules rules = Rules.reference();
        return new Trials(
                        new Scenario("claims", 120, Assumptions.reference()),
                        new Rules(
                                rules.charter(), rules.fused(), rules.months(), rules.primary(), rules.level(), claim),
                        3)
                .run(STUDIES, 1);
    }
}
