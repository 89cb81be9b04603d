package org.trabecula.qualification;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Whoever compares two arms says the same of three. */
class TwoArmsTest {
    private static final Table THREE = new Table(
            "t.csv",
            List.of("y", "x", "arm"),
            List.of(
                    List.of("1", "2", "peek"),
                    List.of("2", "4", "titanium"),
                    List.of("4", "3", "bone"),
                    List.of("3", "5", "bone"),
                    List.of("5", "1", "peek"),
                    List.of("7", "2", "titanium")));

    @ParameterizedTest
    @ValueSource(strings = {"ancova", "bootstrap-interval"})
    void three_arms_are_refused_in_one_sentence(String method) {
        var inputs = new Inputs(
                JsonMapper.shared().readTree("{\"response\": \"y\", \"arm\": \"arm\", \"baseline\": \"x\"}"));
        var asked = new Case("one", method, inputs, List.of(THREE));
        assertThatThrownBy(() -> Catalogue.compute(asked))
                .isInstanceOf(Unusable.class)
                .hasMessage("t.csv, column arm must have two different values, but it has [bone, peek, titanium]");
    }
}
