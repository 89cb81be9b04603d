package org.trabecula.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.app.Installation;
import org.trabecula.study.comparability.Comparability;
import org.trabecula.study.conduct.Answer;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.conduct.Register;
import org.trabecula.study.conduct.Request;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.journal.Signature;
import org.trabecula.study.protocol.AnalysisPlan;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.site.Role;

/** A cut from before an amendment is reported by the plan of its time, and the newest by the newest. */
class AmendedPlanTest {
    private static final Reporting REPORTING = new Reporting(Locale.ENGLISH, "", Optional.empty());

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aCutIsReportedByThePlanThatWasInForceThen() throws IOException {
        FilledHome filled = FilledHome.of(folder.resolve("home"), 40);
        long before;
        try (Installation installation = filled.open()) {
            before = installation.desk().view(Register::position);
        }
        filled.amend("9.0", "9.0", "variance: one-step-jackknife", "variance: sandwich");
        try (Installation installation = filled.open()) {
            sign(installation);
            ReportFolder then = REPORTING.of(installation, Optional.of(before));
            ReportFolder now = REPORTING.of(installation, Optional.empty());

            String old = installation
                    .protocolAt(installation.desk().asOf(before))
                    .analysis()
                    .orElseThrow()
                    .version();
            assertThat(old).isNotEqualTo("9.0");
            assertThat(text(then, "manifest.json")).contains("\"version\" : \"" + old + "\"");
            assertThat(text(now, "manifest.json")).contains("\"version\" : \"9.0\"");
            // The plans differ in the error, and each report names its own
            assertThat(text(then, "tables/t3.json")).contains("rows are those of the one-step jackknife");
            assertThat(text(now, "tables/t3.json")).contains("rows are those of the stacked sandwich");
            assertThat(then.agrees()).isTrue();
            assertThat(now.agrees()).isTrue();
        }
    }

    /** The amended plan has a design of its own to sign; until then no report shows an outcome. */
    private static void sign(Installation installation) {
        assertThat(REPORTING.of(installation, Optional.empty()).outcomes()).isFalse();
        Protocol protocol = installation.protocol();
        AnalysisPlan plan = protocol.analysis().orElseThrow();
        Intent intent = installation.desk().view(register -> {
            var terms = register.milestones().terms(plan);
            var design = ((Comparability.Fitted) Comparability.of(register, protocol, plan, terms)).design();
            return new Intent.SignDesign(
                    plan.fingerprint(),
                    terms,
                    design.fingerprint(plan, terms, register.position()).toString(),
                    register.position(),
                    new Signature("A statistician", "I sign this design"));
        });
        Actor statistician = new Actor("virtual.statistician", Role.STATISTICIAN.name(), Actor.EVERY_SITE);
        assertThat(installation.desk().submit(Request.of(statistician, intent))).isInstanceOf(Answer.Recorded.class);
    }

    private static String text(ReportFolder report, String name) {
        return new String(report.files().get(name), StandardCharsets.UTF_8);
    }
}
