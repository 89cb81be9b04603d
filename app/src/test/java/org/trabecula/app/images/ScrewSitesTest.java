package org.trabecula.app.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trabecula.assistance.screw.FoundScrew;
import org.trabecula.assistance.volume.Point;
import org.trabecula.study.spine.ScrewSite;

/** Which found screw is which: named only where that can be told. */
final class ScrewSitesTest {
    private static final List<ScrewSite> FOUR = sites("L4-left", "L4-right", "L5-left", "L5-right");

    /** A screw whose head lies so far to the left and so high; it points to the front, and so far to the right. */
    private static FoundScrew screw(double left, double head, double inward) {
        return new FoundScrew(new Point(left, 20, head), new Point(left - inward, -25, head - 3));
    }

    private static List<ScrewSite> sites(String... names) {
        return Stream.of(names).map(ScrewSite::of).toList();
    }

    private static List<String> names(List<FoundScrew> found, List<ScrewSite> construct) {
        return ScrewSites.of(found, construct).stream()
                .map(name -> name.map(ScrewSite::toString).orElse("-"))
                .toList();
    }

    @Test
    void four_of_four() {
        assertThat(names(List.of(screw(22, 0, 9), screw(-20, 2, -9), screw(24, -34, 9), screw(-23, -31, -9)), FOUR))
                .containsExactly("L4-left", "L4-right", "L5-left", "L5-right");
    }

    @Test
    void a_screw_that_is_not_found_leaves_the_others_their_names() {
        assertThat(names(List.of(screw(22, 0, 9), screw(24, -34, 9), screw(-23, -31, -9)), FOUR))
                .containsExactly("L4-left", "L5-left", "L5-right");
    }

    @Test
    void a_level_that_is_not_found_leaves_nobody_a_name() {
        assertThat(names(List.of(screw(22, 0, 9), screw(-20, 2, -9)), FOUR)).containsExactly("-", "-");
    }

    @Test
    void heights_that_are_not_those_of_vertebrae_are_no_levels() {
        assertThat(names(List.of(screw(22, 0, 9), screw(-20, 2, -9), screw(24, -90, 9)), FOUR))
                .containsExactly("-", "-", "-");
        assertThat(names(List.of(screw(22, 0, 9), screw(24, -60, 9)), sites("L3-left", "L5-left")))
                .containsExactly("L3-left", "L5-left");
    }

    @Test
    void one_row_alone_is_told_by_the_way_it_points() {
        assertThat(names(List.of(screw(-20, 0, -9), screw(-21, -33, -8)), FOUR))
                .containsExactly("L4-right", "L5-right");
        assertThat(names(List.of(screw(-20, 0, 0.5), screw(-21, -33, 0.2)), FOUR))
                .containsExactly("-", "-");
    }

    @Test
    void two_at_one_site_are_neither() {
        assertThat(names(List.of(screw(22, 0, 9), screw(27, 1, 9), screw(-20, 2, -9), screw(24, -34, 9)), FOUR))
                .containsExactly("-", "-", "L4-right", "L5-left");
    }

    @Test
    void a_site_that_the_construct_does_not_have_is_no_name() {
        assertThat(names(List.of(screw(22, 0, 9), screw(-20, 2, -9)), sites("L4-left")))
                .containsExactly("L4-left", "-");
        assertThat(ScrewSites.of(List.of(), FOUR)).isEqualTo(List.<Optional<ScrewSite>>of());
    }
}
