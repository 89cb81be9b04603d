package org.trabecula.app.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.app.Refusal;
import org.trabecula.simulation.trial.Plan;
import org.trabecula.simulation.trial.StudyResult;

/**
 * The file that holds one line for each virtual study of a scenario. Its first line says which scenario and seed, so that
 * nobody goes on with another; a last line that a stop cut off is done again.
 */
record StudyLines(Path file, String fingerprint, Plan plan) {
    private static final int HEADS = 2;

    private String mark() {
        return "# simulated " + fingerprint;
    }

    /** The studies that are there, from number 0 without a gap, at most so many. */
    List<StudyResult> read(int most) throws IOException {
        List<StudyResult> results = new ArrayList<>();
        if (!Files.exists(file)) {
            return results;
        }
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        if (lines.isEmpty()) {
            return results;
        }
        if (!lines.getFirst().equals(mark())) {
            throw new Refusal(
                    file + " holds studies of another scenario, seed or version; choose another folder with --out.");
        }
        for (String line : lines.subList(Math.min(HEADS, lines.size()), lines.size())) {
            Optional<StudyResult> one = StudyResult.read(line, plan);
            if (results.size() == most || one.isEmpty() || one.get().study() != results.size()) {
                break;
            }
            results.add(one.get());
        }
        return results;
    }

    /** Opens the file behind the first so many studies; whatever follows them is written anew. */
    Pen append(int kept) throws IOException {
        List<String> lines = new ArrayList<>(List.of(mark(), StudyResult.head(plan)));
        if (Files.exists(file)) {
            List<String> there = Files.readAllLines(file, StandardCharsets.UTF_8);
            lines.addAll(there.subList(Math.min(HEADS, there.size()), Math.min(HEADS + kept, there.size())));
        }
        BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        for (String line : lines) {
            writer.write(line + "\n");
        }
        writer.flush();
        return new Pen(writer);
    }

    /** Writes further studies. */
    record Pen(BufferedWriter writer) implements AutoCloseable {
        void write(List<StudyResult> results) {
            try {
                for (StudyResult result : results) {
                    writer.write(result.line() + "\n");
                }
                writer.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            writer.close();
        }
    }
}
