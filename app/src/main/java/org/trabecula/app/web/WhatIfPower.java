package org.trabecula.app.web;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.trabecula.app.Figures;
import org.trabecula.simulation.trial.Analysis;
import org.trabecula.simulation.trial.PowerChange;
import org.trabecula.simulation.trial.Primaries;
import org.trabecula.simulation.trial.Truth;

/** What the plan does under the reference values and under what was moved, as far as that is known. */
record WhatIfPower(WhatIf whatIf, WhatIfRuns.State state, double alpha) {
    private static final List<Analysis> SHOWN = List.of(
            Analysis.FUSION_CLAIM,
            Analysis.LOOSENING_CLAIM,
            Analysis.FUSION_WEIGHTED,
            Analysis.LOOSENING_WEIGHTED,
            Analysis.SCREWS,
            Analysis.TIME_TO_FUSION,
            Analysis.THROUGH_FUSION,
            Analysis.ODI,
            Analysis.FUSION_PEARSON,
            Analysis.LOOSENING_PEARSON);

    /**
     * A share of rejections before and after, in per cent with its Monte Carlo error.
     *
     * @param notable whether the change is more than twice its error
     */
    record Line(String key, String before, String after, String change, boolean notable, int studies) {
        static Line of(String key, PowerChange change) {
            boolean notable = Math.abs(change.change()) > 2 * change.error();
            return new Line(
                    key,
                    share(change.before(), change.error(change.before())),
                    share(change.after(), change.error(change.after())),
                    Figures.points(OptionalDouble.of(change.change())) + error(change.error()),
                    notable && change.change() != 0,
                    change.studies());
        }

        private static String share(double share, double error) {
            return Figures.percent(OptionalDouble.of(share)) + error(error);
        }

        private static String error(double error) {
            return String.format(Locale.ROOT, " ± %.1f", 100 * error);
        }
    }

    public boolean idle() {
        return state instanceof WhatIfRuns.State.Idle;
    }

    public boolean running() {
        return state instanceof WhatIfRuns.State.Running;
    }

    public int done() {
        return state instanceof WhatIfRuns.State.Running running ? running.done() : 0;
    }

    public int all() {
        return state instanceof WhatIfRuns.State.Running running ? running.all() : 1;
    }

    public int studies() {
        return WhatIfRuns.STUDIES;
    }

    /** Where the state is asked for again. */
    public String again() {
        return "/what-if/power" + (whatIf.query().isEmpty() ? "" : "?" + whatIf.query());
    }

    public List<Line> lines() {
        return state instanceof WhatIfRuns.State.Done(var before, var after)
                ? SHOWN.stream()
                        .map(analysis -> Line.of(
                                analysis.id(), PowerChange.of(analysis, before.results(), after.results(), alpha)))
                        .toList()
                : List.of();
    }

    /** The shares after Holm's rule: either primary endpoint, and both. */
    public List<Line> holm() {
        if (!(state instanceof WhatIfRuns.State.Done(var before, var after))) {
            return List.of();
        }
        Primaries first = Primaries.of(before.results(), alpha);
        Primaries second = Primaries.of(after.results(), alpha);
        return List.of(
                holm("holm-any", first.studies(), first.any(), second.studies(), second.any()),
                holm("holm-both", first.studies(), first.both(), second.studies(), second.both()));
    }

    /** The two shares are taken for independent, so that the error of their change is at most a little too large. */
    private static Line holm(String key, int one, double before, int other, double after) {
        double first = Math.sqrt(before * (1 - before) / Math.max(1, one));
        double second = Math.sqrt(after * (1 - after) / Math.max(1, other));
        double error = Math.hypot(first, second);
        return new Line(
                key,
                Line.share(before, first),
                Line.share(after, second),
                Figures.points(OptionalDouble.of(after - before)) + Line.error(error),
                Math.abs(after - before) > 2 * error,
                other);
    }

    /** The true differences of fusion and of loosening at the primary visit, in points. */
    public List<Line> truths() {
        return state instanceof WhatIfRuns.State.Done(var before, var after)
                ? Stream.of(true, false)
                        .map(fusion -> truth(fusion, before.truth(), after.truth()))
                        .toList()
                : List.of();
    }

    private static Line truth(boolean fusion, Truth before, Truth after) {
        double first = fusion ? before.fusion() : before.loosening();
        double second = fusion ? after.fusion() : after.loosening();
        double error = fusion ? after.fusionError() : after.looseError();
        return new Line(
                fusion ? "true-fusion" : "true-loosening",
                Figures.points(OptionalDouble.of(first))
                        + Line.error(fusion ? before.fusionError() : before.looseError()),
                Figures.points(OptionalDouble.of(second)) + Line.error(error),
                Figures.points(OptionalDouble.of(second - first)),
                Math.abs(second - first) > 2 * error,
                0);
    }
}
