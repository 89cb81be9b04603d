package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trabecula.statistics.causal.AugmentedWeighting;
import org.trabecula.statistics.causal.OutcomeColumns;
import org.trabecula.statistics.causal.PotentialMeans;
import org.trabecula.statistics.causal.PropensityScore;
import org.trabecula.statistics.causal.Weighting;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall;
import org.trabecula.study.dataset.Subject;
import org.trabecula.study.protocol.Text;

/**
 * The overlap-weighted difference augmented by an outcome model in each arm. Overlap weights leave no difference of means in
 * the terms of the propensity model, so a model of the outcome has most to do in the covariates that are still out of balance:
 * these come first, then the terms, one column for eight participants of the smaller arm at most.
 *
 * @param columns of the outcome models, beside the constant
 * @param without covariates out of balance that the models could not take in: no room, or nobody differs within an arm
 * @param penalised whether events were so few, or told apart so well, that the models needed Firth's penalty
 */
public record Augmentation(List<Text> columns, List<Text> without, boolean penalised, Outcome<Effect> effect) {
    public Augmentation {
        columns = List.copyOf(columns);
        without = List.copyOf(without);
    }

    static Augmentation of(
            Evidence evidence, Judged judged, Outcome<PropensityScore> score, List<Imbalance> imbalances) {
        List<Covariates.Column> wanted = wanted(evidence, imbalances);
        List<Covariates.Column> chosen =
                OutcomeColumns.chosen(numbers(judged.subjects(), wanted), judged.treated()).stream()
                        .map(wanted::get)
                        .toList();
        List<Text> names = chosen.stream().map(Covariates.Column::label).toList();
        List<Text> without = imbalances.stream()
                .map(Imbalance::covariate)
                .filter(one -> !names.contains(one))
                .toList();
        if (!(score instanceof Outcome.Found<PropensityScore>(var found))) {
            return new Augmentation(
                    names, without, false, score.then(_ -> Outcome.none(Shortfall.Cause.TOO_FEW, "No score")));
        }
        List<double[]> columns = numbers(judged.subjects(), chosen);
        double[][] rows = new double[judged.subjects().size()][];
        Arrays.setAll(rows, unit -> OutcomeColumns.row(columns, unit));
        boolean separated = AugmentedWeighting.of(found, rows, judged.events(), Weighting.OVERLAP)
                        instanceof Outcome.Missing<PotentialMeans>(var shortfall)
                && shortfall.cause() == Shortfall.Cause.SEPARATION;
        return new Augmentation(
                names,
                without,
                separated,
                Estimates.effect(
                        found,
                        evidence.variance(),
                        few -> separated
                                ? AugmentedWeighting.penalised(found, rows, judged.events(), Weighting.OVERLAP, few)
                                : AugmentedWeighting.of(found, rows, judged.events(), Weighting.OVERLAP, few)));
    }

    /** What is out of balance, then the terms of the propensity model. */
    private static List<Covariates.Column> wanted(Evidence evidence, List<Imbalance> imbalances) {
        List<Covariates.Column> wanted = new ArrayList<>();
        imbalances.forEach(one -> evidence.covariates().column(one.covariate()).ifPresent(wanted::add));
        evidence.covariates().columns().stream()
                .filter(Covariates.Column::term)
                .filter(one -> !wanted.contains(one))
                .forEach(wanted::add);
        return wanted;
    }

    private static List<double[]> numbers(List<Subject> subjects, List<Covariates.Column> columns) {
        return columns.stream()
                .map(column -> subjects.stream()
                        .mapToDouble(one -> column.value(one.id()).orElse(0.0))
                        .toArray())
                .toList();
    }
}
