package org.trabecula.app.bench;

import java.util.List;
import java.util.random.RandomGenerator;
import org.trabecula.simulation.mechanism.Assumptions;
import org.trabecula.simulation.mechanism.Construct;
import org.trabecula.simulation.mechanism.Population;
import org.trabecula.simulation.trial.Plan;
import org.trabecula.simulation.trial.Rules;
import org.trabecula.simulation.trial.Scenario;
import org.trabecula.simulation.trial.Trials;
import org.trabecula.statistics.resample.Philox;

/** Measures virtual participants and virtual studies. */
final class Simulations {
    private static final int LIVES = 100_000;
    private static final int STUDIES = 10_000;
    private static final int WHOLE_STUDIES = 100;
    private static final int PARTICIPANTS = 90;

    private Simulations() {}

    static List<Measure> measure(int runs) throws InterruptedException {
        Assumptions given = Assumptions.reference();
        double[] lives = new double[runs];
        double[] studies = new double[runs];
        double[] whole = new double[runs];
        live(given);
        Scenario scenario = new Scenario("bench", PARTICIPANTS, given);
        Trials trials = new Trials(scenario, Rules.reference(), 1);
        Trials all = new Trials(scenario, Rules.reference(), new Plan(2000, 50), 1);
        trials.run(STUDIES / 10, 2);
        for (int run = 0; run < runs; run++) {
            long start = System.nanoTime();
            live(given);
            lives[run] = (System.nanoTime() - start) / 1e3 / LIVES;
            start = System.nanoTime();
            trials.run(0, STUDIES, 2, _ -> {});
            studies[run] = (System.nanoTime() - start) / 1e9;
            start = System.nanoTime();
            all.run(0, WHOLE_STUDIES, 2, _ -> {});
            whole[run] = (System.nanoTime() - start) / 1e9;
        }
        return List.of(
                new Measure(
                        "one virtual participant, drawn and lived, 28 months", Measure.median(lives), "µs", "≤ 20 µs"),
                new Measure(
                        "10,000 virtual studies of 90, lean plan, two threads", Measure.median(studies), "s", "≤ 60 s"),
                new Measure(
                        "100 of them, 2,000 resamples and 50 imputations, two threads",
                        Measure.median(whole),
                        "s",
                        "≤ 90 s (15 min for 1,000)"));
    }

    private static void live(Assumptions given) {
        Population population = new Population(given);
        Construct construct = new Construct(given);
        for (int index = 0; index < LIVES; index++) {
            RandomGenerator chance = Philox.of(1, index);
            construct.live(population.draw(chance), index % 2 == 0, chance);
        }
    }
}
