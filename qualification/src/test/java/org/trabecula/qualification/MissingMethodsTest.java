package org.trabecula.qualification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MissingMethodsTest {

    @Test
    void a_case_of_imputation_need_not_name_its_method() {
        JsonNode node = json("{'id': 'one', 'inputs': {'formula': 'y ~ x', 'method': 'norm', 'm': 5}}");
        assertThat(Case.of(node, Path.of("")).method()).isEqualTo("multiple-imputation");
        JsonNode other = json("{'id': 'one', 'inputs': {'formula': 'y ~ x'}}");
        assertThatThrownBy(() -> Case.of(other, Path.of("")))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("method is missing");
    }

    @Test
    void a_pooled_mean_may_differ_by_four_standard_errors_of_the_difference() {
        // Reference error 0.1, spread 1, our 100 imputations: 4 sqrt(0.01 + 1/100) = 0.566.
        String numbers =
                "{'qbar': {'x': %s}, 'se_total': {'x': %s}, 'between_sd': {'x': 1}, 'mc_error_of_qbar': {'x': 0.1}}";
        JsonNode expected = json(numbers.formatted("1", "2"));
        assertThat(deviations(expected, json(numbers.formatted("1.56", "2.09"))))
                .isEmpty();
        assertThat(deviations(expected, json(numbers.formatted("1.57", "2")))).hasSize(1);
        assertThat(deviations(expected, json(numbers.formatted("1", "2.11")))).hasSize(1);
    }

    private static List<String> deviations(JsonNode expected, JsonNode found) {
        var leeways = Catalogue.named("multiple-imputation").orElseThrow().leeways();
        return new Qualification.Comparison(0, 0, leeways, expected, found).deviations();
    }

    @Test
    void an_imputation_keeps_what_is_complete() {
        var table = new Table(
                "t.csv",
                List.of("y", "x", "arm"),
                List.of(
                        List.of("1.5", "1", "peek"),
                        List.of("2.5", "2", "titanium"),
                        List.of("", "3", "peek"),
                        List.of("3.5", "4", "peek"),
                        List.of("6.5", "5", "titanium"),
                        List.of("5.5", "", "titanium"),
                        List.of("7", "7", "peek"),
                        List.of("9", "8", "titanium")));
        for (String method : List.of("norm", "pmm")) {
            JsonNode answer = compute(table, "{'formula': 'y ~ x + arm', 'm': 20, 'method': '" + method + "'}");
            assertThat(answer.at("/qbar").propertyNames()).containsExactly("(Intercept)", "x", "armtitanium");
            assertThat(answer.at("/se_total/x").asDouble()).isPositive();
        }
        assertThatThrownBy(() -> compute(table, "{'formula': 'y ~ x', 'm': 20, 'method': 'logreg'}"))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("0 or 1");
        assertThatThrownBy(() -> compute(table, "{'formula': 'y ~ x', 'm': 1}"))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("at least 2");
    }

    private static JsonNode compute(Table table, String inputs) {
        return Catalogue.compute(new Case("one", "multiple-imputation", new Inputs(json(inputs)), List.of(table)))
                .json();
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }
}
