package org.trabecula.statistics.causal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.trabecula.statistics.estimate.Estimate;
import org.trabecula.statistics.estimate.Interval;

class StandardisationTest {

    @Test
    void without_covariates_both_models_give_the_plain_difference_and_its_error() {
        Cohort cohort = Cohort.table(12, 18, 9, 31);
        double error = Math.sqrt(0.4 * 0.6 / 30 + 0.225 * 0.775 / 40);
        OutcomeModel model = cohort.model();
        Estimate standardised = model.standardised().orElseThrow().difference();
        assertThat(standardised.value()).isCloseTo(0.175, within(1e-10));
        assertThat(standardised.standardError()).isCloseTo(error, within(1e-10));
        assertThat(model.fixedCovariatesError()).isCloseTo(error, within(1e-10));
        DoublyRobust both = DoublyRobust.of(model, cohort.score()).orElseThrow();
        assertThat(both.means().difference().value()).isCloseTo(0.175, within(1e-10));
        assertThat(both.means().difference().standardError()).isCloseTo(error, within(1e-10));
        assertThat(both.influenceError()).isCloseTo(error, within(1e-10));
    }

    @Test
    void swapping_the_arms_turns_the_sign_only() {
        Cohort cohort = Cohort.of(120, 21, 0.5);
        Cohort other = cohort.relabelled();
        Estimate one = DoublyRobust.of(cohort.model(), cohort.score())
                .orElseThrow()
                .means()
                .difference();
        Estimate two = DoublyRobust.of(other.model(), other.score())
                .orElseThrow()
                .means()
                .difference();
        assertThat(one.value()).isCloseTo(-two.value(), within(1e-10));
        assertThat(one.standardError()).isCloseTo(two.standardError(), within(1e-10));
        Estimate three = other.rearranged().model().standardised().orElseThrow().difference();
        assertThat(three.value())
                .isCloseTo(
                        -cohort.model()
                                .standardised()
                                .orElseThrow()
                                .difference()
                                .value(),
                        within(1e-10));
    }

    @Test
    void both_intervals_cover_as_often_as_they_say() {
        // The arm has no effect. 400 studies: 0.95 within 3.2 standard errors of 0.011.
        int studies = 400;
        int standardised = 0;
        int robust = 0;
        for (int study = 0; study < studies; study++) {
            Cohort cohort = Cohort.of(200, 5_000 + study, 0);
            OutcomeModel model = cohort.model();
            standardised += covers(model.standardised().orElseThrow());
            robust +=
                    covers(DoublyRobust.of(model, cohort.score()).orElseThrow().means());
        }
        assertThat((double) standardised / studies).isCloseTo(0.95, within(0.035));
        assertThat((double) robust / studies).isCloseTo(0.95, within(0.035));
    }

    private static int covers(PotentialMeans means) {
        return means.difference().interval(0.95).contains(0) ? 1 : 0;
    }

    @Test
    void the_two_parts_of_a_mediated_effect_add_up_either_way() {
        Mediation model = mediation(Cohort.of(200, 31, 0.8));
        double total = model.total().value();
        assertThat(model.direct(false).value() + model.indirect(true).value()).isCloseTo(total, within(1e-12));
        assertThat(model.direct(true).value() + model.indirect(false).value()).isCloseTo(total, within(1e-12));
        assertThat(model.proportion().orElseThrow().value())
                .isCloseTo(model.indirect(true).value() / total, within(1e-12));
    }

    @Test
    void stacked_risks_are_the_same_numbers() {
        Mediation model = mediation(Cohort.of(200, 33, 0.8));
        MediatedRisks stacked = model.stacked().orElseThrow();
        assertThat(stacked.total().value()).isCloseTo(model.total().value(), within(1e-10));
        assertThat(stacked.risks()[2]).isCloseTo(model.risk(true, false).value(), within(1e-10));
        for (boolean side : new boolean[] {true, false}) {
            assertThat(stacked.direct(side).value())
                    .isCloseTo(model.direct(side).value(), within(1e-10));
            assertThat(stacked.indirect(side).value())
                    .isCloseTo(model.indirect(side).value(), within(1e-10));
        }
        // Both models are saturated here, so that nothing is left for the two errors to differ by but the sample's
        // size.
        assertThat(stacked.indirect(true).standardError())
                .isCloseTo(model.indirect(true).standardError(), within(1e-9));
    }

    @Test
    void the_stacked_total_effect_without_covariates_is_the_plain_difference() {
        Cohort cohort = Cohort.of(200, 34, 0.8);
        double[] events = new double[2];
        double[] sizes = new double[2];
        for (int unit = 0; unit < 200; unit++) {
            int arm = cohort.treated()[unit] ? 1 : 0;
            sizes[arm]++;
            events[arm] += cohort.events()[unit] ? 1 : 0;
        }
        double p = events[1] / sizes[1];
        double q = events[0] / sizes[0];
        Estimate total = mediation(cohort).stacked().orElseThrow().total();
        assertThat(total.value()).isCloseTo(p - q, within(1e-10));
        assertThat(total.standardError())
                .isCloseTo(Math.sqrt(p * (1 - p) / sizes[1] + q * (1 - q) / sizes[0]), within(1e-10));
    }

    @Test
    void without_covariates_the_effects_are_those_of_the_table() {
        // Pearl's mediation formula on observed shares: sum over m of P(y | a, m) P(m | b).
        Cohort cohort = Cohort.of(300, 32, 0.8);
        double[][] counts = new double[4][2];
        for (int unit = 0; unit < 300; unit++) {
            int cell = 2 * (cohort.treated()[unit] ? 1 : 0) + (cohort.rows()[unit][2] > 0 ? 1 : 0);
            counts[cell][0]++;
            counts[cell][1] += cohort.events()[unit] ? 1 : 0;
        }
        double with = counts[1][0] / (counts[0][0] + counts[1][0]);
        double expected = counts[3][1] / counts[3][0] * with + counts[2][1] / counts[2][0] * (1 - with);
        assertThat(mediation(cohort).risk(true, false).value()).isCloseTo(expected, within(1e-10));
        double controlled = counts[3][1] / counts[3][0] - counts[1][1] / counts[1][0];
        assertThat(mediation(cohort).controlled(true).value()).isCloseTo(controlled, within(1e-10));
        // The controlled effect is a difference of two independent proportions.
        double p = counts[3][1] / counts[3][0];
        double q = counts[1][1] / counts[1][0];
        assertThat(mediation(cohort).controlled(true).standardError())
                .isCloseTo(Math.sqrt(p * (1 - p) / counts[3][0] + q * (1 - q) / counts[1][0]), within(1e-10));
    }

    /** The second covariate as mediator; a saturated model without covariates. */
    private static Mediation mediation(Cohort cohort) {
        int size = cohort.treated().length;
        boolean[] mediator = new boolean[size];
        double[][] first = new double[size][];
        double[][] second = new double[size][];
        double[][][] mediatorUnder = new double[2][size][];
        double[][][][] outcomeUnder = new double[2][2][size][];
        for (int unit = 0; unit < size; unit++) {
            mediator[unit] = cohort.rows()[unit][2] > 0;
            double arm = cohort.treated()[unit] ? 1 : 0;
            double own = mediator[unit] ? 1 : 0;
            first[unit] = new double[] {1, arm};
            second[unit] = new double[] {1, arm, own, arm * own};
            for (int a = 0; a < 2; a++) {
                mediatorUnder[a][unit] = new double[] {1, a};
                for (int m = 0; m < 2; m++) {
                    outcomeUnder[a][m][unit] = new double[] {1, a, m, a * m};
                }
            }
        }
        return Mediation.fit(
                        new Mediation.Designs(first, mediatorUnder, second, outcomeUnder), mediator, cohort.events())
                .orElseThrow();
    }

    @Test
    void smoking_and_lung_cancer_have_the_published_e_values() {
        // VanderWeele and Ding 2017: risk ratio 10.73 (8.02, 14.36) has the E-values 20.9 and 15.5;
        // 3.9 (1.8, 8.7) has 7.2 and 3.0.
        assertThat(EValue.of(10.73)).isCloseTo(20.9, within(0.06));
        assertThat(EValue.ofLimit(10.73, new Interval(8.02, 14.36))).isCloseTo(15.5, within(0.06));
        assertThat(EValue.of(3.9)).isCloseTo(7.2, within(0.1));
        assertThat(EValue.ofLimit(3.9, new Interval(1.8, 8.7))).isCloseTo(3.0, within(0.05));
    }

    @Test
    void an_e_value_is_the_same_for_harm_and_for_benefit() {
        assertThat(EValue.of(0.4)).isCloseTo(EValue.of(2.5), within(1e-12));
        assertThat(EValue.ofLimit(0.4, new Interval(0.2, 0.8)))
                .isCloseTo(EValue.ofLimit(2.5, new Interval(1.25, 5)), within(1e-12));
        assertThat(EValue.of(1)).isEqualTo(1);
        assertThat(EValue.ofLimit(1.5, new Interval(0.9, 2))).isEqualTo(1);
        assertThat(EValue.commonHazard(1)).isEqualTo(1);
        // A confounder as strong as the E-value on both sides biases by the ratio itself.
        assertThat(EValue.biasFactor(EValue.of(2), EValue.of(2))).isCloseTo(2, within(1e-12));
        assertThatThrownBy(() -> EValue.of(-1)).hasMessageContaining("positive finite ratio");
        assertThatThrownBy(() -> EValue.biasFactor(0.5, 2)).hasMessageContaining("at least 1");
    }
}
