package org.trabecula.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A reader's own pace, from the minutes at which he signed. */
class ReadingPaceTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void a_break_is_in_no_cases_time() {
        ReadingPace pace = ReadingPace.of(signed(0, 4, 9, 120, 126), NINE.plusSeconds(60 * 130));
        assertThat(pace.shown()).hasValue("5:00");
        assertThat(pace.sitting()).isEqualTo(2);
        assertThat(pace.tiring()).isFalse();
    }

    @Test
    void nothing_is_said_before_two_cases_in_one_sitting() {
        assertThat(ReadingPace.of(List.of(), NINE).median()).isEmpty();
        assertThat(ReadingPace.of(signed(0, 40), NINE.plusSeconds(60 * 41)).median())
                .isEmpty();
    }

    @Test
    void whoever_reads_for_long_hears_of_a_break_until_he_takes_one() {
        List<Instant> hour = signed(0, 10, 20, 30, 40, 50);
        assertThat(ReadingPace.of(hour, NINE.plusSeconds(60 * 51)).tiring()).isTrue();
        assertThat(ReadingPace.of(hour, NINE.plusSeconds(60 * 51)).sitting()).isEqualTo(6);
        assertThat(ReadingPace.of(hour, NINE.plusSeconds(60 * 90)).tiring()).isFalse();
    }

    private static List<Instant> signed(long... minutes) {
        return LongStream.of(minutes)
                .mapToObj(minute -> NINE.plusSeconds(60 * minute))
                .toList();
    }
}
