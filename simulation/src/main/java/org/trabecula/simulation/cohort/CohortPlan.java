package org.trabecula.simulation.cohort;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.random.RandomGenerator;
import org.trabecula.simulation.mechanism.Assumptions;
import org.trabecula.statistics.resample.Philox;

/**
 * Which virtual cohort to make. The same plan under the same protocol gives the same entries; every person is drawn from a
 * stream of his own, so that one participant more changes nobody else. Those who are operated are the first of the virtual
 * studies that {@link org.trabecula.simulation.trial.Trials} makes of the same seed and assumptions: the same people with the
 * same cages live the same lives.
 *
 * @param seed of all chance
 * @param participants how many are operated; more are screened
 * @param today everything up to the evening before has happened
 * @param accrualMonths over how many months people are screened
 * @param monthsSinceLast how many months before today the last of them is screened
 * @param given how bone, cages, screws and those who observe them behave
 */
public record CohortPlan(
        long seed, int participants, LocalDate today, int accrualMonths, int monthsSinceLast, Assumptions given) {
    /** Days between setting the study up and the first day of screening. */
    private static final int PREPARATION = 14;

    public CohortPlan {
        if (participants < 1 || participants > 5_000) {
            throw new IllegalArgumentException("A virtual cohort has 1 to 5000 participants, not " + participants);
        }
        if (accrualMonths < 1 || monthsSinceLast < 0) {
            throw new IllegalArgumentException("Screening lasts at least a month and ends no later than today");
        }
    }

    /** 90 participants, screened over 18 months, most of them followed for the whole 24 months. */
    public static CohortPlan reference(long seed, LocalDate today) {
        return new CohortPlan(seed, 90, today, 18, 22, Assumptions.reference());
    }

    /** When the study is set up: the instant at which the {@link StudyClock} should start. */
    public Instant opening() {
        return firstScreening()
                .minusDays(PREPARATION)
                .atTime(LocalTime.of(1, 0))
                .toInstant(ZoneOffset.UTC);
    }

    /** What decides who the operated participant of that number is, which cage he gets and how he lives. */
    RandomGenerator luck(int operated) {
        return Philox.of(seed, operated);
    }

    /** What decides how much he complains. */
    RandomGenerator voice(int operated) {
        return Philox.of(~seed, operated);
    }

    LocalDate firstScreening() {
        return today.minusMonths((long) accrualMonths + monthsSinceLast);
    }

    LocalDate lastScreening() {
        return today.minusMonths(monthsSinceLast);
    }
}
