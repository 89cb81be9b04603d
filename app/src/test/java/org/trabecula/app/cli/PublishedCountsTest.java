package org.trabecula.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * Participants rebuilt from published counts, brought in by the real command and analysed by the real command, give the
 * published percentages and the p-value that the paper printed, by the test it used.
 *
 * <p>The counts are events of total, 3D-printed or first group against PEEK or second group, as the papers print them or
 * as they follow from the printed percentages:
 *
 * <ul>
 *   <li>MIS-TLIF 2022 and BE-TLIF: 3D-printed titanium against PEEK cages, fusion by Bridwell's grades;
 *   <li>LLIF: 3D-printed titanium against PEEK, CT at 8 and 19 months, counted in levels;
 *   <li>RCT 2026: subsidence at 2 years. No endpoint of the reference study, but a yes or no of a participant like
 *       loosening, in whose column it stands here;
 *   <li>titanium-coated PEEK against PEEK, a randomised trial, fused at 6 months;
 *   <li>Cho et al. 2018: loosening in osteoporotic participants against the others, and fusion at 2 years in participants
 *       with loose screws against the others. The two groups stand here in the place of the arms.
 * </ul>
 */
class PublishedCountsTest {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest(name = "{0}: {3}/{4} v {5}/{6}, p {9} by {10}")
    @CsvSource({
        "MIS-TLIF 2022 fused,          fusion,         12, 38, 40, 40, 43, 95.0, 93.0, 0.705, Pearson, 3",
        "MIS-TLIF 2022 grade I,        fusion-grade-I, 12, 31, 40, 22, 43, 77.5, 51.2, 0.013, Pearson, 3",
        "BE-TLIF fused,                fusion,         12, 46, 48, 44, 47, 95.8, 93.6, 0.629, Pearson, 3",
        "BE-TLIF grade I,              fusion-grade-I, 12, 36, 48, 25, 47, 75.0, 53.2, 0.027, Pearson, 3",
        "LLIF CT at 8 months,          fusion,          8, 23, 24, 30, 48, 95.8, 62.5, 0.002, Fisher, 3",
        "LLIF CT at 19 months,         fusion,         19, 18, 19, 36, 45, 94.7, 80.0, 0.258, Fisher, 3",
        "RCT 2026 subsidence,          loosening,      24,  2, 28, 10, 27,  7.1, 37.0, 0.010, Fisher, 3",
        "Ti-coated PEEK fused,         fusion,          6, 45, 49, 38, 50, 91.8, 76.0, 0.03,  Pearson, 2",
        "Ti-coated PEEK fused,         fusion,          6, 45, 49, 38, 50, 91.8, 76.0, 0.054, Fisher, 3",
        "loosening osteoporotic,       loosening,       6, 10, 31,  7, 55, 32.3, 12.7, 0.029, Pearson, 3",
        "fusion by loosening,          fusion,         24, 10, 14, 46, 49, 71.4, 93.9, 0.038, Fisher, 3"
    })
    void givesThePublishedTable(
            String what,
            String endpoint,
            int months,
            int firstEvents,
            int first,
            int secondEvents,
            int second,
            double firstPercent,
            double secondPercent,
            double p,
            String test,
            int decimals)
            throws IOException {
        Shell shell = new Shell(folder);
        String table = "subject,arm,visit,fusion,loosening,screws,screws_loose,odi,vas_back,vas_leg\n"
                + group("A", "titanium", endpoint, months, firstEvents, first)
                + group("B", "peek", endpoint, months, secondEvents, second);

        assertThat(shell.run("import", shell.file("published.csv", table).toString()))
                .as(what)
                .extracting(Shell.Said::status, Shell.Said::err)
                .containsExactly(0, "");

        JsonNode analysed = shell.analysed();
        JsonNode titanium = find(analysed.path("rates"), endpoint, months, "titanium");
        JsonNode peek = find(analysed.path("rates"), endpoint, months, "peek");
        assertThat(titanium.path("events").asInt()).isEqualTo(firstEvents);
        assertThat(titanium.path("total").asInt()).isEqualTo(first);
        assertThat(titanium.path("missing").asInt()).isZero();
        assertThat(rounded(100 * titanium.path("rate").asDouble(), 1)).isEqualTo(firstPercent);
        assertThat(rounded(100 * peek.path("rate").asDouble(), 1)).isEqualTo(secondPercent);
        JsonNode compared = find(analysed.path("comparisons"), endpoint, months, "");
        assertThat(rounded(compared.path("p" + test).asDouble(), decimals)).isEqualTo(p);
        assertThat(compared.path("difference").asDouble())
                .isEqualTo(titanium.path("rate").asDouble() - peek.path("rate").asDouble());

        String line = shell.run("analyse")
                .out()
                .lines()
                .dropWhile(text -> !text.startsWith(months + " months"))
                .filter(text -> text.contains(endpoint + ", participants"))
                .findFirst()
                .orElse("");
        assertThat(line.split("\\s+"))
                .contains(
                        firstEvents + "/" + first,
                        String.format(Locale.ROOT, "%.1f", firstPercent),
                        String.format(Locale.ROOT, "%.1f", secondPercent),
                        String.format(
                                Locale.ROOT, "%.3f", compared.path("p" + test).asDouble()));
    }

    /** One row for each participant; whoever is no event is firm, not fused, or of grade II. */
    private static String group(String letter, String arm, String endpoint, int months, int events, int total) {
        StringBuilder rows = new StringBuilder();
        for (int i = 1; i <= total; i++) {
            boolean event = i <= events;
            String fusion = switch (endpoint) {
                case "fusion" -> event ? "fused" : "not fused";
                case "fusion-grade-I" -> event ? "I" : "II";
                default -> "";
            };
            String loosening = !endpoint.equals("loosening") ? "" : event ? "yes" : "no";
            rows.append("%s-%02d,%s,%d,%s,%s,,,,,%n".formatted(letter, i, arm, months, fusion, loosening));
        }
        return rows.toString();
    }

    private static JsonNode find(JsonNode list, String endpoint, int months, String arm) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(one -> one.path("endpoint").asString("").equals(endpoint))
                .filter(one -> one.path("visit").asInt() == months)
                .filter(one -> one.path("unit").asString("").equals("participant"))
                .filter(one -> one.path("arm").asString("").equals(arm))
                .findFirst()
                .orElseThrow();
    }

    private static double rounded(double value, int decimals) {
        double scale = Math.pow(10, decimals);
        return Math.round(value * scale) / scale;
    }
}
