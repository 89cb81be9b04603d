package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.missing.ChainedEquations;
import org.trabecula.statistics.missing.ImputationMethod;
import org.trabecula.study.dataset.Subject;
import org.trabecula.study.endpoint.Endpoint;
import org.trabecula.study.protocol.Score;
import org.trabecula.study.protocol.Text;
import org.trabecula.study.protocol.Timepoint;

/**
 * From what missing statuses are imputed, in the order of importance, and within each arm one column for eight of its
 * participants at most: a column more costs more than it tells. First the statuses wanted; then who was likely to be in which
 * arm, as one number, the predictor of the propensity score; then the statuses at the visits nearest by, and the reported scores.
 * Where there is room for everything, the terms of the propensity model themselves stand in the place of its predictor.
 *
 * <p>Source for few columns: White IR, Royston P, Wood AM, Stat Med 2011;30:377-399, section 4.
 */
record ImputationModel(List<Target> targets, List<Variable> variables) {
    private static final int PARTICIPANTS_OF_A_COLUMN = 8;
    private static final int LEAST_WANTED = 2;
    private static final int LEAST_KNOWN = 5;
    private static final int ROUNDS = 5;

    ImputationModel {
        targets = List.copyOf(targets);
        variables = List.copyOf(variables);
    }

    /** A status that is wanted. */
    record Target(Endpoint endpoint, Timepoint visit) {}

    /**
     * One column.
     *
     * @param values of those compared, in their order; NaN where not known
     */
    record Variable(Phrase name, ImputationMethod method, double[] values) {}

    /** @param wanted of which those are imputed that are known of two participants of each arm at least */
    static ImputationModel of(Evidence evidence, List<Target> wanted) {
        List<Subject> all = evidence.compared();
        List<Target> targets = wanted.stream()
                .filter(one -> known(all, status(evidence, all, one), LEAST_WANTED))
                .toList();
        List<Variable> chosen = new ArrayList<>();
        targets.forEach(target -> chosen.add(status(evidence, all, target)));
        List<Variable> outcomes = outcomes(evidence, all, wanted).stream()
                .filter(one -> known(all, one, LEAST_KNOWN))
                .toList();
        List<Variable> terms = terms(evidence, all);
        int smaller = (int) IntStream.range(0, 2)
                .mapToLong(arm -> all.stream().filter(one -> one.arm() == arm).count())
                .min()
                .orElse(0);
        // The column that is imputed is not among those from which it is.
        int room = Math.max(targets.size(), smaller / PARTICIPANTS_OF_A_COLUMN + 1);
        boolean everything = targets.size() + outcomes.size() + terms.size() <= room;
        List<Variable> further = new ArrayList<>(everything ? terms : predictor(evidence));
        further.addAll(outcomes);
        further.stream().limit(room - targets.size()).forEach(chosen::add);
        return new ImputationModel(targets, chosen);
    }

    /** The names of the columns. */
    Phrase names() {
        return variables.stream()
                .map(Variable::name)
                .reduce((one, other) -> Phrase.of("report.joined", one, other))
                .orElseGet(() -> Phrase.of("report.not-computed"));
    }

    /** The chained equations of some of those compared. */
    Outcome<ChainedEquations> chain(int[] places) {
        return ChainedEquations.of(
                variables.stream()
                        .map(one -> Arrays.stream(places)
                                .mapToDouble(place -> one.values()[place])
                                .toArray())
                        .toArray(double[][]::new),
                variables.stream().map(Variable::method).toList(),
                ROUNDS);
    }

    /** A column that is hardly known in an arm says nothing there. */
    private static boolean known(List<Subject> all, Variable variable, int least) {
        return IntStream.range(0, 2)
                .allMatch(arm -> IntStream.range(0, all.size())
                                .filter(i -> all.get(i).arm() == arm)
                                .filter(i -> !Double.isNaN(variable.values()[i]))
                                .count()
                        >= least);
    }

    private static List<Variable> outcomes(Evidence evidence, List<Subject> all, List<Target> wanted) {
        Timepoint primary = evidence.primary();
        List<Variable> outcomes = new ArrayList<>();
        evidence.data().visits().stream()
                .sorted(Comparator.comparingInt((Timepoint visit) -> Math.abs(visit.months() - primary.months()))
                        .thenComparing(Comparator.naturalOrder()))
                .flatMap(visit -> List.of(Endpoint.LOOSENING, Endpoint.FUSION).stream()
                        .map(endpoint -> new Target(endpoint, visit)))
                .filter(one -> !wanted.contains(one))
                .forEach(one -> outcomes.add(status(evidence, all, one)));
        for (Score score : evidence.data().scores()) {
            outcomes.add(new Variable(
                    Phrase.of("report.score-at", score.label(), evidence.visit(primary)),
                    ImputationMethod.MATCHING,
                    numbers(all, one -> one.score(score.id(), primary).map(value -> value.value()))));
        }
        return outcomes;
    }

    private static Variable status(Evidence evidence, List<Subject> all, Target target) {
        return new Variable(
                Phrase.of("report.endpoint-at", evidence.endpoint(target.endpoint()), evidence.visit(target.visit())),
                ImputationMethod.LOGISTIC,
                numbers(
                        all,
                        one -> one.status(target.endpoint(), target.visit())
                                .yes()
                                .map(yes -> yes ? 1.0 : 0.0)));
    }

    private static List<Variable> predictor(Evidence evidence) {
        return Designs.score(evidence).value().stream()
                .map(score -> new Variable(
                        Phrase.of("report.imputed.propensity"),
                        ImputationMethod.MATCHING,
                        Arrays.stream(score.rows())
                                .mapToDouble(row -> Designs.predictor(score, row))
                                .toArray()))
                .toList();
    }

    private static List<Variable> terms(Evidence evidence, List<Subject> all) {
        List<Text> names = evidence.covariates().terms();
        return IntStream.range(0, names.size())
                .mapToObj(term -> new Variable(
                        Phrase.of("report.text", names.get(term)),
                        ImputationMethod.MATCHING,
                        numbers(
                                all,
                                one -> Optional.ofNullable(
                                                evidence.covariates().rows().get(one.id()))
                                        .map(row -> row[term]))))
                .toList();
    }

    private static double[] numbers(List<Subject> all, Function<Subject, Optional<Double>> value) {
        return all.stream()
                .mapToDouble(one -> value.apply(one).orElse(Double.NaN))
                .toArray();
    }
}
