package org.trabecula.exchange.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.exchange.Problem;

/** Breaks the reference study in one place at a time. */
class StudyLintTest {

    private static SortedMap<String, String> files() throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        for (String name : List.of(
                "study.yaml",
                "analysis.yaml",
                "texts-zh.csv",
                "forms/screening.csv",
                "forms/baseline.csv",
                "forms/odi.csv",
                "forms/vas.csv")) {
            files.put(name, Files.readString(ReferenceStudyTest.FOLDER.resolve(name)));
        }
        return files;
    }

    private static List<Problem> problems(SortedMap<String, String> files) {
        return switch (StudyFolder.read(files)) {
            case Reading.Readable _ -> List.of();
            case Reading.Broken broken -> broken.problems();
        };
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "study.yaml | planned: 90 | plannned: 90 | unknown-key | 'plannned' is not known here",
                "study.yaml | planned: 90 | # | missing-key | The key 'planned' is missing",
                "study.yaml | planned: 90 | planned: many | wrong-type | a whole number from 1 to 100000, not 'many'",
                "study.yaml | planned: 90 | planned: [9] | wrong-type | 'planned' is one value here",
                "study.yaml | planned: 90 | id: again | duplicate-key | The key 'id' stands here a second time",
                "study.yaml | planned: 90 | planned: *x | yaml | Write the value out",
                "study.yaml | version: \"1.1\" | version: ] | yaml | The text is not YAML here",
                "study.yaml | - id: peek | - id: titanium | duplicate-name | 'titanium' stands a second time among arms",
                "study.yaml | [PEEK] | [PEAK] | unknown-value | 'PEAK' is none of",
                "study.yaml | [PEEK] | [PRINTED_POROUS_TITANIUM] | ambiguous-arm | already leads to the arm titanium",
                "study.yaml | Asia/Shanghai | Asia/Sanghai | unknown-value | is no time zone",
                "study.yaml | consent: [\"1.0\"] | consent: [] | missing-value | a version of the consent document",
                "study.yaml | [scr_age] >= 50 | [scr_agee] >= 50 | unknown-field | column 1: there is no field [scr_agee]",
                "study.yaml | [scr_age] >= 50 | [scr_age] >= | logic | cannot be read. Column 13",
                "study.yaml | [scr_age] >= 50 | [age] >= 50 | other-form | Eligibility is decided before consent, and [age]",
                "study.yaml | [scr_plif] = '1' | [scr_plif] = '2' | logic-type | [scr_plif] has no code 2",
                "study.yaml | at: m3 | at: 3 months | wrong-type | is not a timepoint",
                "study.yaml | at: m12 | at: m5 | window | The visit m5 stands after m6",
                "study.yaml | before: 35 | before: 100 | window | reaches the target day of the neighbouring visit",
                "study.yaml | before: 35 | before: -3 | wrong-type | a whole number from 0 to 366",
                "study.yaml | forms: [odi, vas] | forms: [odi, was] | unknown-form | asks for the unknown form 'was'",
                "study.yaml | forms: [odi, vas] | forms: [screening] | unknown-form | filled in before consent",
                "study.yaml | primary: m6 | primary: m9 | unknown-visit | m9 is no visit after surgery",
                "study.yaml | confidence: 0.95 | confidence: 95 | wrong-type | a number from 0.5 to 0.999, not '95'",
                "study.yaml | bridwell-1-2/v1 | bridwell | wrong-type | a definition with its version",
                "study.yaml | [3, 5] | [5, 3] | wrong-type | a range like [3, 5]",
                "study.yaml | loosening_first: true | loosening_first: false | screws-not-apart | needs loosening_first",
                "study.yaml | screws_only: true | screws_only: maybe | wrong-type | is true or false, not 'maybe'",
                "study.yaml | item: odi_percent | item: odi_total | unknown-field | has no field [odi_total]",
                "study.yaml | item: teriparatide_stop | item: nothing | unknown-field | has no field [nothing]",
                "study.yaml | [vas_back] <= 10 | [odi_1] <= 10 | other-form | [odi_1] belongs to 'odi'",
                "study.yaml | id: vas, title | id: vass, title | unknown-form | has fields of the form 'vass'",
                "forms/vas.csv | Field Note | Field Notes | csv-columns | column 7 is 'Field Notes' instead of 'Field Note'",
                "forms/vas.csv | Back pain, | \"Back\" pain, | csv | not comma-separated text",
                "forms/vas.csv | vas_scale,vas | Vas_scale,vas | field-name | 'Vas_scale' is no field name",
                "forms/vas.csv | vas_leg,vas | vas_back,vas | duplicate-name | There is a field [vas_back] already",
                "forms/vas.csv | vas_leg,vas | odi_1,vas | duplicate-name | There is a field [odi_1] already",
                "forms/vas.csv | radio | slider | field-type | The field type 'slider' is not known",
                "forms/vas.csv | number | phone | field-type | The validation 'phone' is not known",
                "forms/vas.csv | \"10, 0 to 10 | \"10 | choices | '10' is no choice",
                "forms/vas.csv | 100, 0 to | 10, 0 to | duplicate-name | The code 10 stands twice",
                "forms/vas.csv | number,0,100 | number,zero,100 | bounds | 'zero' is not a number",
                "forms/vas.csv | number,0,100 | number,200,100 | bounds | above its largest",
                "forms/vas.csv | [vas_leg] / 10 | [vas_arm] / 10 | unknown-field | there is no field [vas_arm]",
                "forms/vas.csv | [vas_leg] / 10 | [vas_leg_10] / 10 | cycle | [vas_leg_10] can never be computed",
                "forms/vas.csv | [vas_scale] = '100' | [vas_scale] = '1000' | logic-type | [vas_scale] has no code 1000",
                "forms/baseline.csv | [smoking] = '1' | [pack_years] = '1' | cycle | shown depending on itself",
                "forms/baseline.csv | [diabetes] = '1' | [dxa_device] * 2 > 1 | logic-type | [dxa_device] is not a number",
                "texts-zh.csv | form,field,part,text | field,part,text | csv-columns | has to be form,field,part,text",
                "texts-zh.csv | odi,odi_1,label | odi,odi_0,label | unknown-field | no label of odi/odi_0 to translate",
                "texts-zh.csv | odi,odi_1,label | odi,odi_2,label | duplicate-name | translated a second time",
            })
    void aBrokenPlaceIsNamedWithItsRule(String file, String before, String after, String rule, String sentence)
            throws IOException {
        SortedMap<String, String> files = files();
        String whole = files.getOrDefault(file, "");
        assertThat(whole).contains(before);
        int at = whole.indexOf(before);
        files.put(file, whole.substring(0, at) + after + whole.substring(at + before.length()));
        int line = (int) whole.substring(0, at).chars().filter(c -> c == '\n').count() + 1;

        assertThat(problems(files)).anySatisfy(problem -> {
            assertThat(problem.rule()).isEqualTo(rule);
            assertThat(problem.sentence()).contains(sentence);
            assertThat(problem.file()).isNotBlank();
        });
        assertThat(problems(files)).anySatisfy(problem -> {
            assertThat(problem.file()).isEqualTo(file);
            assertThat(Math.abs(problem.line() - line)).as("line %d", line).isLessThanOrEqualTo(14);
        });
    }

    @Test
    void theLineAndColumnOfAProblemAreExact() throws IOException {
        SortedMap<String, String> files = files();
        files.computeIfPresent("study.yaml", (_, text) -> text.replace("planned: 90", "planned: many"));
        files.computeIfPresent("forms/vas.csv", (_, text) -> text.replaceFirst("number,0,100", "number,0,lots"));
        assertThat(problems(files))
                .extracting(problem -> problem.file() + ":" + problem.line() + ":" + problem.column())
                .containsExactly("forms/vas.csv:3:10", "study.yaml:9:10");
    }

    @Test
    void aCycleOfCalculationsIsFoundAcrossFields() throws IOException {
        SortedMap<String, String> files = files();
        files.computeIfPresent(
                "forms/odi.csv", (_, text) -> text.replace("if([odi_10] = '', 0, 1)", "if([odi_band] = '', 0, 1)"));
        assertThat(problems(files))
                .extracting(Problem::rule, problem -> problem.sentence().substring(0, 14))
                .containsExactly(
                        tuple("cycle", "[odi_answered]"),
                        tuple("cycle", "[odi_percent] "),
                        tuple("cycle", "[odi_band] can"));
    }

    @Test
    void aMissingTranslationIsAWarningAndEnglishStandsIn() throws IOException {
        SortedMap<String, String> files = files();
        files.remove("texts-zh.csv");
        Reading reading = StudyFolder.read(files);
        assertThat(reading).isInstanceOfSatisfying(Reading.Readable.class, readable -> {
            assertThat(readable.warnings())
                    .hasSizeGreaterThan(100)
                    .allMatch(p -> p.rule().equals("missing-translation"));
            assertThat(readable.protocol()
                            .form("odi")
                            .orElseThrow()
                            .item("odi_1")
                            .orElseThrow()
                            .label()
                            .chinese())
                    .isEqualTo("Section 1");
        });
    }

    @Test
    void imagesOfAnEarlierVisitAreAWarning() throws IOException {
        SortedMap<String, String> files = files();
        files.computeIfPresent(
                "study.yaml", (_, text) -> text.replace("compare_earlier: false", "compare_earlier: true"));
        assertThat(StudyFolder.read(files)).isInstanceOfSatisfying(Reading.Readable.class, readable -> {
            assertThat(readable.warnings()).extracting(Problem::rule).containsExactly("order-of-visits-shown");
            assertThat(readable.protocol().charter().sheets().compareEarlier()).isTrue();
        });
    }

    @Test
    void aHostileYamlIsASentence() throws IOException {
        for (String text : List.of(
                "[".repeat(5_000),
                "[\n".repeat(200_000),
                "x\n".repeat(200_000),
                "? ".repeat(4_000),
                "a: &x [1]\nb: *x",
                "id: x\n---\nid: y",
                "id: !!java.net.URL [x]",
                "id: \u0000",
                "",
                "- just a list",
                "x".repeat(3_000_000))) {
            SortedMap<String, String> files = files();
            files.put("study.yaml", text);
            assertThat(problems(files))
                    .isNotEmpty()
                    .allSatisfy(p -> assertThat(p.file()).isEqualTo("study.yaml"));
        }
    }

    @Test
    void everyTruncationOfTheStudyIsReadOrRefusedAndNeverAFault() throws IOException {
        SortedMap<String, String> files = files();
        for (String name : List.copyOf(files.keySet())) {
            String whole = files.getOrDefault(name, "");
            for (int length = 0; length < whole.length(); length += 1997) {
                files.put(name, whole.substring(0, length));
                assertThat(StudyFolder.read(files)).isNotNull();
            }
            files.put(name, whole);
        }
    }

    @Test
    void anEmptyFolderAndAFileInAnotherEncodingAreRefused(@TempDir Path folder) throws IOException {
        assertThat(StudyFolder.load(folder))
                .isInstanceOfSatisfying(
                        Reading.Broken.class,
                        broken -> assertThat(broken.problems())
                                .singleElement()
                                .satisfies(problem -> assertThat(problem)
                                        .hasToString("study.yaml: The folder has no study.yaml. [missing-file]")));
        Files.write(folder.resolve("study.yaml"), new byte[] {'i', 'd', ':', (byte) 0xE4});
        assertThat(StudyFolder.load(folder))
                .isInstanceOfSatisfying(
                        Reading.Broken.class,
                        broken -> assertThat(broken.problems())
                                .singleElement()
                                .satisfies(problem -> assertThat(problem.rule()).isEqualTo("encoding")));
    }
}
