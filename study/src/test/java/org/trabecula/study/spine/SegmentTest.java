package org.trabecula.study.spine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentTest {

    @ParameterizedTest
    @CsvSource({
        "L4/L5, ''",
        "L4/L5 L3/L4, ''",
        "L4/L5 L2/L3, L3/L4",
        "L5/S1 L1/L2 L3/L4, L2/L3 L4/L5",
        "L5/S1 L2/L3, L3/L4 L4/L5",
        "'', ''"
    })
    void everyGapInARowIsNamed(String segments, String missing) {
        assertThat(Segment.missing(row(segments))).isEqualTo(row(missing));
    }

    private static List<Segment> row(String text) {
        return Arrays.stream(text.split(" "))
                .filter(word -> !word.isEmpty())
                .map(Segment::of)
                .toList();
    }
}
