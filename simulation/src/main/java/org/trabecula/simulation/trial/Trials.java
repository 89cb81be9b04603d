package org.trabecula.simulation.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Runs the virtual studies of a scenario. Study number k draws from streams that only the seed and k decide, and results are
 * handed on in the order of k: they are the same for any number of threads, and a run that was stopped goes on from any k.
 */
public record Trials(Scenario scenario, Rules rules, Plan plan, long seed) {
    private static final int BLOCK = 50;
    private static final int SMALL_BLOCK = 5;

    /** Those of the lean plan. */
    public Trials(Scenario scenario, Rules rules, long seed) {
        this(scenario, rules, Plan.LEAN, seed);
    }

    /**
     * Conducts and analyses studies {@code from} to {@code to}, the latter excluded.
     *
     * @param sink is given each block of results, in order, by the calling thread
     * @throws InterruptedException if the calling thread is; what was handed on stands
     */
    public void run(int from, int to, int threads, Consumer<List<StudyResult>> sink) throws InterruptedException {
        int size = plan.equals(Plan.LEAN) ? BLOCK : SMALL_BLOCK;
        Queue<Bench> idle = new ConcurrentLinkedQueue<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            List<Future<List<StudyResult>>> waiting = new ArrayList<>();
            try {
                for (int start = from; start < to || !waiting.isEmpty(); start += size) {
                    if (start < to) {
                        int first = start;
                        int last = Math.min(to, start + size);
                        waiting.add(workers.submit(() -> block(first, last, idle)));
                    }
                    if (waiting.size() > 2 * threads || start + size >= to) {
                        sink.accept(waiting.removeFirst().get());
                    }
                }
            } catch (ExecutionException e) {
                throw new IllegalStateException("A virtual study failed", e.getCause());
            } finally {
                workers.shutdownNow();
            }
        }
    }

    /** Conducts and analyses studies {@code from} to {@code to}, the latter excluded, in the calling thread. */
    public List<StudyResult> between(int from, int to) {
        return new Bench(this).conduct(from, to);
    }

    /** Everything that the results depend on, in one line: trials with the same line have the same results. */
    public String line() {
        return TrialsLine.write(this);
    }

    /**
     * Reads the line of trials; the scenario's name is not in it.
     *
     * @throws IllegalArgumentException when it is none, with a sentence
     */
    public static Trials read(String line) {
        return TrialsLine.read(line);
    }

    /** The same, kept together. */
    public List<StudyResult> run(int studies, int threads) throws InterruptedException {
        List<StudyResult> all = new ArrayList<>();
        run(0, studies, threads, all::addAll);
        return all;
    }

    /** Takes a bench that nobody works at, and leaves it to the next: what it remembers serves every block. */
    private List<StudyResult> block(int from, int to, Queue<Bench> idle) {
        Bench bench = Optional.ofNullable(idle.poll()).orElseGet(() -> new Bench(this));
        List<StudyResult> results = bench.conduct(from, to);
        idle.add(bench);
        return results;
    }

    /** Where one thread conducts and analyses. */
    private static final class Bench {
        private final long seed;
        private final Enrolment enrolment;
        private final Analyses analyses;

        Bench(Trials trials) {
            this.seed = trials.seed;
            this.enrolment = new Enrolment(trials.scenario, trials.rules);
            this.analyses = new Analyses(trials.rules, trials.plan);
        }

        List<StudyResult> conduct(int from, int to) {
            List<StudyResult> results = new ArrayList<>();
            for (int study = from; study < to && !Thread.currentThread().isInterrupted(); study++) {
                Luck luck = new Luck(seed, study);
                results.add(analyses.of(luck, enrolment.conduct(luck)));
            }
            return results;
        }
    }
}
