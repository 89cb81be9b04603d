package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.statistics.causal.AugmentedWeighting;
import org.trabecula.statistics.causal.PotentialMeans;
import org.trabecula.statistics.causal.PropensityScore;
import org.trabecula.statistics.causal.Weighting;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall;
import org.trabecula.statistics.matrix.Cholesky;
import org.trabecula.statistics.matrix.Products;
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
    private static final int PARTICIPANTS_OF_A_COLUMN = 8;

    public Augmentation {
        columns = List.copyOf(columns);
        without = List.copyOf(without);
    }

    static Augmentation of(
            Evidence evidence, Judged judged, Outcome<PropensityScore> score, List<Imbalance> imbalances) {
        List<Covariates.Column> chosen = chosen(evidence, judged, imbalances);
        List<Text> names = chosen.stream().map(Covariates.Column::label).toList();
        List<Text> without = imbalances.stream()
                .map(Imbalance::covariate)
                .filter(one -> !names.contains(one))
                .toList();
        double[][] rows = rows(judged.subjects(), chosen);
        if (!(score instanceof Outcome.Found<PropensityScore>(var found))) {
            return new Augmentation(
                    names, without, false, score.then(_ -> Outcome.none(Shortfall.Cause.TOO_FEW, "No score")));
        }
        Outcome<PotentialMeans> plain = AugmentedWeighting.of(found, rows, judged.events(), Weighting.OVERLAP);
        boolean separated = plain instanceof Outcome.Missing<PotentialMeans>(var shortfall)
                && shortfall.cause() == Shortfall.Cause.SEPARATION;
        Outcome<PotentialMeans> means =
                separated ? AugmentedWeighting.penalised(found, rows, judged.events(), Weighting.OVERLAP) : plain;
        return new Augmentation(names, without, separated, means.map(one -> new Effect(one, Effects.degrees(found))));
    }

    /** Those that are no combination of the ones before them in either arm, as many as there is room for. */
    private static List<Covariates.Column> chosen(Evidence evidence, Judged judged, List<Imbalance> imbalances) {
        int smaller = Math.min(judged.share(true).total(), judged.share(false).total());
        int room = smaller / PARTICIPANTS_OF_A_COLUMN;
        List<Covariates.Column> wanted = new ArrayList<>();
        imbalances.forEach(one -> evidence.covariates().column(one.covariate()).ifPresent(wanted::add));
        evidence.covariates().columns().stream()
                .filter(Covariates.Column::term)
                .filter(one -> !wanted.contains(one))
                .forEach(wanted::add);
        List<Covariates.Column> chosen = new ArrayList<>();
        for (Covariates.Column one : wanted) {
            List<Covariates.Column> longer = new ArrayList<>(chosen);
            longer.add(one);
            if (chosen.size() < room && independent(judged, longer, 0) && independent(judged, longer, 1)) {
                chosen.add(one);
            }
        }
        return chosen;
    }

    private static boolean independent(Judged judged, List<Covariates.Column> columns, int arm) {
        List<Subject> members =
                judged.subjects().stream().filter(one -> one.arm() == arm).toList();
        double[][] rows = rows(members, columns);
        return rows.length > columns.size()
                && Cholesky.of(Products.cross(rows, columns.size() + 1)).isPresent();
    }

    private static double[][] rows(List<Subject> subjects, List<Covariates.Column> columns) {
        return subjects.stream()
                .map(subject -> {
                    double[] row = new double[columns.size() + 1];
                    row[0] = 1;
                    for (int column = 0; column < columns.size(); column++) {
                        row[column + 1] =
                                columns.get(column).value(subject.id()).orElse(0.0);
                    }
                    return row;
                })
                .toArray(double[][]::new);
    }
}
