package org.trabecula.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.app.Refusal;
import org.trabecula.simulation.mechanism.Assumptions;
import org.trabecula.simulation.trial.Rules;
import org.trabecula.simulation.trial.Scenario;
import org.trabecula.simulation.trial.StudyResult;
import org.trabecula.simulation.trial.Trials;

/** The talk with the process that conducts studies; a process without Spark stands in. What Spark does itself is tested beside it. */
class SparkEngineTest {
    private static final Trials TRIALS =
            new Trials(new Scenario("all", 20, Assumptions.reference()), Rules.reference(), 3);

    @TempDir
    Path folder;

    /** Stands in: conducts what it is asked for, and does as its master says. */
    static final class StandIn {
        private StandIn() {}

        public static void main(String[] arguments) throws IOException {
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            Trials trials = Trials.read(line);
            int from = Integer.parseInt(arguments[1]);
            int to = Integer.parseInt(arguments[2]);
            switch (arguments[0]) {
                case "whole" -> print(trials, from, to);
                case "refuses" -> System.out.println("!No Spark master answers.");
                case "dies" -> {
                    print(trials, from, to - 2);
                    System.err.println("out of memory");
                    System.exit(3);
                }
                default -> System.out.println("Hello");
            }
        }

        private static void print(Trials trials, int from, int to) {
            trials.between(from, to).forEach(study -> System.out.println(study.line()));
        }
    }

    @Test
    void studiesArriveAsTheyAreAtHome() throws IOException, InterruptedException {
        List<StudyResult> here = TRIALS.run(12, 1);
        List<StudyResult> there = new ArrayList<>();
        engine("whole").run(TRIALS, 5, 12, there::addAll);
        assertThat(lines(there)).isEqualTo(lines(here.subList(5, 12)));
        engine("whole").run(TRIALS, 12, 12, there::addAll);
        assertThat(there).hasSize(7);
    }

    @Test
    void aRefusalIsHandedOnAsASentence() {
        assertThatThrownBy(() -> engine("refuses").run(TRIALS, 0, 2, _ -> {}))
                .isInstanceOf(Refusal.class)
                .hasMessage("No Spark master answers.");
        assertThatThrownBy(() -> engine("babbles").run(TRIALS, 0, 2, _ -> {}))
                .isInstanceOf(Refusal.class)
                .hasMessage("The Spark process said this instead of study 0: Hello");
    }

    @Test
    void whatArrivedBeforeAnEndStands() {
        List<StudyResult> there = new ArrayList<>();
        assertThatThrownBy(() -> engine("dies").run(TRIALS, 0, 5, there::addAll))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("status 3 before study 3")
                .hasMessageContaining("spark.log");
        assertThat(there).hasSize(3);
        assertThat(folder.resolve("spark.log")).content().contains("out of memory");
    }

    @Test
    void whoeverHasNotBuiltItIsToldHow() {
        assertThatThrownBy(() -> SparkEngine.in(folder, "local", folder.resolve("spark.log")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is not built")
                .hasMessageContaining("mvn package -pl cluster -am");
    }

    @Test
    void aMasterIsForSparkOnly() {
        assertThat(new Shell(folder)
                        .run("simulate", "--master", "local", "--out", folder.toString())
                        .err())
                .contains("--master is for --engine spark.");
        assertThat(new Shell(folder)
                        .run("simulate", "--engine", "steam", "--out", folder.toString())
                        .err())
                .contains("--engine is threads or spark, but not steam.");
    }

    private SparkEngine engine(String master) {
        return new SparkEngine(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StandIn.class.getName()),
                master,
                folder.resolve("spark.log"));
    }

    private static List<String> lines(List<StudyResult> results) {
        return results.stream().map(StudyResult::line).toList();
    }
}
