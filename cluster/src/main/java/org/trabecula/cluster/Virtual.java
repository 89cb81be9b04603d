package org.trabecula.cluster;

import java.util.List;
import org.trabecula.simulation.trial.StudyResult;
import org.trabecula.simulation.trial.Trials;

/**
 * Virtual studies. The trials travel as their line, and are conducted by the code that conducts them at home: a study has the same
 * line wherever that is.
 */
record Virtual(String trials) implements Conduct {
    @Override
    public List<String> lines(int from, int to) {
        return Trials.read(trials).between(from, to).stream()
                .map(StudyResult::line)
                .toList();
    }
}
