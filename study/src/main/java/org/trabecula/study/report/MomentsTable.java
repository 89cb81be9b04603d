package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.statistics.causal.Weighting;
import org.trabecula.study.dataset.Dataset;
import org.trabecula.study.dataset.Subject;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Text;

/**
 * T1b: how alike the arms are beyond the means of their covariates: in the squares of what is continuous, which tell a
 * difference of spread, and in the products of any two terms of the propensity model. What is continuous is centred at the mean of
 * both arms together first, so that a square does not repeat its own covariate.
 *
 * <p>Source: Austin PC, Stuart EA, Stat Med 2015;34:3661-3679, section 4.1.
 */
record MomentsTable(Evidence evidence, Optional<double[]> weights) {

    static MomentsTable of(Evidence evidence) {
        return new MomentsTable(
                evidence, Designs.score(evidence).value().map(score -> score.weights(Weighting.OVERLAP)));
    }

    Table table() {
        TableDraft draft = new TableDraft(
                "t1b",
                Phrase.of("report.column.moment"),
                Phrase.of("report.column.smd"),
                Phrase.of("report.column.smd-weighted"));
        List<Covariates.Column> columns = evidence.covariates().columns();
        List<Covariates.Column> continuous =
                columns.stream().filter(Covariates.Column::continuous).toList();
        if (!continuous.isEmpty()) {
            draft.heading(Phrase.of("report.t1b.squares"));
        }
        for (Covariates.Column one : continuous) {
            row(draft, Text.joined("", List.of(one.label(), Text.same("²"))), product(one, one));
        }
        List<Covariates.Column> terms =
                columns.stream().filter(Covariates.Column::term).toList();
        products(draft, terms);
        return draft.remark(columns.isEmpty() ? "report.t1b.none" : "report.t1b.centred")
                .done();
    }

    private void products(TableDraft draft, List<Covariates.Column> terms) {
        List<List<Covariates.Column>> pairs = new ArrayList<>();
        for (int first = 0; first < terms.size(); first++) {
            for (int second = first + 1; second < terms.size(); second++) {
                List<Covariates.Column> pair = List.of(terms.get(first), terms.get(second));
                if (product(pair.getFirst(), pair.getLast()).values().stream()
                                .distinct()
                                .count()
                        > 1) {
                    pairs.add(pair);
                }
            }
        }
        if (!pairs.isEmpty()) {
            draft.heading(Phrase.of("report.t1b.products"));
        }
        pairs.forEach(pair -> row(
                draft,
                Text.joined(" × ", pair.stream().map(Covariates.Column::label).toList()),
                product(pair.getFirst(), pair.getLast())));
    }

    private void row(TableDraft draft, Text label, Map<ParticipantId, Double> values) {
        draft.row(
                Phrase.of("report.text", label),
                cell(draft, values, Optional.empty()),
                weights.isPresent() ? cell(draft, values, weights) : TableDraft.blank());
    }

    private Cell cell(TableDraft draft, Map<ParticipantId, Double> values, Optional<double[]> weighting) {
        return draft.cell(
                Imbalance.difference(evidence.compared(), values, weighting),
                value -> new Cell.Figure(value, 2, Cell.Scale.DIFFERENCE),
                TableDraft.from(
                        Dataset.ids(evidence.compared()),
                        weighting.isPresent() ? "report.how.smd-weighted" : "report.how.smd"));
    }

    private Map<ParticipantId, Double> product(Covariates.Column one, Covariates.Column other) {
        double first = centre(one);
        double second = centre(other);
        Map<ParticipantId, Double> products = new HashMap<>();
        for (Subject subject : evidence.compared()) {
            one.value(subject.id())
                    .flatMap(x -> other.value(subject.id()).map(y -> (x - first) * (y - second)))
                    .ifPresent(product -> products.put(subject.id(), product));
        }
        return products;
    }

    /** The mean of both arms; 0 for yes and no. */
    private double centre(Covariates.Column column) {
        double[] known = evidence.compared().stream()
                .flatMap(one -> column.value(one.id()).stream())
                .mapToDouble(Double::doubleValue)
                .toArray();
        return column.continuous() ? Arrays.stream(known).average().orElse(0) : 0;
    }
}
