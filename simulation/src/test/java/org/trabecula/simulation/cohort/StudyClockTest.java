package org.trabecula.simulation.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class StudyClockTest {
    private static final Instant START = Instant.parse("2024-01-08T01:00:00Z");

    @Test
    void itStandsStillUntilItIsMoved() {
        StudyClock clock = new StudyClock(START);
        assertThat(clock.instant()).isEqualTo(START).isEqualTo(clock.instant());
        clock.pass(Duration.ofMinutes(2));
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(120));
    }

    @Test
    void itNeverGoesBack() {
        StudyClock clock = new StudyClock(START);
        clock.reach(START.minusSeconds(1));
        assertThat(clock.instant()).isEqualTo(START);
    }

    @Test
    void inAnotherZoneItIsTheSameClock() {
        StudyClock clock = new StudyClock(START);
        Clock there = clock.withZone(ZoneId.of("Asia/Shanghai"));
        clock.reach(START.plusSeconds(5));
        assertThat(there.instant()).isEqualTo(START.plusSeconds(5));
        assertThat(there.getZone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    }
}
