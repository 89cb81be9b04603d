package org.trabecula.app.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.trabecula.app.Refusal;
import org.trabecula.simulation.trial.StudyResult;
import org.trabecula.simulation.trial.Trials;

/**
 * Virtual studies on Apache Spark, in a process of its own: Spark's libraries are many, and none of them is known here. The process is
 * told the trials as a line and answers with a line for each study, or with one that begins with an exclamation mark and says
 * why it stops (decision 0021).
 *
 * @param command starts the process; the master, the first study and the one behind the last are added to it
 * @param log what the process has to say besides
 */
record SparkEngine(List<String> command, String master, Path log) implements Engine {
    private static final Path PROGRAM = Path.of("cluster", "target", "trabecula-cluster.jar");
    private static final String REASON = "!";

    SparkEngine {
        command = List.copyOf(command);
    }

    /** The one that was built in a folder of the program; a refusal when it was not. */
    static SparkEngine in(Path base, String master, Path log) {
        Path program = base.resolve(PROGRAM);
        if (!Files.isRegularFile(program)) {
            throw new Refusal("The part that knows Spark is not built: there is no " + program
                    + ". './trabecula simulate --engine spark' builds it, and so does 'mvn package -pl cluster -am'.");
        }
        return new SparkEngine(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-XX:+UseParallelGC",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-jar",
                        program.toString(),
                        "conduct"),
                master,
                log);
    }

    @Override
    public void run(Trials trials, int from, int to, Consumer<List<StudyResult>> sink)
            throws IOException, InterruptedException {
        if (from >= to) {
            return;
        }
        List<String> words = new ArrayList<>(command);
        words.addAll(List.of(master, String.valueOf(from), String.valueOf(to)));
        Process process = new ProcessBuilder(words).redirectError(log.toFile()).start();
        try {
            tell(process, trials);
            int next = take(process.inputReader(StandardCharsets.UTF_8), trials, from, sink);
            int status = process.waitFor();
            if (status != 0 || next != to) {
                throw new Refusal("The Spark process ended with status " + status + " before study " + next
                        + "; what it said is in " + log + ".");
            }
        } finally {
            process.destroy();
        }
    }

    private static void tell(Process process, Trials trials) {
        try (Writer told = process.outputWriter(StandardCharsets.UTF_8)) {
            told.write(trials.line() + "\n");
        } catch (IOException _) {
            // It has ended already, and its answer says why.
        }
    }

    /** Takes studies as long as they come; answers the number of the first that did not. */
    private static int take(BufferedReader answer, Trials trials, int from, Consumer<List<StudyResult>> sink)
            throws IOException {
        int next = from;
        for (String line = answer.readLine(); line != null; line = answer.readLine()) {
            if (line.startsWith(REASON)) {
                throw new Refusal(line.substring(REASON.length()));
            }
            int awaited = next;
            Optional<StudyResult> study = StudyResult.read(line, trials.plan()).filter(one -> one.study() == awaited);
            if (study.isEmpty()) {
                throw new Refusal("The Spark process said this instead of study " + next + ": " + line);
            }
            sink.accept(List.of(study.get()));
            next++;
        }
        return next;
    }
}
