package org.trabecula.study.protocol;

import java.math.BigDecimal;

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
     * Whether a day belongs to the visit.
     *
     * @param days since surgery
     */
    public boolean contains(long days) {
        double months = days / DAYS_OF_A_MONTH;
        return months >= from.doubleValue() && months < to.doubleValue();
    }
}
