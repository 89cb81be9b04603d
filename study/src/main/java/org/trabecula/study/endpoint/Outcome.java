package org.trabecula.study.endpoint;

import java.util.List;

/** One endpoint of one participant at one visit, with the journal entries from which it follows. */
public sealed interface Outcome {

    List<Long> positions();

    /** Yes or no, and how it is known. */
    record Known(boolean yes, Source source, List<Long> positions) implements Outcome {
        public Known {
            positions = List.copyOf(positions);
        }
    }

    record Missing(Cause cause, List<Long> positions) implements Outcome {
        public Missing {
            positions = List.copyOf(positions);
        }
    }
}
