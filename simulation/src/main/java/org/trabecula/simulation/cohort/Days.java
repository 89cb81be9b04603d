package org.trabecula.simulation.cohort;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import org.trabecula.study.protocol.Timepoint;

/** The calendar of a clinic. */
final class Days {
    static final double PER_MONTH = 30.4375;

    private Days() {}

    /** The day itself, or the Monday after it. */
    static LocalDate working(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0
                ? day.with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                : day;
    }

    /** A time in office hours, the hour given as part of a day from 0 (half past eight) to 1 (five o'clock). */
    static Instant at(LocalDate day, double hour, ZoneId zone) {
        LocalTime time = LocalTime.of(8, 30).plusSeconds((long) (hour * 8.5 * 3600));
        return day.atTime(time).atZone(zone).toInstant();
    }

    /** The first Wednesday of a month that is at least some days away: when disputes are adjudicated. */
    static LocalDate adjudication(LocalDate from) {
        LocalDate earliest = from.plusDays(3);
        LocalDate thisMonth = earliest.with(TemporalAdjusters.firstInMonth(DayOfWeek.WEDNESDAY));
        return thisMonth.isBefore(earliest)
                ? earliest.plusMonths(1).with(TemporalAdjusters.firstInMonth(DayOfWeek.WEDNESDAY))
                : thisMonth;
    }

    static double months(LocalDate from, LocalDate to) {
        return ChronoUnit.DAYS.between(from, to) / PER_MONTH;
    }

    static LocalDate after(LocalDate from, double months) {
        return from.plusDays(Math.round(months * PER_MONTH));
    }

    static boolean followUp(Timepoint at) {
        return !at.equals(Timepoint.BASELINE);
    }
}
