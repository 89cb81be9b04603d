package org.trabecula.app.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.stereotype.Component;
import org.trabecula.app.Installation;
import org.trabecula.simulation.trial.Rules;
import org.trabecula.simulation.trial.Scenario;
import org.trabecula.simulation.trial.StudyResult;
import org.trabecula.simulation.trial.Trials;
import org.trabecula.simulation.trial.Truth;

/**
 * Tries the plan on some hundred virtual studies when somebody asks what would be if. The server does one such run at a time, on
 * one thread; who asks next ends the one before. The reference plan is tried once and kept.
 */
@Component
final class WhatIfRuns implements AutoCloseable {
    static final int STUDIES = 300;
    private static final int LIVES = 10_000;
    private static final long SEED = 1;

    private final Rules rules;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("what-if").daemon().factory());
    private Optional<Tried> reference = Optional.empty();
    private Optional<Future<?>> task = Optional.empty();
    private State state = new State.Idle();
    private int newest;

    WhatIfRuns(Installation installation) {
        this.rules = Rules.of(installation.protocol());
    }

    /** How far the newest run has come. */
    sealed interface State {
        /** There is none. */
        record Idle() implements State {}

        /**
         * Studies are being conducted.
         *
         * @param done of as many as are to be, with and without the change
         */
        record Running(Scenario scenario, int done, int all) implements State {}

        record Done(Tried reference, Tried changed) implements State {}

        /** Whether it is about a scenario. */
        default boolean about(Scenario scenario) {
            return switch (this) {
                case Idle _ -> false;
                case Running running -> running.scenario().fingerprint().equals(scenario.fingerprint());
                case Done done -> done.changed().scenario().fingerprint().equals(scenario.fingerprint());
            };
        }
    }

    /** A scenario that was tried: its truth, and what its studies found. */
    record Tried(Scenario scenario, Truth truth, List<StudyResult> results) {
        Tried {
            results = List.copyOf(results);
        }
    }

    double alpha() {
        return rules.alpha();
    }

    /** The state of the newest run, if it is about this scenario. */
    synchronized State of(Scenario scenario) {
        return state.about(scenario) ? state : new State.Idle();
    }

    /** Begins a run and ends the one before; what is running or done already is not begun again. */
    synchronized void begin(Scenario scenario) {
        if (!state.about(scenario)) {
            task.ifPresent(before -> before.cancel(true));
            state = new State.Running(scenario, 0, STUDIES);
            int run = ++newest;
            task = Optional.of(worker.submit(() -> conduct(run, scenario)));
        }
    }

    private void conduct(int run, Scenario scenario) {
        try {
            int first = reference.isPresent() ? 0 : STUDIES;
            if (reference.isEmpty()) {
                reference = Optional.of(tried(run, WhatIf.reference(), scenario, 0, first + STUDIES));
            }
            Tried changed = tried(run, scenario, scenario, first, first + STUDIES);
            tell(run, new State.Done(reference.orElseThrow(), changed));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            FaultLog.LOG.log(System.Logger.Level.ERROR, "Virtual studies failed", e);
        } finally {
            // Nothing after the end is shown as running.
            end(run);
        }
    }

    private Tried tried(int run, Scenario scenario, Scenario asked, int done, int all) throws InterruptedException {
        List<StudyResult> results = new ArrayList<>();
        new Trials(scenario, rules, SEED).run(0, STUDIES, 1, block -> {
            results.addAll(block);
            tell(run, new State.Running(asked, done + results.size(), all));
        });
        return new Tried(scenario, Truth.of(scenario, rules, LIVES, SEED), results);
    }

    /** Somebody may have asked for another run meanwhile. */
    private synchronized void tell(int run, State now) {
        state = run == newest ? now : state;
    }

    private synchronized void end(int run) {
        state = run == newest && state instanceof State.Running ? new State.Idle() : state;
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
