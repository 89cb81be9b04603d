package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.trabecula.statistics.estimate.Contrast;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall;
import org.trabecula.statistics.missing.DeltaAdjustment;
import org.trabecula.study.dataset.Dataset;
import org.trabecula.study.dataset.Subject;
import org.trabecula.study.protocol.Score;
import org.trabecula.study.protocol.Timepoint;

/**
 * T6b: how far the missing values of the ODI would have to be worse than those seen suggest before its difference at the last
 * visit means something else. Each missing value is put in as its expectation under the mixed model, with a shift added to those
 * of the first arm, or of both; the arms are then compared at the last visit, adjusted for baseline.
 *
 * <p>The error is that of the jackknife of the whole procedure, participants left out one by one, or, where there are more than a
 * hundred, in a hundred groups.
 *
 * <p>Source: Wolbers M et al, Pharm Stat 2022;21:1246-1257 (conditional mean imputation and its jackknife); Shao J, Tu D, The
 * Jackknife and Bootstrap, 1995, section 5.5.1 (groups).
 */
record DeltaTable(Evidence evidence) {
    /** Shifts of 0 to 15 points. */
    private static final int STEPS = 7;

    private static final double STEP = 2.5;
    private static final int MOST_GROUPS = 100;

    Table table() {
        TableDraft draft = new TableDraft(
                "t6b",
                Phrase.of("report.column.shift"),
                Phrase.of("report.t6b.first", evidence.arm(0)),
                evidence.interval(),
                Phrase.of("report.column.p"),
                Phrase.of("report.t6b.both"),
                evidence.interval(),
                Phrase.of("report.column.p"));
        List<Score> scores = evidence.data().scores().stream()
                .filter(one -> one.id().startsWith("odi"))
                .toList();
        scores.forEach(score -> runs(draft, score));
        return draft.remark(scores.isEmpty() ? "report.t6b.none" : "report.t6b.why")
                .done();
    }

    private void runs(TableDraft draft, Score score) {
        List<Subject> subjects = ScoreModel.of(evidence, score).subjects();
        List<Timepoint> visits = ScoreModel.of(evidence, score).visits();
        if (visits.isEmpty()) {
            draft.row(Phrase.of("report.text", score.label()), cells(draft, subjects, none(), none()));
            return;
        }
        Timepoint last = visits.getLast();
        draft.heading(
                Phrase.of("report.t6b.score", score.label(), evidence.visit(last), missing(subjects, score, last)));
        Runs runs = Runs.of(subjects, score, visits);
        for (int step = 0; step < STEPS; step++) {
            draft.row(
                    Phrase.of("report.t6b.shift", TableDraft.decimals(step * STEP)),
                    cells(draft, subjects, runs.at(step), runs.at(STEPS + step)));
        }
    }

    private static int missing(List<Subject> subjects, Score score, Timepoint visit) {
        return (int) subjects.stream()
                .filter(one -> ScoreModel.change(one, score, visit).isEmpty())
                .count();
    }

    private static Outcome<Contrast> none() {
        return Outcome.none(Shortfall.Cause.TOO_FEW, "Nobody has the score before and after surgery");
    }

    private List<Cell> cells(
            TableDraft draft, List<Subject> subjects, Outcome<Contrast> first, Outcome<Contrast> both) {
        Derivation from = TableDraft.from(Dataset.ids(subjects), "report.how.delta");
        List<Cell> cells = new ArrayList<>();
        for (Outcome<Contrast> one : List.of(first, both)) {
            cells.add(draft.cell(one, found -> new Cell.Figure(found.estimate(), 1, Cell.Scale.DIFFERENCE), from));
            cells.add(draft.cell(
                    one,
                    found -> new Cell.Range(
                            found.interval(evidence.level()).lower(),
                            found.interval(evidence.level()).upper(),
                            1,
                            Cell.Scale.DIFFERENCE),
                    from));
            cells.add(draft.cell(one, found -> new Cell.Significance(found.p()), from));
        }
        return cells;
    }

    /**
     * The effects of all shifts, of everybody and without each group.
     *
     * @param whole by shift, of the first arm and then of both
     * @param without by group, then the same
     */
    private record Runs(Outcome<double[]> whole, List<Outcome<double[]>> without, int participants) {

        static Runs of(List<Subject> subjects, Score score, List<Timepoint> visits) {
            int groups = Math.min(MOST_GROUPS, subjects.size());
            Function<int[], Outcome<double[]>> effects = places ->
                    effects(Arrays.stream(places).mapToObj(subjects::get).toList(), score, visits);
            Outcome<double[]> whole =
                    effects.apply(IntStream.range(0, subjects.size()).toArray());
            List<Outcome<double[]>> without = whole instanceof Outcome.Found<double[]>
                    ? IntStream.range(0, groups)
                            .mapToObj(group -> effects.apply(IntStream.range(0, subjects.size())
                                    .filter(i -> i % groups != group)
                                    .toArray()))
                            .toList()
                    : List.of();
            return new Runs(whole, without, subjects.size());
        }

        private static Outcome<double[]> effects(List<Subject> subjects, Score score, List<Timepoint> visits) {
            return DeltaAdjustment.of(new DeltaAdjustment.Subjects(
                            Judged.treated(subjects),
                            subjects.stream()
                                    .mapToDouble(one -> ScoreModel.value(one, score, Timepoint.BASELINE)
                                            .orElse(0))
                                    .toArray(),
                            subjects.stream()
                                    .map(one -> visits.stream()
                                            .map(visit -> ScoreModel.change(one, score, visit))
                                            .mapToDouble(DeltaTable::orMissing)
                                            .toArray())
                                    .toArray(double[][]::new)))
                    .then(model -> {
                        double[] all = new double[2 * STEPS];
                        for (int step = 0; step < all.length; step++) {
                            double delta = step % STEPS * STEP;
                            Outcome<Double> effect = model.effect(visits.size() - 1, delta, step < STEPS ? 0 : delta);
                            if (effect instanceof Outcome.Missing<Double>(var shortfall)) {
                                return new Outcome.Missing<>(shortfall);
                            }
                            all[step] = effect.orElseThrow();
                        }
                        return Outcome.of(all);
                    });
        }

        /** An effect with its jackknife error; groups without a fit leave none. */
        Outcome<Contrast> at(int step) {
            return whole.then(all -> {
                double[] left = new double[without.size()];
                for (int group = 0; group < left.length; group++) {
                    if (without.get(group) instanceof Outcome.Missing<double[]>(var shortfall)) {
                        return new Outcome.Missing<>(shortfall);
                    }
                    left[group] = without.get(group).orElseThrow()[step];
                }
                double mean = Arrays.stream(left).average().orElse(0);
                double squares = Arrays.stream(left)
                        .map(one -> (one - mean) * (one - mean))
                        .sum();
                double error = Math.sqrt(squares * (left.length - 1) / left.length);
                // Intercept, arm and baseline were estimated; groups give one degree of freedom less than their number.
                double degrees = Math.min(left.length - 1.0, participants - 3.0);
                return error > 0 && degrees > 0
                        ? Outcome.of(new Contrast(all[step], error, degrees))
                        : Outcome.none(Shortfall.Cause.TOO_FEW, "The effect does not vary, or there are too few");
            });
        }
    }

    private static double orMissing(OptionalDouble change) {
        return change.orElse(Double.NaN);
    }
}
