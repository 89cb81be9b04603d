package org.trabecula.study.report;

import java.util.List;
import java.util.Optional;

/**
 * One cell of a table.
 *
 * @param notes the footnotes it points to, numbered from 0
 */
public record Cell(Content content, List<Integer> notes, Optional<Derivation> derivation) {
    public Cell {
        notes = List.copyOf(notes);
    }

    /** What stands in a cell. A number that is not finite cannot stand in one. */
    public sealed interface Content {}

    /** Nothing belongs here. */
    public record Blank() implements Content {}

    public record Count(int n) implements Content {}

    /** Events among so many. */
    public record Share(int events, int total) implements Content {
        public Share {
            if (events < 0 || total < events || total == 0) {
                throw new IllegalArgumentException(events + " of " + total + " is no share");
            }
        }
    }

    /**
     * A number.
     *
     * @param decimals after the point, as it is shown
     */
    public record Figure(double value, int decimals, Scale scale) implements Content {
        public Figure {
            finite(value);
        }
    }

    /** An interval; either end may be infinite. */
    public record Range(double lower, double upper, int decimals, Scale scale) implements Content {
        public Range {
            if (!(lower <= upper)) {
                throw new IllegalArgumentException("No interval from " + lower + " to " + upper);
            }
        }
    }

    public record Spread(double mean, double sd, int decimals) implements Content {
        public Spread {
            finite(mean);
            finite(sd);
        }
    }

    public record Significance(double p) implements Content {
        public Significance {
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException(p + " is no probability");
            }
        }
    }

    public record Said(Phrase words) implements Content {}

    /** It cannot be computed; its footnote says why. */
    public record Unavailable() implements Content {}

    /** How a number is shown. */
    public enum Scale {
        /** As it is. */
        PLAIN,
        /** With its sign. */
        DIFFERENCE,
        /** A share as per cent. */
        PERCENT,
        /** A difference of shares as percentage points, with its sign. */
        POINTS
    }

    private static void finite(double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("A cell cannot hold " + value);
        }
    }
}
