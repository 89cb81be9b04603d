package org.trabecula.app.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SessionLimitTest {
    private static final Instant MORNING = Instant.parse("2026-03-02T06:00:00Z");

    @Test
    void a_session_ends_after_a_long_working_day() {
        assertFalse(SessionLimit.over(MORNING, MORNING.plus(Duration.ofHours(12))));
        assertTrue(SessionLimit.over(MORNING, MORNING.plus(Duration.ofHours(12)).plusSeconds(1)));
    }
}
