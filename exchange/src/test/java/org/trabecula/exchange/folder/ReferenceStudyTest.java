package org.trabecula.exchange.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trabecula.study.protocol.Answers;
import org.trabecula.study.protocol.Arm;
import org.trabecula.study.protocol.Criterion;
import org.trabecula.study.protocol.Item;
import org.trabecula.study.protocol.ItemType;
import org.trabecula.study.protocol.Logic;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.Text;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.protocol.Window;

/** The study that ships with the program; its numbers are those of its own description. */
class ReferenceStudyTest {
    static final Path FOLDER = Path.of("..", "studies", "3dcop");

    static Protocol reference() throws IOException {
        return switch (StudyFolder.load(FOLDER)) {
            case Reading.Readable readable -> {
                assertThat(readable.warnings()).isEmpty();
                yield readable.protocol();
            }
            case Reading.Broken broken -> throw new AssertionError(broken.problems());
        };
    }

    @Test
    void isReadWithoutProblemAndWithoutMissingTranslation() throws IOException {
        Protocol protocol = reference();
        assertThat(protocol.registration()).isEqualTo("NCT04086784");
        assertThat(protocol.planned()).isEqualTo(90);
        assertThat(protocol.arms()).extracting(Arm::id).containsExactly("titanium", "peek");
        assertThat(protocol.site("01").orElseThrow().zone()).hasToString("Asia/Shanghai");
        assertThat(protocol.consentVersions()).containsExactly("1.0");
        assertThat(protocol.endpoints().primary()).isEqualTo(Timepoint.of("m6"));
        assertThat(protocol.charter().lucencyMm()).isEqualByComparingTo(BigDecimal.ONE);
        assertThat(protocol.charter().unclearArtefactShare()).isEqualByComparingTo("0.5");
        assertThat(protocol.form("screening").orElseThrow().beforeConsent()).isTrue();
        assertThat(protocol.form("vas").orElseThrow().title())
                .isEqualTo(new Text("Visual analogue scale of pain (VAS)", "疼痛视觉模拟评分（VAS）"));
    }

    @Test
    void visitsComeAtThreeSixTwelveAndTwentyFourMonthsWithTheirWindows() throws IOException {
        Protocol protocol = reference();
        assertThat(protocol.followUps())
                .extracting(
                        visit -> visit.at() + " " + visit.daysBefore() + " " + visit.daysAfter() + " " + visit.images())
                .containsExactly("m3 35 35 true", "m6 56 56 true", "m12 56 56 true", "m24 84 84 true");
        Window window = protocol.visit(Timepoint.of("m6")).orElseThrow().window(LocalDate.of(2025, 8, 31));
        assertThat(window.target()).isEqualTo(LocalDate.of(2026, 2, 28));
    }

    @Test
    void everyTextOfAFormIsThereInBothLanguages() throws IOException {
        for (Item item : reference().forms().stream()
                .flatMap(form -> form.items().stream())
                .toList()) {
            assertThat(item.label().english()).isNotBlank();
            assertThat(item.label().chinese()).isNotBlank();
            assertThat(item.note().english().isEmpty())
                    .isEqualTo(item.note().chinese().isEmpty());
            assertThat(item.group().english().isEmpty())
                    .isEqualTo(item.group().chinese().isEmpty());
        }
    }

    @Test
    void dictionaryTypesAndBoundsBecomeItems() throws IOException {
        Protocol protocol = reference();
        Item hu = protocol.form("baseline").orElseThrow().item("hu_l1").orElseThrow();
        assertThat(hu.type()).isEqualTo(ItemType.NUMBER);
        assertThat(hu.minimum()).contains(new BigDecimal("-150"));
        Item plif = protocol.form("screening").orElseThrow().item("scr_plif").orElseThrow();
        assertThat(plif.type()).isEqualTo(ItemType.YES_NO);
        assertThat(plif.choices()).hasSize(2);
        assertThat(plif.required()).isTrue();
        assertThat(protocol.form("baseline")
                        .orElseThrow()
                        .item("teriparatide_dose")
                        .orElseThrow()
                        .shownWhen())
                .contains(Logic.parse("[teriparatide] = '1'"));
    }

    @Test
    void eligibilityHoldsFailsOrWaitsForAnAnswer() throws IOException {
        Map<String, String> answers = new HashMap<>(Map.of(
                "scr_age",
                "67",
                "scr_t_hip",
                "-2.7",
                "scr_plif",
                "1",
                "scr_prior_surgery",
                "0",
                "scr_infection",
                "0",
                "scr_tumour",
                "0",
                "scr_pregnant",
                "0"));
        assertThat(verdicts(answers)).containsOnly(Logic.Verdict.HOLDS);
        answers.put("scr_t_hip", "-2.4");
        assertThat(verdicts(answers)).contains(Logic.Verdict.UNKNOWN).doesNotContain(Logic.Verdict.FAILS);
        answers.put("scr_hu_mean", "110");
        assertThat(verdicts(answers)).contains(Logic.Verdict.FAILS);
        answers.put("scr_hu_mean", "109.9");
        assertThat(verdicts(answers)).containsOnly(Logic.Verdict.HOLDS);
        answers.remove("scr_tumour");
        assertThat(verdicts(answers)).contains(Logic.Verdict.UNKNOWN);
        answers.put("scr_tumour", "1");
        assertThat(verdicts(answers)).contains(Logic.Verdict.FAILS);
    }

    private static List<Logic.Verdict> verdicts(Map<String, String> answers) throws IOException {
        return reference().eligibility().stream()
                .map(Criterion::statement)
                .map(statement -> statement.verdict(field -> answers.getOrDefault(field, "")))
                .toList();
    }

    /** By hand: 100 × 18 / (5 × 8) = 45; 100 × 20 / (5 × 9) = 44.44. */
    @Test
    void odiIsScoredWithUpToTwoBlankSections() throws IOException {
        Map<String, String> answers = new HashMap<>();
        for (int i = 1; i <= 7; i++) {
            answers.put("odi_" + i, i <= 4 ? "3" : "2");
        }
        assertThat(calculated("odi", "odi_percent", answers)).isEmpty();
        assertThat(calculated("odi", "odi_band", answers)).isEmpty();
        answers.put("odi_8", "0");
        assertThat(calculated("odi", "odi_answered", answers)).isEqualTo("8");
        assertThat(calculated("odi", "odi_percent", answers)).isEqualTo("45");
        assertThat(calculated("odi", "odi_band", answers)).isEqualTo("3");
        answers.put("odi_9", "2");
        assertThat(calculated("odi", "odi_percent", answers)).isEqualTo("44.4");
    }

    @Test
    void painIsBroughtToOneScale() throws IOException {
        assertThat(calculated("vas", "vas_back_10", Map.of("vas_scale", "100", "vas_back", "63")))
                .isEqualTo("6.3");
        assertThat(calculated("vas", "vas_leg_10", Map.of("vas_scale", "10", "vas_leg", "6.5")))
                .isEqualTo("6.5");
        assertThat(calculated("vas", "vas_leg_10", Map.of("vas_leg", "6.5"))).isEmpty();
    }

    /** 60 kg at 158 cm: 60 / 1.58² = 24.03. */
    @Test
    void baselineIsSummarised() throws IOException {
        assertThat(calculated("baseline", "bmi", Map.of("weight", "60", "height", "158")))
                .isEqualTo("24");
        assertThat(calculated("baseline", "hu_mean", Map.of("hu_l1", "90", "hu_l2", "95.5", "hu_l4", "100")))
                .isEqualTo("95.2");
        assertThat(calculated("baseline", "t_lowest", Map.of("t_lumbar", "-1.9", "t_neck", "-2.6")))
                .isEqualTo("-2.6");
    }

    @Test
    void aDrugThatStopsBeforeItStartsBreaksAnEditCheck() throws IOException {
        Answers answers = field -> switch (field) {
            case "denosumab_start" -> "2025-03-01";
            case "denosumab_stop" -> "2025-02-01";
            default -> "";
        };
        assertThat(reference().checks().stream()
                        .filter(check -> !check.statement().holds(answers)))
                .extracting(check -> check.id())
                .containsExactly("denosumab-dates");
    }

    /** Works out calculated items as the form does, in the order of the form. */
    private static String calculated(String form, String name, Map<String, String> given) throws IOException {
        Map<String, String> answers = new HashMap<>(given);
        for (Item item : reference().form(form).orElseThrow().items()) {
            item.calculation()
                    .ifPresent(rule -> answers.put(item.name(), rule.value(field -> answers.getOrDefault(field, ""))));
        }
        return answers.getOrDefault(name, "");
    }
}
