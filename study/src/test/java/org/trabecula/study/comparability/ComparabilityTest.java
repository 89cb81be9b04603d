package org.trabecula.study.comparability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.trabecula.study.testkit.LittleStudy.M0;
import static org.trabecula.study.testkit.Steps.SURGERY;
import static org.trabecula.study.testkit.Steps.consented;
import static org.trabecula.study.testkit.Steps.filled;
import static org.trabecula.study.testkit.Steps.operated;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.trabecula.study.conduct.Register;
import org.trabecula.study.implant.Surgery;
import org.trabecula.study.protocol.AnalysisPlan;
import org.trabecula.study.protocol.CageMaterial;
import org.trabecula.study.testkit.LittlePlan;
import org.trabecula.study.testkit.Story;
import org.trabecula.study.testkit.Surgeries;

class ComparabilityTest {
    private static final AnalysisPlan PLAN = LittlePlan.plan();
    private static final List<String> TERMS = List.of("weight", "surgeon");

    private static Comparability of(Story story, List<String> terms) {
        return story.world().see(register -> Comparability.of(register, LittlePlan.protocol(), PLAN, terms));
    }

    private static Story study() {
        return Story.given(LittlePlan.protocol());
    }

    /** Screened to operated, with a baseline unless the weight is empty. */
    private static void joins(Story story, boolean titanium, String surgeon, String weight) {
        story.and(consented());
        if (!weight.isEmpty()) {
            story.and(filled("baseline", M0, Map.of("weight", weight, "height", "170", "sex", "1")));
        }
        Surgery plain = Surgeries.on(SURGERY, titanium ? CageMaterial.PRINTED_POROUS_TITANIUM : CageMaterial.PEEK);
        story.and(operated(new Surgery(plain.on(), surgeon, plain.fused(), plain.screws(), plain.cages())));
    }

    /** Twelve a side, heavier and more often operated by A with titanium, but both everywhere. */
    private static Story overlapping() {
        Story story = study();
        for (int i = 0; i < 12; i++) {
            joins(story, true, i % 3 == 0 ? "B" : "A", String.valueOf(60 + 2 * i));
            joins(story, false, i % 3 == 0 ? "A" : "B", String.valueOf(54 + 2 * i));
        }
        return story;
    }

    @Test
    void overlap_weights_balance_the_means_of_every_term_exactly() {
        // Li F, Morgan KL, Zaslavsky AM, J Am Stat Assoc 2018;113:390-400, theorem 3
        Design design = ((Comparability.Fitted) of(overlapping(), TERMS)).design();

        assertThat(design.balance()).filteredOn(Design.Line::term).hasSize(2).allSatisfy(line -> {
            assertThat(Math.abs(line.before().orElseThrow().difference().orElseThrow()))
                    .isGreaterThan(0.3);
            assertThat(line.after().orElseThrow().difference().orElseThrow()).isCloseTo(0, within(1e-8));
        });
        assertThat(design.effectiveSize(true)).isBetween(4.0, 12.0);
        assertThat(design.histogram(true).stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(12);
        assertThat(design.penalised()).isFalse();
        assertThat(design.score().concordance()).isBetween(0.6, 0.95);
    }

    @Test
    void a_covariate_outside_the_model_is_only_looked_at() {
        Design design = ((Comparability.Fitted) of(overlapping(), List.of("weight"))).design();
        assertThat(design.model()).extracting(Column::name).containsExactly("weight");
        assertThat(design.balance()).extracting(line -> line.column().name()).contains("surgeon=A", "female");
    }

    @Test
    void a_missing_value_is_replaced_by_the_median_and_counted() {
        Story story = overlapping();
        joins(story, true, "A", "");
        Design design = ((Comparability.Fitted) of(story, TERMS)).design();
        Column weight = design.columns().getFirst();
        assertThat(weight.missing()).isEqualTo(1);
        // the known weights are 54, 56, 58, and from 60 to 76 each twice, then 78, 80, 82: their median is 68
        assertThat(weight.values()[24]).isEqualTo(68);
    }

    @Test
    void where_each_surgeon_has_a_cage_of_his_own_there_is_no_estimate() {
        Story story = study();
        for (int i = 0; i < 8; i++) {
            joins(story, true, "A", String.valueOf(60 + i));
            joins(story, false, "B", String.valueOf(60 + i));
        }
        assertThat(of(story, TERMS))
                .isInstanceOfSatisfying(
                        Comparability.Incomparable.class,
                        none -> assertThat(none.reason()).isEqualTo(Comparability.Reason.NO_OVERLAP));
    }

    @Test
    void where_one_surgeon_has_one_cage_the_others_can_still_be_compared() {
        Story story = overlapping();
        for (int i = 0; i < 4; i++) {
            joins(story, true, "C", String.valueOf(62 + i));
        }
        Design design = ((Comparability.Fitted) of(story, TERMS)).design();
        assertThat(design.penalised()).isTrue();
        assertThat(design.score().fit().coefficients())
                .doesNotContain(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
    }

    @Test
    void an_empty_arm_is_said_and_nothing_is_made_up() {
        Story story = study();
        joins(story, true, "A", "60");
        joins(story, true, "B", "70");
        assertThat(of(story, TERMS))
                .isInstanceOfSatisfying(
                        Comparability.Incomparable.class,
                        none -> assertThat(none.reason()).isEqualTo(Comparability.Reason.TOO_FEW));
    }

    @Test
    void the_same_data_terms_and_position_give_the_same_hash_and_others_another() {
        Story story = overlapping();
        long position = story.world().see(Register::position);
        Design one = ((Comparability.Fitted) of(story, TERMS)).design();
        Design again = ((Comparability.Fitted) of(story, TERMS)).design();
        Design other = ((Comparability.Fitted) of(story, List.of("weight"))).design();
        assertThat(one.fingerprint(PLAN, TERMS, position)).isEqualTo(again.fingerprint(PLAN, TERMS, position));
        assertThat(one.fingerprint(PLAN, TERMS, position)).isNotEqualTo(one.fingerprint(PLAN, TERMS, position - 1));
        assertThat(one.fingerprint(PLAN, TERMS, position))
                .isNotEqualTo(other.fingerprint(PLAN, List.of("weight"), position));
    }
}
