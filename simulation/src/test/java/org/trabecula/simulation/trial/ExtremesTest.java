package org.trabecula.simulation.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.simulation.mechanism.Assumptions;
import org.trabecula.simulation.mechanism.Parameter;
import org.trabecula.statistics.estimate.Interval;
import org.trabecula.statistics.estimate.Outcome;

/**
 * What is admitted is answered for: with every assumption at either end of its range, alone and in random corners with many
 * others, each analysis gives numbers or says in a sentence why it has none.
 */
class ExtremesTest {
    private static final Rules RULES = Rules.reference();
    private static final int CORNERS = 200;
    private static final int STUDIES = 2;

    static Stream<Scenario> oneAtAnEnd() {
        return Arrays.stream(Parameter.values())
                .flatMap(parameter -> DoubleStream.of(parameter.low(), parameter.high())
                        .mapToObj(value -> new Scenario(
                                parameter.id() + "=" + value,
                                60,
                                Assumptions.reference().with(parameter, value))));
    }

    /** Each assumption is left alone, or at its lower or upper end, by a seeded draw; studies are small, middling and large. */
    static Stream<Scenario> corners() {
        SplittableRandom chance = new SplittableRandom(20261123);
        List<Scenario> corners = new ArrayList<>();
        for (int corner = 0; corner < CORNERS; corner++) {
            Assumptions given = Assumptions.reference();
            int calm = corner % 4;
            for (Parameter parameter : Parameter.values()) {
                int dice = chance.nextInt(2 + calm);
                double value = dice == 0 ? parameter.low() : dice == 1 ? parameter.high() : parameter.reference();
                given = given.with(parameter, value);
            }
            corners.add(new Scenario("corner " + corner, corner % 3 == 0 ? 10 : corner % 3 == 1 ? 40 : 120, given));
        }
        return corners.stream();
    }

    @ParameterizedTest
    @MethodSource({"oneAtAnEnd", "corners"})
    void everyAnalysisHasNumbersOrASentence(Scenario scenario) throws InterruptedException {
        Trials trials = new Trials(scenario, RULES, 7);
        List<StudyResult> results = trials.run(STUDIES, 1);
        assertThat(results).hasSize(STUDIES);
        for (StudyResult result : results) {
            assertThat(result.line()).doesNotContain("NaN").doesNotContain("Infinity");
            for (Analysis analysis : Plan.LEAN.analyses()) {
                answered(analysis, result.of(analysis));
            }
        }
        Truth truth = Truth.of(scenario, RULES, 50, 7);
        finite("truth", truth.fusion(), truth.loosening(), truth.fusionError(), truth.looseError());
        for (Analysis analysis : Plan.LEAN.analyses()) {
            Characteristics summed = Characteristics.of(analysis, results, truth, RULES.alpha());
            finite(analysis.id(), summed.rejected(), summed.error(summed.rejected()));
            Stream.of(summed.meanEstimate(), summed.bias(), summed.biasError(), summed.coverage())
                    .flatMapToDouble(OptionalDouble::stream)
                    .forEach(value -> finite(analysis.id(), value));
        }
    }

    /** Nobody takes an anabolic drug, or everybody does; all have one segment, or none has S1: what tells nobody apart stops no analysis. */
    @ParameterizedTest
    @CsvSource({"anabolic, 0", "anabolic, 1", "one-segment, 1", "sacrum, 0", "sacrum, 1"})
    void whatIsTheSameInEverybodyIsLeftOut(String parameter, double value) throws InterruptedException {
        Assumptions given =
                Assumptions.reference().with(Parameter.find(parameter).orElseThrow(), value);
        List<StudyResult> results = new Trials(new Scenario(parameter, 90, given), RULES, 7).run(10, 1);
        for (Analysis analysis :
                List.of(Analysis.FUSION_WEIGHTED, Analysis.FUSION_AUGMENTED, Analysis.SCREWS, Analysis.ODI)) {
            assertThat(results.stream().filter(one -> one.of(analysis) instanceof Outcome.Found))
                    .as(analysis.id())
                    .hasSizeGreaterThan(6);
        }
    }

    private static void answered(Analysis analysis, Outcome<Finding> outcome) {
        switch (outcome) {
            case Outcome.Found<Finding>(var found) -> {
                finite(analysis.id(), found.estimate());
                assertThat(found.p()).as(analysis.id()).isBetween(0.0, 1.0);
                found.interval().ifPresent(one -> within(analysis, found.estimate(), one));
            }
            case Outcome.Missing<Finding>(var why) ->
                assertThat(why.sentence()).as(analysis.id()).isNotBlank();
        }
    }

    private static void within(Analysis analysis, double estimate, Interval interval) {
        finite(analysis.id(), interval.lower(), interval.upper());
        assertThat(interval.lower()).as(analysis.id()).isLessThanOrEqualTo(estimate);
        assertThat(interval.upper()).as(analysis.id()).isGreaterThanOrEqualTo(estimate);
    }

    private static void finite(String what, double... values) {
        for (double value : values) {
            assertThat(Double.isFinite(value))
                    .as(String.format(Locale.ROOT, "%s %s", what, value))
                    .isTrue();
        }
    }
}
