package org.trabecula.statistics.proportion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.trabecula.statistics.proportion.Tables.table;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Comparisons as journals printed them: cage or bone quality, counts, and the p-value with the test that gives it.
 *
 * <p>Sources: Kim 2022 (MIS-TLIF) DOI 10.14245/ns.2244140.070; Shin 2026 (randomised) DOI 10.1016/j.spinee.2026.06.017;
 * Cho 2018 (loosening, osteoporosis) DOI 10.1016/j.jos.2018.06.009; BE-TLIF double cage, stand-alone LLIF and
 * Ti-coated PEEK as abstracted from the published reports.
 */
class PublishedTablesTest {
    @ParameterizedTest(name = "{0}: {1}/{2} v {3}/{4}")
    @CsvSource({
        "MIS-TLIF fused at 12 months,        38, 40, 40, 43, 0.705, 3",
        "MIS-TLIF Bridwell grade I,          31, 40, 22, 43, 0.013, 3",
        "BE-TLIF fused,                      46, 48, 44, 47, 0.629, 3",
        "BE-TLIF grade I,                    36, 48, 25, 47, 0.027, 3",
        "Ti-coated PEEK fused at 6 months,   45, 49, 38, 50, 0.03,  2",
        "loosening osteoporotic or not,      10, 31, 7,  55, 0.029, 3"
    })
    void printsThePearsonPOf(String what, int x1, int n1, int x2, int n2, double printed, int decimals) {
        double p = table(x1, n1, x2, n2).pearson().orElseThrow();
        assertThat(rounded(p, decimals)).as(what).isEqualTo(printed);
    }

    @ParameterizedTest(name = "{0}: {1}/{2} v {3}/{4}")
    @CsvSource({
        "LLIF CT at 8 months,            23, 24, 30, 48, 0.002",
        "LLIF CT at 19 months,           18, 19, 36, 45, 0.258",
        "randomised subsidence 2 years,  2,  28, 10, 27, 0.010",
        "fusion by loosening at 2 years, 10, 14, 46, 49, 0.038",
        "Ti-coated PEEK by Fisher,       45, 49, 38, 50, 0.054"
    })
    void printsTheFisherPOf(String what, int x1, int n1, int x2, int n2, double printed) {
        double p = table(x1, n1, x2, n2).fisher();
        assertThat(rounded(p, 3)).as(what).isEqualTo(printed);
    }

    /** The same tables' three p-values to four decimals, recomputed from the counts when the published tables were gathered. */
    @ParameterizedTest
    @CsvSource({
        "38, 40, 40, 43, 0.7053, 1.0000, 1.0000",
        "31, 40, 22, 43, 0.0126, 0.0234, 0.0215",
        "46, 48, 44, 47, 0.6286, 0.9807, 0.6773",
        "36, 48, 25, 47, 0.0266, 0.0452, 0.0333",
        "23, 24, 30, 48, 0.0025, 0.0061, 0.0019",
        "18, 19, 36, 45, 0.1379, 0.2684, 0.2579",
        "26, 28, 25, 27, 0.9699, 1.0000, 1.0000",
        "2,  28, 10, 27, 0.0073, 0.0184, 0.0095",
        "1,  8,  7,  12, 0.0404, 0.1132, 0.0697",
        "45, 49, 38, 50, 0.0323, 0.0619, 0.0538",
        "28, 29, 30, 32, 0.6133, 1.0000, 1.0000",
        "10, 31, 7,  55, 0.0290, 0.0572, 0.0466",
        "20, 24, 36, 39, 0.2710, 0.4915, 0.4119",
        "10, 14, 46, 49, 0.0184, 0.0608, 0.0379",
        "35, 89, 42, 163, 0.0255, 0.0366, 0.0318",
        "2, 172, 8, 152, 0.0332, 0.0706, 0.0501"
    })
    void hasThePValues(int x1, int n1, int x2, int n2, double pearson, double yates, double fisher) {
        var table = table(x1, n1, x2, n2);
        assertThat(rounded(table.pearson().orElseThrow(), 4)).isEqualTo(pearson);
        assertThat(rounded(table.yates().orElseThrow(), 4)).isEqualTo(yates);
        assertThat(rounded(table.fisher(), 4)).isEqualTo(fisher);
    }

    /** Difference and Newcombe's 95 % limits in percentage points, recomputed in the same way. */
    @ParameterizedTest
    @CsvSource({
        "31, 40, 22, 43,   26.3,   5.7, 44.0",
        "23, 24, 30, 48,   33.3,  13.1, 47.9",
        "2,  28, 10, 27,  -29.9, -49.3, -8.0",
        "45, 49, 38, 50,   15.8,   1.1, 30.1",
        "10, 31, 7,  55,   19.5,   1.8, 38.3",
        "35, 89, 42, 163,  13.6,   1.6, 25.6"
    })
    void hasTheDifference(int x1, int n1, int x2, int n2, double points, double lower, double upper) {
        var table = table(x1, n1, x2, n2);
        var interval = table.newcombe(0.95).orElseThrow();
        assertThat(100 * table.difference().orElseThrow()).isCloseTo(points, within(0.0501));
        assertThat(100 * interval.lower()).isCloseTo(lower, within(0.0501));
        assertThat(100 * interval.upper()).isCloseTo(upper, within(0.0501));
    }

    private static double rounded(double value, int decimals) {
        double scale = Math.pow(10, decimals);
        return Math.round(value * scale) / scale;
    }
}
