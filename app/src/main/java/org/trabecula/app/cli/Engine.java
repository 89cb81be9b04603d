package org.trabecula.app.cli;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.trabecula.simulation.trial.StudyResult;
import org.trabecula.simulation.trial.Trials;

/** Where virtual studies are conducted. Every engine has the same results. */
@FunctionalInterface
interface Engine {
    /**
     * Conducts studies {@code from} to {@code to}, the latter excluded.
     *
     * @param sink is given the results, in order, some at a time
     */
    void run(Trials trials, int from, int to, Consumer<List<StudyResult>> sink)
            throws IOException, InterruptedException;
}
