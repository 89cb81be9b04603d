package org.trabecula.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.simulation.mechanism.Assumptions;
import org.trabecula.simulation.trial.Plan;
import org.trabecula.simulation.trial.Rules;
import org.trabecula.simulation.trial.Scenario;
import org.trabecula.simulation.trial.StudyResult;
import org.trabecula.simulation.trial.Trials;

/** Spark in this process, with two threads; what threads of the program itself compute is the witness. */
class ClusterTest {
    private static final int STUDIES = 200;
    private static final Trials LEAN =
            new Trials(new Scenario("all", 40, Assumptions.reference()), Rules.reference(), 5);
    private static Cluster cluster;

    @BeforeAll
    static void join() throws InterruptedException {
        cluster = Cluster.join(new Place("local[2]"), List.of());
    }

    @AfterAll
    static void leave() {
        cluster.close();
    }

    @ParameterizedTest(name = "{0} partitions")
    @ValueSource(ints = {1, 3, 7})
    void theLinesAreThoseOfThreadsForAnyNumberOfPartitions(int partitions) throws InterruptedException {
        Blocks blocks = new Blocks(0, STUDIES, Math.ceilDiv(STUDIES, partitions));
        assertThat(blocks.count()).isEqualTo(partitions);
        assertThat(conducted(LEAN, blocks)).isEqualTo(lines(LEAN.run(STUDIES, 2)));
    }

    @Test
    void aRunGoesOnFromAnyStudy() throws InterruptedException {
        assertThat(conducted(LEAN, new Blocks(37, 60, 5)))
                .isEqualTo(lines(LEAN.run(60, 1)).subList(37, 60));
        assertThat(conducted(LEAN, new Blocks(60, 60, 5))).isEmpty();
    }

    @Test
    void theWholePlanIsTheSameToo() throws InterruptedException {
        Trials whole = new Trials(LEAN.scenario(), LEAN.rules(), new Plan(100, 3), 5);
        assertThat(conducted(whole, new Blocks(0, 4, 1))).isEqualTo(lines(whole.run(4, 2)));
    }

    /** The sentence alone: not the trace of every stage and thread that Spark would tell. */
    @Test
    void aStudyThatFailsIsToldInASentence() {
        Conduct fails = (from, to) -> {
            if (from >= 20) {
                throw new IllegalStateException("There is no such cage.");
            }
            return List.of("done");
        };
        List<String> done = new ArrayList<>();
        assertThatThrownBy(() -> cluster.conduct(fails, new Blocks(0, 30, 10), done::addAll))
                .isInstanceOf(Refused.class)
                .hasMessage("Studies 20 to 29 could not be conducted: There is no such cage.");
        assertThat(conducted(LEAN, new Blocks(0, 2, 1))).as("and Spark goes on").hasSize(2);
    }

    /** What no study throws comes from Spark with its stages and threads: one line of it is told. */
    @Test
    void whenSparkItselfFailsItsFirstLineIsTold() {
        Conduct fails = (_, _) -> {
            throw new AssertionError("This machine is broken.");
        };
        assertThatThrownBy(() -> cluster.conduct(fails, new Blocks(0, 1, 1), _ -> {}))
                .isInstanceOf(Refused.class)
                .hasMessageMatching("Spark could not do it: .*This machine is broken[^\n]*");
    }

    private static List<String> conducted(Trials trials, Blocks blocks) {
        List<String> lines = new ArrayList<>();
        cluster.conduct(new Virtual(trials.line()), blocks, lines::addAll);
        return lines;
    }

    private static List<String> lines(List<StudyResult> results) {
        return results.stream().map(StudyResult::line).toList();
    }
}
