package org.trabecula.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.study.protocol.AnalysisPlan;
import org.trabecula.study.protocol.Estimation;
import org.trabecula.study.protocol.Estimation.Estimator;
import org.trabecula.study.protocol.Estimation.Variance;

/** The claim is computed a second time whatever weights and error the plan wants. */
class SecondPathsTest {
    private static final VirtualStudy STUDY = VirtualStudy.of(60);

    @ParameterizedTest
    @CsvSource({
        "OVERLAP_WEIGHTS, ONE_STEP_JACKKNIFE",
        "INVERSE_WEIGHTS, SANDWICH",
        "INVERSE_WEIGHTS, ONE_STEP_JACKKNIFE",
        "TREATED_WEIGHTS, ONE_STEP_JACKKNIFE",
    })
    void bothPathsAgree(Estimator estimator, Variance variance) {
        ReportFolder report =
                STUDY.report(new Reporting(Locale.ENGLISH, "", Optional.empty()), plan(estimator, variance));
        assertThat(report.agrees()).isTrue();
        assertThat(new String(report.files().get("report.html"), StandardCharsets.UTF_8))
                .contains("agree to 1e-9")
                .doesNotContain("The second computation repeats the counts and the overlap-weighted row");
    }

    /** The reference plan with another estimator, and without the rule that augments it. */
    private static AnalysisPlan plan(Estimator estimator, Variance variance) {
        AnalysisPlan plan = STUDY.protocol().analysis().orElseThrow();
        Estimation old = plan.estimation();
        return new AnalysisPlan(
                plan.version(),
                plan.fingerprint(),
                plan.contrast(),
                plan.estimands(),
                plan.sets(),
                plan.windows(),
                plan.endpoints(),
                plan.covariates(),
                new Estimation(estimator, List.of(), Optional.empty(), variance, old.missing(), 100, 2, old.seed()),
                plan.multiplicity(),
                List.of(),
                plan.trim());
    }
}
