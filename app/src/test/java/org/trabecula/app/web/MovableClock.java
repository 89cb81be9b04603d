package org.trabecula.app.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that a story moves, so that two years of follow-up pass in a minute. */
final class MovableClock extends Clock {
    private final AtomicReference<Instant> now;

    MovableClock(LocalDate day) {
        this.now = new AtomicReference<>(morning(day));
    }

    void moveTo(LocalDate day) {
        now.set(morning(day));
    }

    private static Instant morning(LocalDate day) {
        return day.atTime(LocalTime.of(8, 0)).toInstant(ZoneOffset.UTC);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
