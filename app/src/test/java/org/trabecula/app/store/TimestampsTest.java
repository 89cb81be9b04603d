package org.trabecula.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JDK's own reader is the witness. */
class TimestampsTest {
    private final Timestamps timestamps = new Timestamps();

    @Test
    void everyInstantIsReadAsItWasWritten() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        for (int i = 0; i < 20_000; i++) {
            int[] steps = {1, 1_000, 1_000_000, 1_000_000_000};
            int step = steps[i % steps.length];
            long nanos = random.nextInt(1_000_000_000) / step * (long) step;
            Instant instant = Instant.ofEpochSecond(random.nextLong(-2_000_000_000L, 253_402_300_800L), nanos);
            assertThat(timestamps.apply(instant.toString())).isEqualTo(instant);
        }
        assertThat(timestamps.apply(Instant.MAX.toString())).isEqualTo(Instant.MAX);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30T08:15:30Z",
                "2026-03-02T24:15:30Z",
                "2026-03-02T08:60:30Z",
                "2026-03-02 08:15:30Z",
                "2026-03-02T08:15:30",
                "2026-03-02T08:15:3xZ",
                "2026-03-02T08:15:30.1234567890Z",
                "",
            })
    void whatIsNoInstantIsRefused(String text) {
        assertThatThrownBy(() -> Instant.parse(text)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> timestamps.apply(text)).isInstanceOf(DateTimeException.class);
    }
}
