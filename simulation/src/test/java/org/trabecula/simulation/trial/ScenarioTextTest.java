package org.trabecula.simulation.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trabecula.simulation.mechanism.Parameter;

class ScenarioTextTest {

    @Test
    void severalValuesMakeAGrid() {
        List<Scenario> grid = scenarios("""
                # does the cage help?
                participants: 120
                cage-speed: [1, 1.45]   # 1 is no effect
                load-ratio: 0.5, 0.8, 1.0
                dropout: 0.2
                """);
        assertThat(grid).hasSize(6).extracting(Scenario::name).doesNotHaveDuplicates();
        assertThat(grid).allMatch(one -> one.participants() == 120);
        assertThat(grid).allMatch(one -> one.given().value(Parameter.DROPOUT) == 0.2);
        assertThat(grid.getFirst().name()).isEqualTo("cage-speed=1.0 load-ratio=0.5");
    }

    @Test
    void anEmptyTextIsTheReferenceModel() {
        assertThat(scenarios("")).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("all");
            assertThat(one.participants()).isEqualTo(90);
        });
    }

    @Test
    void everyProblemIsNamedWithItsLineAndItsRange() {
        assertThat(problems("load-ratio: 1.5\nspeed: 2\ncage-speed\nparticipants: 5\nhu-mean: fair\nhu-mean: 90"))
                .containsExactly(
                        "Line 1: load-ratio (s1/s0) lies between 0.4 and 1.2, but it is 1.5.",
                        "Line 2: There is no parameter speed.",
                        "Line 3: Write it like cage-speed: 1.45, not \"cage-speed\".",
                        "Line 4: participants is a whole number between 10 and 100000, but it is 5.0.",
                        "Line 5: hu-mean needs a number, not \"fair\".",
                        "Line 6: hu-mean is given twice.");
        assertThat(problems("load-ratio: NaN")).hasSize(1);
        assertThat(problems("steps: [" + "4000, ".repeat(1100) + "4000]")).isNotEmpty();
    }

    private static List<Scenario> scenarios(String text) {
        assertThat(ScenarioText.read(text)).isInstanceOf(ScenarioText.Grid.class);
        return ScenarioText.read(text) instanceof ScenarioText.Grid(var scenarios) ? scenarios : List.of();
    }

    private static List<String> problems(String text) {
        return ScenarioText.read(text) instanceof ScenarioText.Unusable(var problems) ? problems : List.of();
    }
}
