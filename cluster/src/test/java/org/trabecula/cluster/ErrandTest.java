package org.trabecula.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.trabecula.simulation.mechanism.Assumptions;
import org.trabecula.simulation.trial.Rules;
import org.trabecula.simulation.trial.Scenario;
import org.trabecula.simulation.trial.StudyResult;
import org.trabecula.simulation.trial.Trials;

/** The program as the shell has it: a line goes in, lines come out. */
class ErrandTest {
    private static final Trials TRIALS =
            new Trials(new Scenario("all", 20, Assumptions.reference()), Rules.reference(), 9);
    private final PrintStream console = System.out;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @AfterEach
    void giveTheConsoleBack() {
        System.setOut(console);
    }

    @Test
    void theStudiesThatAreAskedForComeOutInOrder() throws InterruptedException {
        assertThat(run(TRIALS.line(), "local[2]", "3", "9")).isZero();
        assertThat(said())
                .isEqualTo(TRIALS.run(9, 1).stream()
                        .skip(3)
                        .map(StudyResult::line)
                        .collect(Collectors.joining("\n", "", "\n")));
    }

    @Test
    void whatCannotBeIsAnsweredWithASentence() throws InterruptedException, IOException {
        assertThat(run(TRIALS.line(), "mesos://here", "0", "1")).isEqualTo(1);
        assertThat(said())
                .isEqualTo(
                        "!A Spark master is local, local[2], local[*] or spark://host:port, but not mesos://here.\n");
        said.reset();
        assertThat(run("nonsense", "local", "0", "1")).isEqualTo(1);
        assertThat(said()).startsWith("!A line of trials has name=value");
        said.reset();
        assertThat(run(TRIALS.line(), "local")).isEqualTo(1);
        assertThat(said()).startsWith("!Say the master");
    }

    @Test
    void aMasterThatIsNotThereIsNamedAtOnce() throws InterruptedException, IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThat(run(TRIALS.line(), "spark://127.0.0.1:" + free, "0", "1")).isEqualTo(1);
        assertThat(said()).isEqualTo("!No Spark master answers at spark://127.0.0.1:" + free + ".\n");
    }

    private int run(String line, String... words) throws InterruptedException {
        return new Errand(
                        new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)),
                        new PrintStream(said, true, StandardCharsets.UTF_8))
                .run(words);
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
