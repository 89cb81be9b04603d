package org.trabecula.exchange.table;

import java.util.List;
import org.trabecula.exchange.Problem;

/** What came of reading a table of outcomes. */
public sealed interface OutcomeReading {

    /** Every row is sound; in the order of the table. */
    record Rows(List<OutcomeRow> rows) implements OutcomeReading {
        public Rows {
            rows = List.copyOf(rows);
        }
    }

    /** At least one cell is wrong, so nothing of the table may be used. */
    record Broken(List<Problem> problems) implements OutcomeReading {
        public Broken {
            problems = List.copyOf(problems);
        }
    }
}
