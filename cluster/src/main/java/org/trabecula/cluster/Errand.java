package org.trabecula.cluster;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.trabecula.simulation.trial.Plan;
import org.trabecula.simulation.trial.Trials;

/** What the shell asks for: the trials come in as a line, their studies go out as lines. */
record Errand(InputStream in, PrintStream out) {
    private static final int WORDS = 3;
    private static final int BLOCK = 100;
    private static final int SMALL_BLOCK = 2;

    /** Takes the master, the first study and the one behind the last; answers the exit status. */
    int run(String... words) throws InterruptedException {
        System.setOut(System.err); // What a library has to say is no study.
        try {
            if (words.length != WORDS) {
                throw new Refused("Say the master, the first study and the one behind the last.");
            }
            Place place = new Place(words[0]);
            Trials trials = trials();
            try (Cluster cluster = Cluster.join(place, OwnJars.list())) {
                int most = trials.plan().equals(Plan.LEAN) ? BLOCK : SMALL_BLOCK;
                Blocks blocks =
                        Blocks.of(Integer.parseInt(words[1]), Integer.parseInt(words[2]), cluster.processors(), most);
                cluster.conduct(new Virtual(trials.line()), blocks, this::write);
            }
            return 0;
        } catch (Refused | IllegalArgumentException | IOException e) {
            out.println("!" + e.getMessage());
            out.flush();
            return 1;
        }
    }

    private Trials trials() throws IOException {
        String line = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
        return Trials.read(line == null ? "" : line);
    }

    /** Fails when nobody listens any more: whoever asked has gone. */
    private void write(List<String> lines) {
        lines.forEach(out::println);
        if (out.checkError()) {
            throw new Refused("Nobody takes the studies any more.");
        }
    }
}
