package org.trabecula.simulation.mechanism;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trabecula.statistics.resample.Philox;

/** Means of 20,000 days; the Monte Carlo error of the ODI is 10 / sqrt(20,000) = 0.07 points. */
class ComplaintsTest {
    private final Complaints complaints = new Complaints(Assumptions.reference());

    private double mean(ToDoubleFunction<RandomGenerator> odi) {
        return IntStream.range(0, 20_000)
                .mapToDouble(day -> odi.applyAsDouble(Philox.of(3, day)))
                .average()
                .orElseThrow();
    }

    private double after(double months, boolean loose, boolean united) {
        return mean(chance -> complaints
                .after(complaints.tendency(chance), months, loose, united, chance)
                .odi());
    }

    @Test
    void disabilityFallsByTheWholeReliefInTheEnd() {
        double before = mean(
                chance -> complaints.before(complaints.tendency(chance), chance).odi());
        assertThat(before).isCloseTo(46, within(0.3));
        assertThat(before - after(24, false, true)).isCloseTo(27, within(0.5));
        assertThat(after(3, false, true)).isGreaterThan(after(12, false, true));
    }

    @Test
    void aLooseScrewAndAnOpenSegmentAreATroubleEach() {
        double sound = after(12, false, true);
        assertThat(after(12, true, true) - sound).isCloseTo(3.3, within(0.1));
        assertThat(after(12, true, false) - sound).isCloseTo(6.6, within(0.2));
    }

    @Test
    void nobodyComplainsBeyondTheScale() {
        Complaints wild = new Complaints(
                Assumptions.reference().with(Parameter.ODI_SPREAD, 30).with(Parameter.BACK_SPREAD, 4));
        for (int day = 0; day < 2000; day++) {
            RandomGenerator chance = Philox.of(4, day);
            Complaints.Said said = wild.after(wild.tendency(chance), 6, true, false, chance);
            assertThat(said.odi()).isBetween(0.0, 100.0);
            assertThat(said.back()).isBetween(0.0, 10.0);
        }
    }
}
