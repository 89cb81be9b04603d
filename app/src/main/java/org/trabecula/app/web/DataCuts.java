package org.trabecula.app.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.trabecula.app.Analyses;
import org.trabecula.app.Installation;
import org.trabecula.study.analysis.Results;
import org.trabecula.study.conduct.Register;

/** The result tables at journal positions. What a position says never changes, so the last few are kept. */
@Component
final class DataCuts {
    private static final int KEPT = 8;
    private final Installation installation;
    private final Map<Long, Results> kept = new LinkedHashMap<>(2 * KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Results> eldest) {
            return size() > KEPT;
        }
    };

    DataCuts(Installation installation) {
        this.installation = installation;
    }

    /** From all that is recorded now. */
    synchronized Results newest() {
        Results known = kept.get(installation.desk().view(Register::position));
        return known == null ? keep(Analyses.newest(installation)) : known;
    }

    /**
     * From what was recorded up to a position; empty when the journal has no such position.
     *
     * @param position as typed; the empty text means the newest
     */
    synchronized Optional<Results> at(String position) {
        if (position.isEmpty()) {
            return Optional.of(newest());
        }
        if (!position.matches("\\d{1,18}")) {
            return Optional.empty();
        }
        long wanted = Long.parseLong(position);
        return Optional.ofNullable(kept.get(wanted))
                .or(() -> Analyses.asOf(installation, wanted).map(this::keep));
    }

    private Results keep(Results results) {
        kept.put(results.cut().head().position(), results);
        return results;
    }
}
