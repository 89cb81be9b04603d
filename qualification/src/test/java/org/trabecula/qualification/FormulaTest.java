package org.trabecula.qualification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FormulaTest {
    private static final Table TABLE = new Table(
            "t.csv",
            List.of("y", "a", "arm"),
            List.of(List.of("0", "2", "peek"), List.of("1", "3", "titanium"), List.of("1", "5", "peek")));

    @Test
    void puts_main_effects_before_interactions_as_R_does() {
        Formula formula = Formula.of("y ~ a * arm");
        assertThat(formula.columns()).containsExactly("y", "a", "arm");
        var design = formula.design(TABLE);
        assertThat(design.names()).containsExactly("(Intercept)", "a", "armtitanium", "a:armtitanium");
        assertThat(design.rows()[1]).containsExactly(1, 3, 1, 3);
        assertThat(design.rows()[2]).containsExactly(1, 5, 0, 0);
    }

    @Test
    void knows_a_random_intercept() {
        Formula formula = Formula.of("y ~ a + (1 | id)");
        assertThat(formula.cluster()).isEqualTo("id");
        assertThat(formula.terms()).containsExactly(List.of("a"));
    }

    @Test
    void multiplies_into_parentheses() {
        assertThat(Formula.of("y ~ arm * (a + b)").terms())
                .containsExactly(List.of("arm"), List.of("a"), List.of("b"), List.of("arm", "a"), List.of("arm", "b"));
        assertThat(Formula.of("y ~ (a + b) * arm").terms())
                .containsExactly(List.of("a"), List.of("b"), List.of("arm"), List.of("a", "arm"), List.of("b", "arm"));
        assertThat(Formula.of("y ~ a * b * c").terms())
                .containsExactly(
                        List.of("a"),
                        List.of("b"),
                        List.of("c"),
                        List.of("a", "b"),
                        List.of("a", "c"),
                        List.of("b", "c"),
                        List.of("a", "b", "c"));
        assertThat(Formula.of("y ~ a + b + b:a").terms()).contains(List.of("a", "b"), List.of("a"));
        assertThat(Formula.of("y ~ 1").terms()).isEmpty();
    }

    @Test
    void names_what_it_cannot_read() {
        assertThatThrownBy(() -> Formula.of("y ~ a + log(b)")).hasMessageContaining("log(b)");
        assertThatThrownBy(() -> Formula.of("y ~ a +")).hasMessageContaining("its end");
        assertThatThrownBy(() -> Formula.of("y ~ (a + b")).hasMessageContaining("its end");
        assertThatThrownBy(() -> Formula.of("y ~ a b")).hasMessageContaining("at 'b'");
        assertThatThrownBy(() -> Formula.of("y ~ a - 1")).hasMessageContaining("- 1");
        assertThatThrownBy(() -> Formula.of("y ~ z").design(TABLE)).hasMessageContaining("no column 'z'");
    }
}
