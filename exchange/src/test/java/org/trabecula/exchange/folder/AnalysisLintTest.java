package org.trabecula.exchange.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.exchange.Findings;
import org.trabecula.exchange.Problem;
import org.trabecula.study.protocol.AnalysisPlan;
import org.trabecula.study.protocol.Covariate;
import org.trabecula.study.protocol.Estimand;
import org.trabecula.study.protocol.Estimation;
import org.trabecula.study.protocol.Multiplicity;
import org.trabecula.study.protocol.Timepoint;

/** Breaks the reference study's analysis plan in one place at a time. */
class AnalysisLintTest {
    private static final String FILE = "analysis.yaml";

    private static SortedMap<String, String> files() throws IOException {
        return StudyFolder.texts(ReferenceStudyTest.FOLDER, new Findings());
    }

    private static SortedMap<String, String> with(String before, String after) throws IOException {
        SortedMap<String, String> files = files();
        String whole = files.getOrDefault(FILE, "");
        assertThat(whole).contains(before);
        int at = whole.indexOf(before);
        files.put(FILE, whole.substring(0, at) + after + whole.substring(at + before.length()));
        return files;
    }

    @Test
    void theReferencePlanSaysWhatTheStudyAsks() throws IOException {
        AnalysisPlan plan = ReferenceStudyTest.reference().analysis().orElseThrow();

        assertThat(plan.primaries()).extracting(Estimand::id).containsExactly("fusion-6", "loosening-6");
        assertThat(plan.multiplicity().procedure()).isEqualTo(Multiplicity.Procedure.HOLM);
        assertThat(plan.contrast()).containsExactly("titanium", "peek");
        assertThat(plan.model()).extracting(Covariate::id).containsExactly("hu", "levels", "surgeon", "date", "sacrum");
        assertThat(plan.estimation().variance()).isEqualTo(Estimation.Variance.ONE_STEP_JACKKNIFE);
        assertThat(plan.estimation().augmentAbove()).contains(new BigDecimal("0.1"));
        assertThat(plan.fingerprint()).matches("[0-9a-f]{64}");
        // 5.0 months are 152.19 days, 7.5 months 228.28 days
        assertThat(plan.window(Timepoint.of("m6"))).hasValueSatisfying(six -> {
            assertThat(six.contains(152)).isFalse();
            assertThat(six.contains(153)).isTrue();
            assertThat(six.contains(228)).isTrue();
            assertThat(six.contains(229)).isFalse();
        });
    }

    @Test
    void aProtocolWithoutAPlanIsValid() throws IOException {
        SortedMap<String, String> files = files();
        files.remove(FILE);
        assertThat(StudyFolder.read(files))
                .isInstanceOfSatisfying(
                        Reading.Readable.class,
                        readable -> assertThat(readable.protocol().analysis()).isEmpty());
    }

    @Test
    void anyOtherLetterIsAnotherFingerprint() throws IOException {
        AnalysisPlan reference = ReferenceStudyTest.reference().analysis().orElseThrow();
        assertThat(StudyFolder.read(with("seed: 4086784", "seed: 4086785")))
                .isInstanceOfSatisfying(
                        Reading.Readable.class,
                        readable -> assertThat(readable.protocol()
                                        .analysis()
                                        .orElseThrow()
                                        .fingerprint())
                                .isNotEqualTo(reference.fingerprint()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "contrast: [titanium, peek] | contrast: [titanium, steel] | unknown-arm | no arm 'steel'",
                "contrast: [titanium, peek] | contrast: [peek, peek] | contrast | names two arms",
                "measure: fusion | measure: union | unknown-value | 'union' is none of [fusion,",
                "definition: bridwell-1-2/v1 | definition: bridwell-3/v1 | definition-unknown | no definition of fusion",
                "definition: lucency-1mm/v1 | definition: lucency-2mm/v1 | definition-unknown | is lucency-1mm/v1",
                "definition: vas_leg | definition: vas_arm | unknown-score | 'vas_arm' is no definition of score",
                "- id: fusion-grade-1 | - id: fusion | duplicate-name | 'fusion' stands a second time among endpoints",
                "{ at: m6, from: 5.0 | { at: m6, from: 4.0 | window | The windows of m3 and m6 overlap",
                "from: 5.0, to: 7.5 | from: 7.5, to: 5.0 | window | ends (5.0) before it begins (7.5)",
                "from: 5.0, to: 7.5 | from: 7.0, to: 7.5 | window | does not hold the visit itself",
                "{ at: m12, | { at: m13, | unknown-visit | m13 is no visit after surgery",
                "{ at: m12, | { at: m13, | window | The visit m12 has no analysis window",
                "members: overlap | members: everybody | unknown-value | 'everybody' is none of",
                "members: overlap | members: screws | set-visit | The set 'overlap' names no visit (at)",
                "members: implanted | members: implanted\\n    at: m6 | set-visit | names a visit",
                "set: implanted | set: operated | unknown-set | no analysis set 'operated'",
                "endpoint: loosening | endpoint: loose | unknown-endpoint | no endpoint 'loose'",
                "endpoint: time-to-fusion | endpoint: fusion | estimand-visit | names its visit",
                "strategy: composite | strategy: composed | unknown-value | 'composed' is none of",
                "items: [hu_mean] | items: [hu_men] | unknown-field | has no field [hu_men]",
                "form: baseline | form: base | unknown-form | There is no form 'base'",
                "items: [hu_mean] | items: [ct_kernel] | covariate-kind | [ct_kernel] is no number",
                "items: [hu_mean] | items: [hu_l1, hu_l2] | covariate-kind | 'items' names one item",
                "items: [smoking] | items: [pack_years] | covariate-kind | [pack_years] is no choice",
                "yes: [\"2\"] | yes: [\"7\"] | unknown-value | has no answer with the code 7",
                "yes: [\"2\"] | missing: indicator | covariate-kind | 'yes' names the answers of [smoking]",
                "surgery: levels | surgery: surgeon | covariate-kind | 'surgeon' of the surgery is categorical",
                "surgery: levels | surgery: moon | unknown-value | 'moon' is none of",
                "primary: overlap-weights | primary: weights | unknown-value | 'weights' is none of",
                "primary: overlap-weights | primary: unadjusted | duplicate-name | its own companion",
                "primary: overlap-weights | primary: unadjusted | variance | counts without weights",
                "augment_above: 0.1 | augment_above: 2 | wrong-type | a number from 0.01 to 1, not '2'",
                "primary: overlap-weights | primary: treated-weights | augment-above | overlap weights need an outcome model",
                "variance: one-step-jackknife | variance: bootstrap | unknown-value | 'bootstrap' is none of [sandwich, one-step-jackknife]",
                "missing: complete-cases | missing: last-seen | unknown-value | 'last-seen' is none of",
                "replicates: 2000 | replicates: 3 | wrong-type | a whole number from 100 to 100000",
                "procedure: holm | procedure: hope | unknown-value | 'hope' is none of",
                "level: 0.05 | level: 5 | wrong-type | a number from 0.001 to 0.5, not '5'",
                "over: [fusion-6, loosening-6] | over: [fusion-6, death] | unknown-estimand | no estimand 'death'",
                "over: [fusion-6, loosening-6] | over: [fusion-6, fusion-6] | multiplicity | names each primary",
                "- e-value | - f-value | unknown-value | 'f-value' is none of",
                "missing: complete-cases | missing: none | unknown-value | 'none' is none of",
                "- e-value | - trimmed | duplicate-name | 'trimmed' stands a second time among sensitivity",
                "[augmented-overlap, | [inverse-weights, | duplicate-name | 'inverse-weights' stands a second time",
                "trim: [0.1, 0.9] | trim: [0, 1] | wrong-type | a number from 0.001 to 0.999, not '0'",
                "trim: [0.1, 0.9] | trim: [0.5, 0.5] | wrong-type | keeps nobody",
                "trim: [0.1, 0.9] | cut: 1 | unknown-key | 'cut' is not known here",
            })
    void aBrokenPlaceIsNamedWithItsRule(String before, String after, String rule, String sentence) throws IOException {
        assertThat(StudyFolder.read(with(before, after.replace("\\n", "\n"))))
                .isInstanceOfSatisfying(
                        Reading.Broken.class,
                        broken -> assertThat(broken.problems()).anySatisfy(problem -> {
                            assertThat(problem.rule()).isEqualTo(rule);
                            assertThat(problem.sentence()).contains(sentence);
                            assertThat(problem.file()).isEqualTo(FILE);
                        }));
    }

    @Test
    void aClaimOnImputedValuesNeedsTwoImputationsToPool() throws IOException {
        SortedMap<String, String> files = with("missing: complete-cases", "missing: multiple-imputation");
        assertThat(StudyFolder.read(files)).isInstanceOf(Reading.Readable.class);
        files.computeIfPresent(FILE, (_, text) -> text.replace("imputations: 50", "imputations: 1"));
        assertThat(StudyFolder.read(files))
                .isInstanceOfSatisfying(
                        Reading.Broken.class,
                        broken -> assertThat(broken.problems())
                                .extracting(Problem::rule)
                                .containsExactly("missing"));
    }

    @Test
    void anOutcomeIsNoCovariate() throws IOException {
        List<Problem> problems = switch (StudyFolder.read(
                with("form: baseline\n    items: [age]", "form: odi\n    items: [odi_percent]"))) {
            case Reading.Readable _ -> List.of();
            case Reading.Broken broken -> broken.problems();
        };
        assertThat(problems)
                .extracting(Problem::rule)
                .containsExactlyInAnyOrder("covariate-outcome", "covariate-after-surgery");
    }

    @Test
    void tooManyTermsForThePlannedNumberAreAWarning() throws IOException {
        SortedMap<String, String> files = with("items: [diagnosis]", "items: [diagnosis]\n    model: true");
        assertThat(StudyFolder.read(files))
                .isInstanceOfSatisfying(
                        Reading.Readable.class,
                        readable -> assertThat(readable.warnings())
                                .singleElement()
                                .satisfies(problem -> {
                                    assertThat(problem.rule()).isEqualTo("too-many-terms");
                                    assertThat(problem.sentence())
                                            .contains("about 45 participants are planned for an arm");
                                }));
    }
}
