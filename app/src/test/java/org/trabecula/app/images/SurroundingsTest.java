package org.trabecula.app.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trabecula.study.spine.ScrewSite;

/** What is seen around screws that lie one above the other, 38 mm apart, each 45 mm long. */
class SurroundingsTest {
    private static final double STEP = 38;
    private static final double ANY = Double.POSITIVE_INFINITY;

    @Test
    void a_screw_is_seen_with_what_surrounds_it_as_far_as_a_third_of_the_way_to_the_next_vertebra() {
        Surroundings two = lying("L4-left", "L5-left");
        assertThat(two.reach()).isEqualTo(STEP / 3);
        assertThat(seen(two, 20, 0)).isTrue();
        assertThat(seen(two, 20, 12)).isTrue();
        assertThat(seen(two, 20, -12)).isTrue();
        assertThat(seen(two, 20, 13)).isFalse();
        assertThat(seen(two, 60, 0)).as("beyond the tip").isFalse();
        assertThat(seen(two, 55, 0)).isTrue();
    }

    @Test
    void the_disc_space_is_covered_where_it_is_near_the_lower_screw() {
        Surroundings two = lying("L4-left", "L5-left");
        assertThat(seen(two, 20, STEP - 6.5))
                .as("a halo of 3 mm around a screw of 7")
                .isTrue();
        assertThat(seen(two, 20, STEP - 8.5)).as("the upper endplate").isFalse();
        assertThat(seen(two, 20, STEP + 8)).as("below the last screw").isTrue();
    }

    @Test
    void vertebrae_without_screws_are_counted() {
        Surroundings skipped = Surroundings.of(List.of(axis("L3-left", 0), axis("L5-left", 2 * STEP)), ANY);
        assertThat(skipped.reach()).isEqualTo(STEP / 3);
        assertThat(seen(skipped, 20, 2 * STEP - 8.5)).isFalse();
        assertThat(seen(skipped, 20, 2 * STEP - 6)).isTrue();
    }

    @Test
    void the_sacrum_follows_the_last_vertebra_and_a_middle_screw_is_seen_on_both_sides() {
        Surroundings three = lying("L4-left", "L5-left", "S1-left");
        assertThat(seen(three, 20, STEP + 10)).isTrue();
        assertThat(seen(three, 20, STEP - 6.5)).isTrue();
        assertThat(seen(three, 20, STEP - 9)).isFalse();
        assertThat(seen(three, 20, 2 * STEP - 9)).isFalse();
    }

    @Test
    void one_vertebra_alone_shows_nothing_since_its_disc_spaces_are_not_known() {
        Surroundings one = Surroundings.of(List.of(axis("L4-left", 0), axis("L4-right", 2)), ANY);
        assertThat(one.reach()).isZero();
        assertThat(seen(one, 20, 0)).isFalse();
        assertThat(seen(Surroundings.of(List.of(), ANY), 20, 0)).isFalse();
    }

    @Test
    void millimetres_bound_what_is_seen_of_screws_placed_far_apart() {
        Surroundings far = Surroundings.of(List.of(axis("L4-left", 0), axis("L5-left", 300)), 15);
        assertThat(far.reach()).isEqualTo(15);
    }

    /** Discs lie between 0.49 and 0.78 of the way from one vertebra's screws to the next one's. */
    @Test
    void no_point_of_a_disc_is_seen_wherever_it_lies() {
        Random random = new Random(6);
        for (int world = 0; world < 500; world++) {
            double tilt = random.nextDouble(-0.2, 0.2);
            double apart = random.nextDouble(28, 44);
            Surroundings around = Surroundings.of(
                    List.of(
                            new Surroundings.Axis(ScrewSite.of("L4-left"), at(0, 0), at(45, 0)),
                            new Surroundings.Axis(ScrewSite.of("L4-right"), at(1, 1), at(46, 1)),
                            new Surroundings.Axis(ScrewSite.of("L5-left"), at(0, apart), at(45, apart + 45 * tilt))),
                    ANY);
            double x = random.nextDouble(0, 45);
            double below = apart + x * tilt;
            double y = below * random.nextDouble(0.52, 0.76);
            assertThat(seen(around, x, y)).as(world + ": " + x + ", " + y).isFalse();
        }
    }

    private static Surroundings lying(String... sites) {
        List<Surroundings.Axis> axes = new ArrayList<>();
        Stream.of(sites).forEach(site -> axes.add(axis(site, axes.size() * STEP)));
        return Surroundings.of(axes, ANY);
    }

    private static Surroundings.Axis axis(String site, double y) {
        return new Surroundings.Axis(ScrewSite.of(site), at(0, y), at(45, y));
    }

    private static double[] at(double x, double y) {
        return new double[] {x, y, 0};
    }

    private static boolean seen(Surroundings around, double x, double y) {
        return around.show(at(x, y));
    }
}
