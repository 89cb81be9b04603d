package org.trabecula.simulation.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall;

class PowerChangeTest {
    private static List<StudyResult> results(double... p) {
        return DoubleStream.of(p)
                .mapToObj(one -> new StudyResult(
                        0,
                        Map.of(
                                Analysis.FUSION_PEARSON,
                                Double.isNaN(one)
                                        ? Outcome.none(Shortfall.Cause.TOO_FEW, "too few")
                                        : Outcome.of(new Finding(0, Optional.empty(), one)))))
                .toList();
    }

    /** By hand: of four pairs 1 rejects before, 2 after, 1 changes; change 1/4, its error sqrt((1/4 - 1/16) / 4) = 0.2165. */
    @Test
    void studiesAreComparedOneByOne() {
        PowerChange change = PowerChange.of(
                Analysis.FUSION_PEARSON,
                results(0.01, 0.2, 0.3, 0.4, Double.NaN),
                results(0.02, 0.03, 0.3, 0.4, 0.01),
                0.05);
        assertThat(change.studies()).isEqualTo(4);
        assertThat(change.before()).isEqualTo(0.25);
        assertThat(change.after()).isEqualTo(0.5);
        assertThat(change.change()).isEqualTo(0.25);
        assertThat(change.error()).isCloseTo(0.21650635, within(1e-8));
    }

    @Test
    void theSameLuckGivesNoChangeAndNoError() {
        PowerChange none = PowerChange.of(Analysis.FUSION_PEARSON, results(0.01, 0.9), results(0.01, 0.9), 0.05);
        assertThat(none.change()).isZero();
        assertThat(none.error()).isZero();
    }
}
