package org.trabecula.study.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.study.protocol.PlannedVisit;
import org.trabecula.study.protocol.Text;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.protocol.Window;
import org.trabecula.study.testkit.LittleStudy;

/** When a visit is due, and how it stands. */
class WindowsTest {
    private static final List<Integer> LENGTHS = List.of(31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31);

    /** Counted on the fingers: no calendar arithmetic of the JDK but the naming of a day by year, month and day. */
    @Test
    void everyTargetFrom2024To2032IsTheSameDayOfALaterMonthOrThatMonthsLast() {
        int compared = 0;
        for (int year = 2024; year <= 2032; year++) {
            for (int month = 1; month <= 12; month++) {
                for (int day = 1; day <= length(year, month); day++) {
                    for (PlannedVisit plan : LittleStudy.protocol().followUps()) {
                        int count = year * 12 + (month - 1) + plan.at().months();
                        int toYear = count / 12;
                        int toMonth = count % 12 + 1;
                        int toDay = Math.min(day, length(toYear, toMonth));
                        Window window = plan.window(LocalDate.of(year, month, day));
                        assertThat(window.target()).isEqualTo(LocalDate.of(toYear, toMonth, toDay));
                        assertThat(dayNumber(window.target()) - dayNumber(window.opens()))
                                .isEqualTo(plan.daysBefore());
                        assertThat(dayNumber(window.closes()) - dayNumber(window.target()))
                                .isEqualTo(plan.daysAfter());
                        compared++;
                    }
                }
            }
        }
        // 3,288 days from 2024-01-01 to 2032-12-31: nine years, of which 2024, 2028 and 2032 are leap years.
        assertThat(compared).isEqualTo((9 * 365 + 3) * 4);
    }

    /** Days since the year 0, summed year by year and month by month. */
    private static int dayNumber(LocalDate date) {
        int days = date.getDayOfMonth();
        for (int year = 2020; year < date.getYear(); year++) {
            days += leap(year) ? 366 : 365;
        }
        for (int month = 1; month < date.getMonthValue(); month++) {
            days += length(date.getYear(), month);
        }
        return days;
    }

    private static int length(int year, int month) {
        return month == 2 && leap(year) ? 29 : LENGTHS.get(month - 1);
    }

    private static boolean leap(int year) {
        return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    }

    /** Surgery on 2026-01-31, six months later 2026-07-31, 56 days about: 2026-06-05 to 2026-09-25. */
    @ParameterizedTest
    @CsvSource({
        "2026-06-04, , UPCOMING",
        "2026-06-05, , OPEN",
        "2026-07-30, , OPEN",
        "2026-07-31, , DUE",
        "2026-09-25, , DUE",
        "2026-09-26, , OVERDUE",
        "2027-01-01, 2026-06-04, OUT_OF_WINDOW",
        "2027-01-01, 2026-06-05, HELD",
        "2027-01-01, 2026-09-25, HELD",
        "2027-01-01, 2026-09-26, OUT_OF_WINDOW"
    })
    void aVisitStandsByTheDayAndItsWindow(
            LocalDate today, @org.jspecify.annotations.Nullable LocalDate held, VisitStatus status) {
        PlannedVisit plan = LittleStudy.protocol().visit(LittleStudy.M6).orElseThrow();
        VisitState state = Optional.ofNullable(held)
                .map(on -> VisitState.unknown(plan.at()).after(new VisitFact.VisitHeld(plan.at(), on), 7))
                .orElse(VisitState.unknown(plan.at()));
        assertThat(state.status(plan, LocalDate.of(2026, 1, 31), today)).isEqualTo(status);
    }

    @Test
    void aMissedVisitStaysMissedWhateverTheDay() {
        PlannedVisit plan = LittleStudy.protocol().visit(LittleStudy.M6).orElseThrow();
        VisitState missed = VisitState.unknown(plan.at()).after(new VisitFact.VisitMissed(plan.at(), "ill"), 7);
        for (int month = 0; month < 24; month++) {
            assertThat(missed.status(
                            plan,
                            LocalDate.of(2026, 1, 31),
                            LocalDate.of(2026, 1, 31).plusMonths(month)))
                    .isEqualTo(VisitStatus.MISSED);
        }
    }

    @Test
    void aWindowMayBeLopsided() {
        PlannedVisit plan = new PlannedVisit(new Timepoint(3), Text.same("Month 3"), 0, 10, List.of(), false);
        Window window = plan.window(LocalDate.of(2027, 11, 30));
        assertThat(window)
                .isEqualTo(new Window(LocalDate.of(2028, 2, 29), LocalDate.of(2028, 2, 29), LocalDate.of(2028, 3, 10)));
    }
}
