package org.trabecula.study.protocol;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The time since surgery from which a visit's value is taken, in months of 365.25/12 days. It is wider than the visit's own
 * window, so that what was done late still counts, and says so before any value is known.
 *
 * @param from included
 * @param to excluded
 */
public record AnalysisWindow(Timepoint at, BigDecimal from, BigDecimal to) {
    private static final double DAYS_OF_A_MONTH = 365.25 / 12;

    /**
     * Something seen on a day that may give the value of a visit.
     *
     * @param visit as which it was held
     * @param day since surgery
     * @param known whether it has a value; one that has none only says why
     * @param ct whether the value rests on a CT
     */
    public record Dated(Timepoint visit, long day, boolean known, boolean ct) {}

    /**
     * Whether a day belongs to the visit.
     *
     * @param days since surgery
     */
    public boolean contains(long days) {
        double months = days / DAYS_OF_A_MONTH;
        return months >= from.doubleValue() && months < to.doubleValue();
    }

    /**
     * Which of them gives the value: of those in the window that have one the nearest to the planned month; of two as near the
     * CT, then the later. Without any value it is the nearest of all, whose cause then stands for it.
     *
     * @return empty when none falls into the window
     */
    public Optional<Dated> chosen(Collection<Dated> seen) {
        List<Dated> inside = seen.stream().filter(one -> contains(one.day())).toList();
        List<Dated> known = inside.stream().filter(Dated::known).toList();
        return (known.isEmpty() ? inside : known)
                .stream()
                        .min(Comparator.comparingDouble(this::distance)
                                .thenComparing(Dated::ct, Comparator.reverseOrder())
                                .thenComparing(Dated::day, Comparator.reverseOrder())
                                .thenComparing(Dated::visit, Comparator.reverseOrder()));
    }

    /** Exact in binary, since a month is 30 7/16 days: two days as near are equally near here too. */
    private double distance(Dated one) {
        return Math.abs(one.day() - at.months() * DAYS_OF_A_MONTH);
    }

    /** The day of the planned month, for what is known without a day. */
    public static long day(Timepoint at) {
        return Math.round(at.months() * DAYS_OF_A_MONTH);
    }
}
