package org.trabecula.study.protocol;

/** A planned time of the schedule, in calendar months after surgery; 0 is the baseline. Written {@code m6}. */
public record Timepoint(int months) implements Comparable<Timepoint> {
    private static final int LATEST = 600;
    public static final Timepoint BASELINE = new Timepoint(0);

    public Timepoint {
        if (months < 0 || months > LATEST) {
            throw new IllegalArgumentException("A timepoint lies 0 to 600 months after surgery, not " + months);
        }
    }

    /** Whether a text is one, as an address or a field may hold it. */
    public static boolean valid(String text) {
        return text.matches("m\\d{1,3}") && Integer.parseInt(text.substring(1)) <= LATEST;
    }

    /** Reads {@code m6}. */
    public static Timepoint of(String text) {
        if (!text.matches("m\\d{1,3}")) {
            throw new IllegalArgumentException(text + " is not a timepoint: write it like m6");
        }
        return new Timepoint(Integer.parseInt(text.substring(1)));
    }

    @Override
    public int compareTo(Timepoint other) {
        return Integer.compare(months, other.months);
    }

    @Override
    public String toString() {
        return "m" + months;
    }
}
