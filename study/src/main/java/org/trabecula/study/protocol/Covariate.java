package org.trabecula.study.protocol;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Something known of a participant before or at surgery, in which the arms may differ.
 *
 * @param missing what stands in for a value that is not there; both are shown beside the balance
 * @param model whether it is a term of the propensity score; otherwise its balance is only looked at
 */
public record Covariate(String id, Text label, Kind kind, Source source, Missing missing, boolean model) {

    /** How it enters the model: as a number, as yes or no, or as an indicator for each value but one. */
    public enum Kind {
        CONTINUOUS,
        BINARY,
        CATEGORICAL;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What stands in for a missing value. */
    public enum Missing {
        /** The median of the known values, of both arms together; for yes or no and for categories the most frequent one. */
        TYPICAL,
        /** The same, and a further term that says that the value is missing. */
        INDICATOR;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where the value comes from. */
    public sealed interface Source {}

    /**
     * Items of a form that is filled in before surgery.
     *
     * @param items one; for {@link Kind#BINARY} it may be several, of which one that says yes is enough
     * @param yes the codes that say yes; for {@link Kind#BINARY} alone
     */
    public record FromForm(String form, List<String> items, Set<String> yes) implements Source {
        public FromForm {
            items = List.copyOf(items);
            yes = Set.copyOf(yes);
        }
    }

    /** A characteristic of the surgery as performed. */
    public record FromSurgery(Characteristic characteristic) implements Source {}

    /** What a surgery says that is settled when the wound is closed. */
    public enum Characteristic {
        /** The surgeon's code: categorical. */
        SURGEON(Kind.CATEGORICAL),
        /** Years since the study's first operation: continuous. */
        DATE(Kind.CONTINUOUS),
        /** The number of fused segments: continuous. */
        LEVELS(Kind.CONTINUOUS),
        /** Whether a screw stands in the sacrum: binary. */
        SACRUM(Kind.BINARY),
        /** Whether a screw was augmented with cement: binary. */
        CEMENT(Kind.BINARY);

        private final Kind kind;

        Characteristic(Kind kind) {
            this.kind = kind;
        }

        public Kind kind() {
            return kind;
        }

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
