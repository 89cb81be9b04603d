package org.trabecula.exchange.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.exchange.Problem;
import org.trabecula.exchange.TextFile;
import org.trabecula.study.spine.FusionGrade;

class OutcomeTableTest {
    private static final String HEADER =
            "subject,arm,visit,fusion,loosening,screws,screws_loose,odi,vas_back,vas_leg\n";

    private static OutcomeReading read(String text, String mapping) {
        return OutcomeTable.read(
                new TextFile("table.csv", text),
                Optional.of(mapping).filter(map -> !map.isEmpty()).map(map -> new TextFile("names.txt", map)),
                Set.of("titanium", "peek"));
    }

    private static List<OutcomeRow> rows(String text, String mapping) {
        return switch (read(text, mapping)) {
            case OutcomeReading.Rows rows -> rows.rows();
            case OutcomeReading.Broken broken -> throw new AssertionError(broken.problems());
        };
    }

    private static List<Problem> problems(String text, String mapping) {
        return switch (read(text, mapping)) {
            case OutcomeReading.Rows _ -> List.of();
            case OutcomeReading.Broken broken -> broken.problems();
        };
    }

    @Test
    void aRowBecomesAnOutcomeAndEmptyIsMissing() {
        List<OutcomeRow> rows = rows(
                HEADER
                        + "A-1,titanium,6,II,yes,4,1,22.5,3,2.5\nA-1,Titanium,12,Not Fused,NO,,,,,\n\nA-2,peek,6,Indeterminate,,,,,,\n",
                "");
        OutcomeRow first = rows.getFirst();
        assertThat(first.row()).isEqualTo(2);
        assertThat(first.grade()).contains(FusionGrade.II);
        assertThat(first.fused()).contains(true);
        assertThat(first.loose()).contains(true);
        assertThat(first.screws()).hasValue(4);
        assertThat(first.screwsLoose()).hasValue(1);
        assertThat(first.odi()).contains(new BigDecimal("22.5"));
        assertThat(first.vasLeg()).contains(new BigDecimal("2.5"));
        OutcomeRow second = rows.get(1);
        assertThat(second.arm()).isEqualTo("titanium");
        assertThat(second.fused()).contains(false);
        assertThat(second.grade()).isEmpty();
        assertThat(second.loose()).contains(false);
        assertThat(second.odi()).isEmpty();
        OutcomeRow third = rows.get(2);
        assertThat(third.row()).isEqualTo(5);
        assertThat(third.indeterminate()).isTrue();
        assertThat(third.fused()).isEmpty();
        assertThat(third.loose()).isEmpty();
    }

    @Test
    void aSpreadsheetFromAnywhereIsRead() {
        String text = "\uFEFF\"Pat. \"\"Nr\"\"\";Cage;Monat;Fusion;Locker;n;lose;ODI;Rücken;Bein;Bemerkung\r\n"
                + "7;PEEK;24;fused;no;6;0;12,5;55;8;\"zwei\r\nZeilen; mit Trenner\"\r\n8;PEEK;24;;;;;;;;\r\n";
        String mapping = "# Spalten\nsubject,\"Pat. \"\"Nr\"\"\"\narm=cage\nvisit=Monat\nloosening=locker\nscrews=n\n"
                + "screws_loose=lose\nvas_back=Rücken\nvas_leg=Bein\nvas_scale=100\n";
        List<OutcomeRow> rows = rows(text, mapping);
        assertThat(rows.getFirst().odi()).contains(new BigDecimal("12.5"));
        assertThat(rows.getFirst().vasBack()).contains(new BigDecimal("5.5"));
        assertThat(rows.getFirst().vasLeg().orElseThrow()).isEqualByComparingTo("0.8");
        assertThat(rows.get(1).row()).isEqualTo(3);
    }

    @Test
    void aTableMayDoWithoutAColumnWhenTheMappingSaysSo() {
        assertThat(rows(
                        "subject\tarm\tvisit\tfusion\nx\tpeek\t0\tiv\n",
                        "loosening=\nscrews=\nscrews_loose=\nodi=\nvas_back=\nvas_leg="))
                .singleElement()
                .satisfies(row -> assertThat(row.fused()).contains(false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A 1,peek,6,,,,,,,             | 1 | subject       | 'A 1' is no subject id",
                "=cmd(),peek,6,,,,,,,          | 1 | subject       | is no subject id",
                "A,steel,6,,,,,,,              | 2 | unknown-value | 'steel' is not known; it has to be peek or titanium",
                "A,,6,,,,,,,                   | 2 | missing-value | The cell is empty; it has to be peek or titanium",
                "A,peek,,,,,,,,                | 3 | missing-value | The visit is missing",
                "A,peek,6.5,,,,,,,             | 3 | out-of-range  | '6.5' is not a number of months",
                "A,peek,601,,,,,,,             | 3 | out-of-range  | 0 to 600",
                "A,peek,6,V,,,,,,              | 4 | unknown-value | 'V' is not known; it has to be I, II, III, IV",
                "A,peek,6,,maybe,,,,,          | 5 | unknown-value | it has to be yes or no",
                "A,peek,6,,,-4,,,,             | 6 | out-of-range  | '-4' is not a number of screws",
                "A,peek,6,,yes,4,5,,,          | 7 | screws        | 5 screws are loose, but there are 4",
                "A,peek,6,,yes,,1,,,           | 6 | screws        | The number of screws is missing",
                "A,peek,6,,no,4,1,,,           | 5 | screws        | Loosening is no, but 1 screws are loose",
                "A,peek,6,,yes,4,0,,,          | 5 | screws        | Loosening is yes, but no screw is loose",
                "A,peek,6,,,,,101,,            | 8 | out-of-range  | '101' is not a number from 0 to 100",
                "A,peek,6,,,,,1e1,,            | 8 | out-of-range  | '1e1' is not a number",
                "A,peek,6,,,,,,55,             | 9 | out-of-range  | say vas_scale=100 in the mapping file",
                "A,peek,6,,,,,,,-1             | 10| out-of-range  | '-1' is not a number from 0 to 10",
                "A,peek,6,,,,,,,1,             | 0 | csv-columns   | more cells than the header",
                "A,peek,6,\"x,,,,,,            | 0 | csv           | a quoted cell is not closed",
            })
    void aWrongCellIsNamedByRowAndColumn(String row, int column, String rule, String sentence) {
        assertThat(problems(HEADER + "Z,peek,6,,,,,,,\n" + row.strip() + "\n", ""))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.line()).isEqualTo(3);
                    assertThat(problem.column()).isEqualTo(column);
                    assertThat(problem.rule()).isEqualTo(rule);
                    assertThat(problem.sentence()).contains(sentence);
                });
    }

    @Test
    void allProblemsAreToldAtOnceWithRowsAsInTheSpreadsheet() {
        String text = HEADER + "A,peek,6,,,,,,,\n\nA,peek,6,,,,,,,\nA,titanium,12,X,,,,200,,\n";
        assertThat(problems(text, ""))
                .extracting(problem -> problem.line() + " " + problem.rule())
                .containsExactly("4 duplicate-row", "5 two-arms", "5 unknown-value", "5 out-of-range");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "odi        | 'odi' is no mapping",
                "oddi=x     | 'oddi' is none of subject,arm",
                "odi=a\\nodi=b | 'odi' is mapped a second time",
                "odi=a\\nvas_leg=a | Two columns are mapped to the same column",
                "arm=       | A table cannot do without the column 'arm'",
                "vas_scale=7| vas_scale is 10 or 100",
                "odi=points | The table has no column points. Nothing is read from odi.",
            })
    void aMappingThatDoesNotFitIsRefused(String mapping, String sentence) {
        assertThat(problems(HEADER + "A,peek,6,,,,,,,\n", mapping.replace("\\n", "\n")))
                .anySatisfy(problem -> assertThat(problem.sentence()).contains(sentence));
    }

    @Test
    void wrongColumnsEmptyTablesAndEndlessTablesAreRefused() {
        assertThat(problems("a,b,c\n1,2,3\n", ""))
                .singleElement()
                .satisfies(problem ->
                        assertThat(problem.sentence()).startsWith("The table has no column arm, fusion, loosening"));
        assertThat(problems("", ""))
                .singleElement()
                .satisfies(p -> assertThat(p.rule()).isEqualTo("csv-columns"));
        assertThat(problems(HEADER, ""))
                .singleElement()
                .satisfies(p -> assertThat(p.rule()).isEqualTo("empty"));
        assertThat(problems(HEADER.replace("odi", "odi,odi"), "")).isNotEmpty();
        assertThat(problems(HEADER + ",\n".repeat(100_001), ""))
                .extracting(Problem::rule)
                .contains("too-long");
        assertThat(problems("x".repeat(20_000_001), ""))
                .extracting(Problem::rule)
                .containsExactly("too-large");
        assertThat(problems(HEADER + "?,,,,,,,,,\n".repeat(5_000), "")).hasSize(1001);
    }

    @Test
    void anyTextIsEitherRowsOrProblemsAndNeverAFault() {
        String signs = "A1,;\t\"\n\r .-peknotfusdI=\uFEFFé";
        for (int seed = 1; seed <= 2_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            StringBuilder text = new StringBuilder(random.nextBoolean() ? HEADER : "");
            random.ints(random.nextInt(0, 80), 0, signs.length()).forEach(i -> text.append(signs.charAt(i)));
            assertThat(read(text.toString(), random.nextBoolean() ? "" : text.toString()))
                    .isNotNull();
        }
    }
}
