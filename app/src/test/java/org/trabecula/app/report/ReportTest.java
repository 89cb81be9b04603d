package org.trabecula.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The report of a virtual cohort of ninety. */
class ReportTest {
    private static final Pattern UNSAID =
            Pattern.compile("(report|endpoint|cause|visit|modality|agreement)\\.[a-z0-9_]+[.a-z0-9_-]*");
    private static final VirtualStudy STUDY = VirtualStudy.of(90);
    private static final ReportFolder REPORT = english();
    private static final SortedMap<String, byte[]> FILES = REPORT.files();

    @Test
    void theSecondComputationAgrees() {
        REPORT.write(Path.of("target", "report-en"));
        assertThat(REPORT.agrees()).isTrue();
        assertThat(text("report.html")).contains("agree to 1e-9");
    }

    @Test
    void aCorruptedExportIsFoundOutAndSaidOnTheFirstPage() {
        ReportFolder corrupted = STUDY.report(
                new Reporting(Locale.ENGLISH, "", Optional.empty()),
                csv -> csv.replaceFirst("(?m)^(([^,\\n]*,){4})[0-9.]+", "$199.5"));
        assertThat(corrupted.agrees()).isFalse();
        assertThat(new String(corrupted.files().get("report.html"), StandardCharsets.UTF_8))
                .contains("The second computation disagrees with the first");
    }

    private static ReportFolder english() {
        return STUDY.report(new Reporting(Locale.ENGLISH, "http://localhost:8080", Optional.empty()));
    }

    private static String text(String name) {
        return new String(FILES.get(name), StandardCharsets.UTF_8);
    }

    @Test
    void beforeTheDesignIsSignedThereIsNoOutcomeInAnyFile() {
        SortedMap<String, byte[]> closed = STUDY.reportBefore(
                        1, new Reporting(Locale.ENGLISH, "http://localhost:8080", Optional.empty()))
                .files();
        assertThat(closed.keySet())
                .containsExactlyInAnyOrder(
                        "figures/f1.svg",
                        "figures/f2.svg",
                        "figures/f3.svg",
                        "manifest.json",
                        "report.html",
                        "report.pdf",
                        "tables/t1.csv",
                        "tables/t1.json",
                        "tables/t1b.csv",
                        "tables/t1b.json",
                        "tables/t2.csv",
                        "tables/t2.json");
        String page = new String(closed.get("report.html"), StandardCharsets.UTF_8);
        assertThat(page)
                .contains("the design of the comparison, as it stands, is not signed")
                .contains("T1.", "T2.", "F1.", "F2.", "F3.")
                .doesNotContain("judged,", "T3.", "F4.", "data.csv");
        assertThat(text("report.html")).contains("judged,", "T3.", "data.csv");
    }

    @Test
    void everyPartIsThere() {
        assertThat(FILES.keySet())
                .contains("report.html", "report.pdf", "data.csv", "manifest.json", "tables/t1.csv", "tables/t10.json")
                .contains(
                        "figures/f1.svg", "figures/f2.svg", "figures/f3.svg", "figures/f4.svg", "figures/f5-fusion.svg")
                .contains("figures/f6-odi.svg", "figures/f7.svg", "figures/f8-fusion.svg");
        assertThat(text("data.csv").lines()).hasSizeGreaterThan(80);
    }

    @Test
    void twiceTheSameBytes() {
        SortedMap<String, byte[]> again = english().files();
        assertThat(again.keySet()).isEqualTo(FILES.keySet());
        for (Map.Entry<String, byte[]> file : again.entrySet()) {
            assertThat(file.getValue()).as(file.getKey()).isEqualTo(FILES.get(file.getKey()));
        }
    }

    @Test
    void noNumberIsMissingWithoutAWordAndNoWordIsMissing() {
        String page = text("report.html");
        assertThat(page).doesNotContain("NaN").doesNotContain("Infinity").doesNotContain("Optional[");
        assertThat(UNSAID.matcher(page.replaceAll("(?s)<style>.*?</style>", "").replaceAll("<[^>]*>", " "))
                        .results()
                        .map(found -> found.group())
                        .filter(found -> !found.startsWith("report.pdf"))
                        .distinct())
                .isEmpty();
        assertThat(page).contains("Simulated data").contains("http://localhost:8080/participants/");
        assertThat(page).contains("Main diagnosis = Lumbar spinal stenosis").doesNotContain("Main diagnosis = 1");
    }

    @Test
    void aNumberLeadsToItsDerivationThatToParticipantsAndTheirStatusToTheReadsOfIt() {
        String page = text("report.html");
        assertThat(page).containsPattern("<a href=\"#d\\d+\">").containsPattern("<dd>[^\n]*<a href=\"#g\\d+\">");
        assertThat(page).contains("<a href=\"#p-3DCOP-01-001\">", "<tr id=\"p-3DCOP-01-001\">");
        assertThat(page).containsPattern("<td>yes <small><a href=\"http://localhost:8080/entries/\\d+\">");
    }

    @Test
    void chineseSaysEverythingInChinese() {
        ReportFolder report = STUDY.report(new Reporting(Locale.SIMPLIFIED_CHINESE, "", Reporting.chineseFont()));
        report.write(Path.of("target", "report-zh"));
        SortedMap<String, byte[]> chinese = report.files();
        String page = new String(chinese.get("report.html"), StandardCharsets.UTF_8);
        assertThat(page)
                .contains("主要终点")
                .contains("模拟数据")
                .contains("主要诊断 = 腰椎管狭窄症")
                .contains("lang=\"zh-Hans\"");
        assertThat(UNSAID.matcher(page.replaceAll("(?s)<style>.*?</style>", "").replaceAll("<[^>]*>", " "))
                        .results()
                        .map(found -> found.group())
                        .distinct())
                .isEmpty();
    }
}
