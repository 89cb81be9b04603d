package org.trabecula.study.imaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.spine.Segment;

/** The viewer has the same cases in test/geometry.test.ts. */
class StepsTest {
    private static final double CLOSE = 1e-4;
    private static final Steps OBLONG = new Steps(0.5, 2);

    private static ImagePoint at(double column, double row) {
        return new ImagePoint(column, row);
    }

    @Test
    void a_length_takes_rows_and_columns_at_their_own_distance() {
        assertEquals(10, OBLONG.length(at(1, 2), at(4, 18)), 1e-12);
    }

    @Test
    void an_angle_is_that_at_the_corner() {
        assertEquals(90, Steps.PIXELS.angle(at(10, 0), at(0, 0), at(0, 5)), CLOSE);
        assertEquals(45, OBLONG.angle(at(1, 0), at(0, 0), at(1, 4)), CLOSE);
    }

    @Test
    void two_lines_give_their_tilt_however_they_were_drawn() {
        ImagePoint a = at(10, 10);
        ImagePoint b = at(50, 10);
        ImagePoint c = at(12, 40);
        ImagePoint d = at(52, 47.0531); // atan(7.0531 / 40) is 10 degrees
        Stream.of(List.of(a, b, c, d), List.of(c, d, a, b), List.of(b, a, c, d), List.of(d, c, b, a))
                .forEach(lines -> assertEquals(10, Steps.PIXELS.tilt(lines), CLOSE));
    }

    @Test
    void the_shift_is_that_of_the_left_ends_along_the_lower_line() {
        assertEquals(-2, Steps.PIXELS.shift(List.of(at(10, 10), at(50, 10), at(12, 40), at(52, 40))), CLOSE);
        assertEquals(1.5, new Steps(0.5, 0.5).shift(List.of(at(15, 10), at(50, 10), at(12, 40), at(52, 40))), CLOSE);
    }

    @Test
    void a_measurement_has_the_points_of_its_shape() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Measurement(
                        Quantity.LUCENCY, "L4-left", "2.25.1", 0, List.of(at(1, 1)), List.of(), Optional.empty()));
        assertThrows(IllegalArgumentException.class, () -> at(Double.NaN, 0));
        assertThrows(IllegalArgumentException.class, () -> Scale.stated(0, 1));
    }

    @Test
    void findings_follow_from_what_was_drawn_and_pixels_fill_no_millimetres() {
        Measurements drawn = new Measurements(List.of(
                lucency("1.26", Measurement.Unit.MM),
                lucency("0.70", Measurement.Unit.MM),
                lucency("9.00", Measurement.Unit.PIXEL),
                endplates(Quantity.FLEXION, "3.20", "1.00", Measurement.Unit.MM),
                endplates(Quantity.EXTENSION, "-1.14", "-0.60", Measurement.Unit.PIXEL)));
        assertEquals(Optional.of(new BigDecimal("1.3")), drawn.lucencyMm(ScrewSite.of("L4-left")));
        assertEquals(Optional.empty(), drawn.lucencyMm(ScrewSite.of("L5-left")));
        assertEquals(Optional.of(new BigDecimal("4.3")), drawn.motionDegrees(Segment.of("L4/L5")));
        assertEquals(Optional.empty(), drawn.translationMm(Segment.of("L4/L5")));
    }

    private static Measurement lucency(String value, Measurement.Unit unit) {
        return new Measurement(
                Quantity.LUCENCY,
                "L4-left",
                "2.25.1",
                0,
                List.of(at(1, 1), at(2, 2)),
                List.of(new Measurement.Result(Measurement.Name.LENGTH, new BigDecimal(value), unit)),
                Optional.empty());
    }

    private static Measurement endplates(Quantity quantity, String angle, String shift, Measurement.Unit unit) {
        return new Measurement(
                quantity,
                "L4/L5",
                "2.25.1",
                0,
                List.of(at(1, 1), at(2, 1), at(1, 2), at(2, 2)),
                List.of(
                        new Measurement.Result(Measurement.Name.ANGLE, new BigDecimal(angle), Measurement.Unit.DEGREE),
                        new Measurement.Result(Measurement.Name.SHIFT, new BigDecimal(shift), unit)),
                Optional.empty());
    }
}
