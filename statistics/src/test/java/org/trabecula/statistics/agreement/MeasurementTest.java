package org.trabecula.statistics.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.trabecula.statistics.agreement.ReaderTableTest.cause;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.trabecula.statistics.agreement.IntraclassCorrelation.Form;
import org.trabecula.statistics.estimate.Shortfall.Cause;

class MeasurementTest {

    /** Shrout and Fleiss 1979, table 4: the six forms for their table 2 are .17, .29, .71, .44, .62, .91. */
    @Test
    void has_the_published_intraclass_correlations() {
        var all = IntraclassCorrelation.of(new double[][] {
                    {9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}
                })
                .orElseThrow();
        double[] published = {0.17, 0.29, 0.71, 0.44, 0.62, 0.91};
        for (Form form : Form.values()) {
            assertThat(all.form(form, 0.95).value()).isCloseTo(published[form.ordinal()], within(0.005));
            assertThat(all.form(form, 0.95).interval().contains(published[form.ordinal()]))
                    .isTrue();
        }
    }

    @Test
    void does_not_mind_unit_origin_or_order() {
        var random = new SplittableRandom(1);
        double[][] one = new double[12][3];
        double[][] other = new double[12][3];
        for (int i = 0; i < 12; i++) {
            double subject = random.nextDouble(10);
            for (int j = 0; j < 3; j++) {
                one[i][j] = subject + j + random.nextDouble(3);
                other[11 - i][2 - j] = 1_000 - 2.5 * one[i][j];
            }
        }
        for (Form form : Form.values()) {
            var first = IntraclassCorrelation.of(one).orElseThrow().form(form, 0.9);
            var second = IntraclassCorrelation.of(other).orElseThrow().form(form, 0.9);
            assertThat(second.value()).isCloseTo(first.value(), within(1e-10));
            assertThat(second.interval().lower()).isCloseTo(first.interval().lower(), within(1e-9));
            assertThat(second.p()).isCloseTo(first.p(), within(1e-10));
        }
    }

    /** 2,000 samples of 20 subjects and true ICC 0.6; the error of a simulated coverage is 0.5 %, the limit 3.5 of it. */
    @Test
    void covers_the_true_correlation() {
        var random = new SplittableRandom(2);
        int covered = 0;
        for (int trial = 0; trial < 2_000; trial++) {
            double[][] measured = new double[20][3];
            for (double[] row : measured) {
                double subject = random.nextGaussian() * Math.sqrt(0.6);
                for (int j = 0; j < 3; j++) {
                    row[j] = subject + random.nextGaussian() * Math.sqrt(0.4);
                }
            }
            covered += IntraclassCorrelation.of(measured)
                            .orElseThrow()
                            .form(Form.CONSISTENCY, 0.95)
                            .interval()
                            .contains(0.6)
                    ? 1
                    : 0;
        }
        assertThat(covered / 2_000.0).isBetween(0.933, 0.967);
    }

    @Test
    void needs_two_subjects_and_readers_who_differ() {
        assertThat(cause(IntraclassCorrelation.of(new double[][] {{1, 2}}))).isEqualTo(Cause.TOO_FEW);
        assertThat(cause(IntraclassCorrelation.of(new double[0][]))).isEqualTo(Cause.TOO_FEW);
        assertThat(cause(IntraclassCorrelation.of(new double[][] {{1, 1}, {2, 2}, {5, 5}})))
                .isEqualTo(Cause.SINGULAR);
        assertThat(cause(IntraclassCorrelation.of(new double[][] {{0.1, 1.1}, {2.2, 3.2}, {5, 6}})))
                .isEqualTo(Cause.SINGULAR);
        assertThatThrownBy(() -> IntraclassCorrelation.of(new double[][] {{1, 2}, {3}}))
                .hasMessageContaining("same two or more readers");
        assertThatThrownBy(() -> IntraclassCorrelation.of(new double[][] {{1, Double.NaN}}))
                .hasMessageContaining("finite");
    }

    /** 400 samples of 25 pairs: the exact interval of the upper limit covers bias + 1.96 sd; error 1.1 %, 3.5 of it. */
    @Test
    void covers_the_true_limit_of_agreement() {
        var random = new SplittableRandom(3);
        int covered = 0;
        for (int trial = 0; trial < 400; trial++) {
            double[] x = new double[25];
            double[] y = new double[25];
            for (int i = 0; i < 25; i++) {
                x[i] = random.nextGaussian() + 1;
            }
            var pairs = BlandAltman.of(x, y).orElseThrow();
            covered += pairs.upperLimitExact(0.95).contains(1 + 1.959964) ? 1 : 0;
        }
        assertThat(covered / 400.0).isBetween(0.912, 0.988);
    }

    @Test
    void compares_methods_that_hardly_vary() {
        var constant =
                BlandAltman.of(new double[] {3, 4, 5}, new double[] {2, 3, 4}).orElseThrow();
        assertThat(constant.bias()).isEqualTo(1);
        assertThat(constant.sd()).isZero();
        assertThat(constant.slope()).hasValue(0);
        assertThat(constant.slopeP()).isEmpty();
        assertThat(constant.correlation()).isEmpty();
        assertThat(constant.limits().width()).isZero();
        assertThat(cause(BlandAltman.of(new double[] {1}, new double[] {2}))).isEqualTo(Cause.TOO_FEW);
        assertThatThrownBy(() -> BlandAltman.of(new double[2], new double[3])).hasMessageContaining("same subjects");
        assertThat(cause(Concordance.of(new double[] {1, 1}, new double[] {1, 2})))
                .isEqualTo(Cause.TOO_FEW);
        var shifted =
                Concordance.of(new double[] {1, 2, 3}, new double[] {2, 3, 4}).orElseThrow();
        assertThat(shifted.correlation()).isCloseTo(1, within(1e-12));
        assertThat(shifted.value()).isCloseTo(2 * (2 / 3.0) / (4 / 3.0 + 1), within(1e-12));
        assertThat(shifted.interval(0.95)).isEmpty();
    }
}
