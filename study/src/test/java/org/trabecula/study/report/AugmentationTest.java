package org.trabecula.study.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trabecula.statistics.resample.Philox;
import org.trabecula.study.conduct.TranscribedRow;
import org.trabecula.study.dataset.Dataset;
import org.trabecula.study.dataset.Subject;
import org.trabecula.study.protocol.AnalysisPlan;
import org.trabecula.study.protocol.Estimation;
import org.trabecula.study.protocol.Estimation.Estimator;
import org.trabecula.study.protocol.Text;
import org.trabecula.study.testkit.LittlePlan;
import org.trabecula.study.testkit.LittleStudy;
import org.trabecula.study.testkit.Transcripts;

/** Covariates that weighting leaves out of balance: the plan's rule, and the outcome model that it calls for. */
class AugmentationTest {
    private static final Text AGE = Text.same("Age");
    private static final Text SMOKER = Text.same("Smoker");

    @Test
    void aCovariateOutOfBalanceMakesTheAugmentedDifferenceCarryTheClaim() {
        Effects effects = effects(Optional.of("0.1"), 24, 8, false);

        assertThat(effects.claim().estimator()).isEqualTo(Estimator.AUGMENTED_OVERLAP);
        assertThat(effects.claim().because()).extracting(Imbalance::covariate).containsExactly(SMOKER);
        assertThat(effects.claim().difference())
                .contains(effects.augmented().orElseThrow().difference());
        assertThat(effects.p()).isEqualTo(effects.claim().p());
        // 40 of an arm have room for five columns: the unbalanced one first, then the one term of the model
        assertThat(effects.augmentation().columns()).containsExactly(SMOKER, AGE);
    }

    @Test
    void aDifferenceBelowZeroIsWrittenWithAMinusAfterWhichNoLineEnds() {
        assertThat(effects(Optional.of("0.1"), 8, 24, false)
                        .claim()
                        .imbalances()
                        .english())
                .startsWith("Smoker −0.")
                .doesNotContain("-");
    }

    @Test
    void aCovariateInWhichNobodyOfAnArmDiffersIsNamedAndLeftOut() {
        Augmentation augmentation = effects(Optional.of("0.1"), 24, 0, false).augmentation();

        assertThat(augmentation.without()).containsExactly(SMOKER);
        assertThat(augmentation.columns()).containsExactly(AGE);
        assertThat(augmentation.effect().value()).isPresent();
    }

    @Test
    void withoutTheRuleTheWeightedDifferenceCarriesIt() {
        Effects effects = effects(Optional.empty(), 24, 8, false);

        assertThat(effects.claim().estimator()).isEqualTo(Estimator.OVERLAP_WEIGHTS);
        assertThat(effects.claim().because()).isEmpty();
        assertThat(effects.claim().difference())
                .contains(effects.overlap().orElseThrow().difference());
        assertThat(effects.augmentation().columns()).containsExactly(AGE);
    }

    @Test
    void balancedArmsNeedNoOutcomeModel() {
        assertThat(effects(Optional.of("0.9"), 20, 20, false).claim().estimator())
                .isEqualTo(Estimator.OVERLAP_WEIGHTS);
    }

    @Test
    void theOutcomeModelTakesOutWhatTheUnbalancedCovariateAlonePutIn() {
        // Smokers never fuse and all others do, and the arms differ in nothing else: the true difference is 0. The
        // covariate
        // tells events apart, so the models have a fit with Firth's penalty only, which puts back a part of a tenth.
        Effects effects = effects(Optional.of("0.1"), 24, 8, true);

        assertThat(effects.augmentation().penalised()).isTrue();
        assertThat(effects.overlap().orElseThrow().difference()).isLessThan(-0.3);
        assertThat(effects.augmented().orElseThrow().difference()).isCloseTo(0, within(0.06));
    }

    /** Forty of each arm, of whom the first so many smoke. */
    private static Effects effects(Optional<String> limit, int first, int second, boolean smokersNeverFuse) {
        List<TranscribedRow> rows = new ArrayList<>();
        for (int arm = 0; arm < 2; arm++) {
            for (int i = 0; i < 40; i++) {
                boolean fused = smokersNeverFuse ? i >= (arm == 0 ? first : second) : (i * 7 + arm) % 3 != 0;
                rows.add(Transcripts.row(
                        rows.size(),
                        (arm == 0 ? "T-" : "P-") + i,
                        arm == 0 ? "titanium" : "peek",
                        6,
                        Transcripts.fused(fused)));
            }
        }
        Evidence evidence =
                Evidences.of(rows, LittleStudy.protocol().with(plan(limit)), data -> covariates(data, first, second));
        return Computed.of(evidence).effects().getFirst();
    }

    private static AnalysisPlan plan(Optional<String> limit) {
        AnalysisPlan plan = LittlePlan.plan();
        return new AnalysisPlan(
                plan.version(),
                plan.fingerprint(),
                plan.contrast(),
                plan.estimands(),
                plan.sets(),
                plan.windows(),
                plan.endpoints(),
                plan.covariates(),
                new Estimation(
                        Estimator.OVERLAP_WEIGHTS,
                        List.of(),
                        limit.map(BigDecimal::new),
                        Estimation.Variance.SANDWICH,
                        Estimation.Missing.COMPLETE_CASES,
                        200,
                        5,
                        7),
                plan.multiplicity(),
                plan.sensitivity(),
                plan.trim());
    }

    /** Age in the model; smoking only looked at. */
    private static Covariates covariates(Dataset data, int first, int second) {
        Philox chance = Philox.of(1, 1);
        return Evidences.covariates(
                data,
                Evidences.column("Age", true, true, data, _ -> 60 + 10 * chance.nextDouble()),
                Evidences.column("Smoker", false, false, data, one -> smokes(one, first, second) ? 1 : 0));
    }

    private static boolean smokes(Subject subject, int first, int second) {
        return Evidences.number(subject.id()) < (subject.arm() == 0 ? first : second);
    }
}
