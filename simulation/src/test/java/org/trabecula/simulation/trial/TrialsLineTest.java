package org.trabecula.simulation.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.trabecula.simulation.mechanism.Assumptions;
import org.trabecula.simulation.mechanism.Parameter;
import org.trabecula.study.endpoint.FusionDefinition;
import org.trabecula.study.imaging.Charter;
import org.trabecula.study.protocol.Estimation.Estimator;
import org.trabecula.study.protocol.Estimation.Variance;
import org.trabecula.study.protocol.ReadingCharter;

/** Trials that travel as a line have the results of those at home. */
class TrialsLineTest {
    /** Numbers that no decimal of few digits is, and rules that the reference study does not have. */
    private static final Assumptions ODD = Assumptions.reference()
            .with(Parameter.CAGE_SPEED, 1 + Math.ulp(1.0))
            .with(Parameter.HU_MEAN, 100 / 1.1);

    private static final ClaimRule CLAIM =
            new ClaimRule(Estimator.TREATED_WEIGHTS, OptionalDouble.empty(), Variance.SANDWICH);

    private static final Trials TRIALS =
            new Trials(new Scenario("odd one", 30, ODD), strict("2.0 draft"), new Plan(100, 2), -7);

    @Test
    void whatIsReadBackHasTheSameLineAndTheSameResults() throws InterruptedException {
        Trials back = Trials.read(TRIALS.line());
        assertThat(back.line()).isEqualTo(TRIALS.line()).doesNotContain("\n");
        assertThat(back.scenario().given().value(Parameter.CAGE_SPEED)).isEqualTo(1.0000000000000002);
        assertThat(lines(back.between(0, 4))).isEqualTo(lines(TRIALS.run(4, 2)));
    }

    @Test
    void whateverChangesAResultChangesTheLine() {
        Trials reference = new Trials(TRIALS.scenario(), Rules.reference(), Plan.LEAN, 1);
        assertThat(List.of(
                        reference.line(),
                        new Trials(TRIALS.scenario(), strict("1.0"), Plan.LEAN, 1).line(),
                        new Trials(TRIALS.scenario(), Rules.reference(), new Plan(100, 0), 1).line(),
                        new Trials(TRIALS.scenario(), Rules.reference(), Plan.LEAN, 2).line(),
                        new Trials(TRIALS.scenario(), claiming(CLAIM), Plan.LEAN, 1).line(),
                        new Trials(TRIALS.scenario(), claiming(above(0.25)), Plan.LEAN, 1).line(),
                        new Trials(new Scenario("", 31, ODD), Rules.reference(), Plan.LEAN, 1).line()))
                .doesNotHaveDuplicates();
    }

    @Test
    void aLineThatIsNoneIsRefusedWithASentence() {
        assertThatThrownBy(() -> Trials.read("seed")).hasMessageContaining("name=value");
        assertThatThrownBy(() -> Trials.read("seed=1")).hasMessageContaining("says replicates, and this one does not");
        assertThatThrownBy(() -> Trials.read(TRIALS.line().replace("load-ratio=0.5", "load-ratio=5")))
                .hasMessageContaining("load-ratio (s1/s0) lies between 0.4 and 1.2");
    }

    private static Rules claiming(ClaimRule claim) {
        Rules rules = Rules.reference();
        return new Rules(rules.charter(), rules.fused(), rules.months(), rules.primary(), rules.level(), claim);
    }

    private static ClaimRule above(double limit) {
        return new ClaimRule(Estimator.OVERLAP_WEIGHTS, OptionalDouble.of(limit), Variance.ONE_STEP_JACKKNIFE);
    }

    private static Rules strict(String version) {
        ReadingCharter terms = new ReadingCharter(
                version,
                2,
                new BigDecimal("1.50"),
                BigDecimal.valueOf(2),
                BigDecimal.valueOf(6),
                BigDecimal.ONE,
                BigDecimal.valueOf(3),
                new BigDecimal("0.25"));
        return new Rules(new Charter(terms), FusionDefinition.BRIDWELL_1, List.of(6, 12), 12, 0.9, CLAIM);
    }

    private static List<String> lines(List<StudyResult> results) {
        return results.stream().map(StudyResult::line).toList();
    }
}
