package org.trabecula.simulation.trial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.simulation.mechanism.Assumptions;
import org.trabecula.simulation.mechanism.Parameter;

/**
 * Scenarios as text: lines of {@code name: value}, where the name is a parameter's or {@code participants}; {@code #} begins a
 * comment. Several values, {@code cage-speed: [1, 1.45]}, make a grid of every combination. What is not named has its
 * reference value.
 */
public sealed interface ScenarioText {
    /** The scenarios of the grid, the last named parameter varying fastest. */
    record Grid(List<Scenario> scenarios) implements ScenarioText {
        public Grid {
            scenarios = List.copyOf(scenarios);
        }
    }

    /** What is wrong, one sentence each with its line. */
    record Unusable(List<String> problems) implements ScenarioText {
        public Unusable {
            problems = List.copyOf(problems);
        }
    }

    /** How many participants where the text does not say. */
    int PLANNED = 90;

    /** Reads a text. */
    static ScenarioText read(String text) {
        Reader reader = new Reader();
        List<String> lines = text.lines().toList();
        for (int index = 0; index < lines.size(); index++) {
            reader.line(index + 1, lines.get(index));
        }
        return reader.problems.isEmpty() ? new Grid(reader.grid()) : new Unusable(reader.problems);
    }

    /** The lines that have been read. */
    final class Reader {
        private static final String PARTICIPANTS = "participants";
        private static final int MOST_SCENARIOS = 1000;
        private final Map<String, List<Double>> values = new LinkedHashMap<>();
        private final List<String> problems = new ArrayList<>();

        private Reader() {}

        private void line(int number, String line) {
            String plain = line.split("#", 2)[0].strip();
            if (plain.isEmpty()) {
                return;
            }
            String[] parts = plain.split(":", 2);
            String name = parts[0].strip();
            if (parts.length < 2) {
                problem(number, "Write it like cage-speed: 1.45, not \"" + plain + "\".");
            } else if (Parameter.find(name).isEmpty() && !name.equals(PARTICIPANTS)) {
                problem(number, "There is no parameter " + name + ".");
            } else if (values.containsKey(name)) {
                problem(number, name + " is given twice.");
            } else {
                values.put(
                        name, numbers(number, name, parts[1].replace('[', ' ').replace(']', ' ')));
            }
        }

        private List<Double> numbers(int number, String name, String list) {
            List<Double> numbers = new ArrayList<>();
            for (String one : list.split(",", -1)) {
                try {
                    double value = Double.parseDouble(one.strip());
                    Optional<String> objection = Parameter.find(name)
                            .map(parameter -> parameter.objection(value))
                            .orElseGet(() -> Scenario.objection(value));
                    objection.ifPresent(sentence -> problem(number, sentence));
                    numbers.add(value);
                } catch (NumberFormatException e) {
                    problem(number, name + " needs a number, not \"" + one.strip() + "\".");
                }
            }
            if (combinations() * numbers.size() > MOST_SCENARIOS) {
                problem(number, "A grid has at most " + MOST_SCENARIOS + " scenarios.");
            }
            return numbers;
        }

        private long combinations() {
            return values.values().stream().mapToLong(List::size).reduce(1, (one, other) -> one * other);
        }

        private void problem(int line, String sentence) {
            problems.add("Line " + line + ": " + sentence);
        }

        private List<Scenario> grid() {
            List<Scenario> grid = List.of(new Scenario("", PLANNED, Assumptions.reference()));
            for (Map.Entry<String, List<Double>> one : values.entrySet()) {
                List<Scenario> finer = new ArrayList<>();
                for (Scenario scenario : grid) {
                    for (double value : one.getValue()) {
                        finer.add(with(
                                scenario, one.getKey(), value, one.getValue().size() > 1));
                    }
                }
                grid = finer;
            }
            return grid.stream()
                    .map(one -> one.name().isEmpty() ? new Scenario("all", one.participants(), one.given()) : one)
                    .toList();
        }

        private static Scenario with(Scenario scenario, String name, double value, boolean varies) {
            String label = scenario.name();
            if (varies) {
                label += (label.isEmpty() ? "" : " ") + name + "=" + value;
            }
            return Parameter.find(name)
                    .map(parameter -> scenario.given().with(parameter, value))
                    .map(given -> new Scenario("", scenario.participants(), given))
                    .orElse(new Scenario("", (int) (name.equals(PARTICIPANTS) ? value : PLANNED), scenario.given()))
                    .named(label);
        }
    }
}
