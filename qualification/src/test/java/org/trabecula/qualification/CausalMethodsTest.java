package org.trabecula.qualification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class CausalMethodsTest {
    private static final String INPUTS =
            "{'arm': 'arm', 'covariates': ['age', 'sex'], 'outcome': 'event', 'mediator': 'med'}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "propensity-score",
                "covariate-balance",
                "weighted-risk-difference",
                "g-computation",
                "augmented-weighting",
                "mediation"
            })
    void arms_with_names_and_rows_with_missing_cells_change_nothing(String method) {
        var plain = new ArrayList<List<String>>();
        var named = new ArrayList<List<String>>();
        for (int row = 0; row < 80; row++) {
            int arm = (row * 7 / 3) % 2;
            String age = String.valueOf(50 + (row * 13) % 29);
            String sex = (row % 3 == 0) ? "f" : "m";
            String event = String.valueOf((row * 11 / 5 + arm) % 3 == 0 ? 1 : 0);
            String mediator = String.valueOf((row * 5 / 3) % 4 == 0 ? 1 : 0);
            plain.add(List.of(String.valueOf(arm), age, sex, event, mediator));
            named.add(List.of(arm == 1 ? "titanium" : "peek", age, sex, event, mediator));
        }
        named.add(3, List.of("peek", "", "f", "1", "0"));
        named.add(9, List.of("", "70", "f", "1", "1"));
        assertThat(answer(method, INPUTS, named).json().toString())
                .isEqualTo(answer(method, INPUTS, plain).json().toString());
    }

    @Test
    void covariates_may_be_none() {
        var rows = List.of(row("0", "1"), row("0", "0"), row("1", "1"), row("1", "0"), row("1", "1"), row("0", "0"));
        var answer = answer("g-computation", "{'arm': 'arm', 'covariates': [], 'outcome': 'event'}", rows)
                .json();
        // Two of three against one of three.
        assertThat(answer.at("/gcomp/rd").asDouble()).isCloseTo(1.0 / 3, within(1e-9));
        assertThat(answer.at("/aipw/rd").asDouble()).isCloseTo(1.0 / 3, within(1e-9));
    }

    @Test
    void an_arm_without_events_has_an_infinite_logarithm_and_no_error_of_it() {
        var rows = List.of(row("0", "1"), row("0", "0"), row("1", "0"), row("1", "0"));
        var answer = answer("weighted-risk-difference", "{'arm': 'arm', 'covariates': [], 'outcome': 'event'}", rows)
                .json();
        assertThat(answer.at("/IPTW_ATE/log_rr").asString()).isEqualTo("-Inf");
        assertThat(answer.at("/IPTW_ATE/log_rr_se").isNull()).isTrue();
        assertThat(answer.at("/IPTW_ATE/rd").asDouble()).isEqualTo(-0.5);
    }

    @Test
    void data_without_a_result_say_why() {
        var separated = List.of(row("0", "1"), row("0", "0"), row("0", "1"), row("0", "0"));
        assertThatThrownBy(() -> answer(
                        "weighted-risk-difference", "{'arm': 'arm', 'covariates': [], 'outcome': 'event'}", separated))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("EMPTY_CELL");
        var three = List.of(row("a", "1"), row("b", "0"), row("c", "1"));
        assertThatThrownBy(() -> answer("propensity-score", "{'arm': 'arm', 'covariates': []}", three))
                .isInstanceOf(Unusable.class)
                .hasMessageContaining("two arms");
    }

    private static List<String> row(String arm, String event) {
        return List.of(arm, "60", "f", event, "0");
    }

    private static Answer answer(String method, String inputs, List<List<String>> rows) {
        var table = new Table("t.csv", List.of("arm", "age", "sex", "event", "med"), rows);
        var settings = new Inputs(JsonMapper.shared().readTree(inputs.replace('\'', '"')));
        return Catalogue.compute(new Case("one", method, settings, List.of(table)));
    }
}
