package org.trabecula.statistics.estimating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.trabecula.statistics.estimate.Estimate;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall.Cause;

class MEstimationTest {

    /** The ratio of two means as the third of three stacked equations (Stefanski and Boos 2002, section 2.3). */
    private record Ratio(double[] y, double[] x) implements EstimatingEquations {
        @Override
        public int parameters() {
            return 3;
        }

        @Override
        public int units() {
            return y.length;
        }

        @Override
        public void add(int unit, double[] theta, double[] psi, double[][] slope) {
            psi[0] += y[unit] - theta[0];
            psi[1] += x[unit] - theta[1];
            psi[2] += theta[0] - theta[2] * theta[1];
            slope[0][0] -= 1;
            slope[1][1] -= 1;
            slope[2][0] += 1;
            slope[2][1] -= theta[2];
            slope[2][2] -= theta[1];
        }
    }

    @Test
    void a_ratio_has_the_variance_of_its_closed_form() {
        double[] y = {2, 5, 4, 9, 1};
        double[] x = {1, 2, 3, 4, 2};
        MEstimate estimate =
                MEstimation.solve(new Ratio(y, x), new double[] {1, 1, 1}).orElseThrow();
        double ratio = 21.0 / 12;
        double squares = 0;
        for (int i = 0; i < 5; i++) {
            squares += Math.pow(y[i] - ratio * x[i], 2);
        }
        assertThat(estimate.parameters()[2]).isCloseTo(ratio, within(1e-12));
        // The ratio estimator's variance, sum (y - r x)² / n² / mean(x)².
        assertThat(estimate.standardError(2)).isCloseTo(Math.sqrt(squares) / 5 / 2.4, within(1e-12));
        Estimate same = estimate.function(ratio, new double[] {1 / 2.4, -ratio / 2.4, 0}, Estimate.Scale.PLAIN);
        assertThat(same.standardError()).isCloseTo(estimate.standardError(2), within(1e-12));
    }

    @Test
    void equations_that_do_not_determine_a_parameter_are_singular() {
        Outcome<MEstimate> outcome =
                MEstimation.solve(new Ratio(new double[] {1, 2}, new double[] {0, 0}), new double[] {1, 0, 1});
        assertThat(cause(outcome)).isEqualTo(Cause.SINGULAR);
    }

    @Test
    void nobody_is_too_few() {
        assertThat(cause(MEstimation.solve(new Ratio(new double[0], new double[0]), new double[3])))
                .isEqualTo(Cause.TOO_FEW);
    }

    @Test
    void equations_without_a_root_say_what_the_iteration_did() {
        var rootless = new EstimatingEquations() {
            @Override
            public int parameters() {
                return 1;
            }

            @Override
            public int units() {
                return 1;
            }

            @Override
            public void add(int unit, double[] theta, double[] psi, double[][] slope) {
                psi[0] += theta[0] * theta[0] + 1;
                slope[0][0] += 2 * theta[0];
            }
        };
        Outcome<MEstimate> outcome = MEstimation.solve(rootless, new double[] {0.7});
        assertThat(cause(outcome)).isEqualTo(Cause.NOT_CONVERGED);
        assertThat(((Outcome.Missing<MEstimate>) outcome).shortfall().trace()).isNotEmpty();
    }

    @Test
    void a_start_of_another_length_is_a_fault() {
        assertThatThrownBy(() -> MEstimation.solve(new Ratio(new double[] {1}, new double[] {1}), new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 parameters cannot start from 2");
    }

    private static Cause cause(Outcome<?> outcome) {
        return ((Outcome.Missing<?>) outcome).shortfall().cause();
    }
}
