package org.trabecula.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SortedMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trabecula.study.participant.ParticipantId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is wrong with the data, the whole report is written, and says in words what it cannot say in numbers. */
class BadInputReportTest {

    /** What can be wrong. */
    enum Trouble {
        NOBODY,
        ONE_PERSON,
        EMPTY_ARM,
        NO_EVENT,
        ONE_EVENT,
        EVERYTHING_MISSING,
        NOBODY_AT_MONTH_6,
        EVERYBODY_ALIKE;

        SmallStudy study() {
            SmallStudy study = new SmallStudy();
            int people = this == NOBODY ? 0 : this == ONE_PERSON ? 1 : 24;
            for (int number = 0; number < people; number++) {
                boolean titanium = this == EMPTY_ARM || number * 5 % 8 < 4;
                ParticipantId id = study.operated(titanium, this == EVERYBODY_ALIKE);
                boolean fused =
                        (this != NO_EVENT && this != ONE_EVENT && number % 3 > 0) || (this == ONE_EVENT && number == 3);
                boolean loose = this != NO_EVENT && this != ONE_EVENT && number % 4 == 0;
                if (this == NOBODY_AT_MONTH_6) {
                    study.seen(id, 12, fused, loose);
                } else if (this != EVERYTHING_MISSING && this != EVERYBODY_ALIKE) {
                    study.seen(id, 6, fused, loose);
                }
            }
            return study;
        }
    }

    @ParameterizedTest
    @EnumSource
    void theWholeReportIsWrittenAndSaysWhyNotMore(Trouble trouble) {
        SmallStudy study = trouble.study();
        for (Locale language : new Locale[] {Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE}) {
            ReportFolder report = study.report(language);
            report.files().forEach((name, bytes) -> {
                if (!name.endsWith(".pdf")) {
                    assertThat(new String(bytes, StandardCharsets.UTF_8))
                            .as(trouble + " " + name)
                            .doesNotContain("NaN", "Infinity", "Optional[");
                }
            });
            assertThat(report.agrees()).as(trouble + ": the second computation").isTrue();
            everyTableSaysSomething(report.files(), trouble);
        }
    }

    /** Every row under a heading has a number, a word, or the sentence why there is none. */
    private static void everyTableSaysSomething(SortedMap<String, byte[]> files, Trouble trouble) {
        files.forEach((name, bytes) -> {
            if (name.startsWith("tables/") && name.endsWith(".json")) {
                JsonNode table = new JsonMapper().readTree(bytes);
                int sentences =
                        table.path("notes").size() + table.path("remarks").size();
                assertThat(table.path("rows").size() + sentences)
                        .as(trouble + " " + name)
                        .isPositive();
                table.path("rows").forEach(row -> {
                    boolean heading = row.path("cells").isEmpty();
                    boolean said = row.path("cells").valueStream().anyMatch(cell -> !cell.isEmpty());
                    assertThat(heading || said)
                            .as(trouble + " " + name + " " + row)
                            .isTrue();
                    row.path("cells").forEach(cell -> {
                        if (cell.has("value") && cell.path("value").isNull()) {
                            assertThat(cell.path("notes").size())
                                    .as(trouble + " " + name + " " + row)
                                    .isPositive();
                        }
                    });
                });
            }
        });
    }
}
