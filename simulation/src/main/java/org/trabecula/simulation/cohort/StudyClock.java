package org.trabecula.simulation.cohort;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The clock of a simulated study. It stands still until the cohort moves it, and it never goes back. Give it to the Desk
 * through which the cohort is written.
 */
public final class StudyClock extends Clock {
    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    /** A clock that shows the given instant, for example {@link CohortPlan#opening()}. */
    public StudyClock(Instant start) {
        this(new AtomicReference<>(start), ZoneOffset.UTC);
    }

    private StudyClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /** Moves to a later instant; an earlier one changes nothing. */
    void reach(Instant later) {
        now.updateAndGet(shown -> later.isAfter(shown) ? later : shown);
    }

    void pass(Duration time) {
        now.updateAndGet(shown -> shown.plus(time));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    /** The same clock, shown in another zone. */
    @Override
    public Clock withZone(ZoneId other) {
        return new StudyClock(now, other);
    }
}
