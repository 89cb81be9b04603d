package org.trabecula.qualification;

import static org.trabecula.qualification.Answer.required;
import static org.trabecula.qualification.Method.guide;
import static org.trabecula.qualification.Method.needs;
import static org.trabecula.qualification.Method.takes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trabecula.statistics.missing.ChainedEquations;
import org.trabecula.statistics.missing.ImputationMethod;
import org.trabecula.statistics.missing.Pooled;
import org.trabecula.statistics.regression.LinearFit;
import org.trabecula.statistics.regression.LinearRegression;
import org.trabecula.statistics.resample.Philox;
import tools.jackson.databind.JsonNode;

/** Multiple imputation of a table, a linear model in each completed one, and their pooling. */
final class ImputationMethods {
    private static final int USUAL_ROUNDS = 5;
    private static final int USUAL_SEED = 20_261_122;

    private ImputationMethods() {}

    static Method imputation() {
        return Method.of(
                        MissingMethods.IMPUTATION,
                        guide(
                                "Imputes every column of a table m times by chained equations, fits a linear model to each"
                                        + " completed table, and pools the coefficients: mean, total standard error,"
                                        + " standard deviation between imputations and the Monte Carlo error of the mean.",
                                "Columns from left to right, each given all others; the same method for every incomplete"
                                        + " column, or one for each column of the table. norm: Bayesian linear regression;"
                                        + " pmm: five donors, type 1; logreg: for columns of 0 and 1. Each imputation has"
                                        + " its own stream of the counter-based generator, so the seed says everything."
                                        + " Columns of words serve as predictors when nothing of them is missing.",
                                "van Buuren and Groothuis-Oudshoorn, J Stat Softw 2011;45(3); Rubin 1987; R mice",
                                needs("formula", "the linear model, such as chl ~ bmi + age"),
                                needs("m", "how many imputations; at least 2"),
                                takes("method", "norm (usual), pmm or logreg; or a list, one for each column"),
                                takes("iterations", "how many rounds; 5 unless given"),
                                takes("seed", "the random numbers' seed")),
                        ImputationMethods::compute)
                .loose(
                        "qbar\\..*",
                        ImputationMethods::ofTheMean,
                        "both results are means over random imputations: four standard errors of their difference")
                .loose("se_total\\..*", 0.05, 0, "Monte Carlo: 5 % for 500 imputations or more")
                .loose(
                        "(between_sd|mc_error_of_qbar)\\..*",
                        0.15,
                        0,
                        "the spread itself is estimated from random imputations, here and there");
    }

    /** Four times the root of the reference's squared Monte Carlo error plus ours, which is between_sd² over our m. */
    private static double ofTheMean(String path, double wanted, JsonNode expected, JsonNode found) {
        String name = path.substring("qbar.".length());
        double theirs = expected.path("mc_error_of_qbar").path(name).asDouble(0);
        double spread = expected.path("between_sd").path(name).asDouble(0);
        double own = found.path("between_sd").path(name).asDouble(0)
                / found.path("mc_error_of_qbar").path(name).asDouble(Double.POSITIVE_INFINITY);
        return own > 0 ? 4 * Math.hypot(theirs, spread / own) : 0;
    }

    private static Answer compute(Case asked) {
        Inputs inputs = asked.inputs();
        Formula formula = Formula.of(inputs.text("formula"));
        int m = inputs.count("m");
        if (m < 2) {
            throw new Unusable("inputs.m must be at least 2, but it is " + m);
        }
        var columns = ImputedColumns.of(asked.table(), inputs.texts("method"));
        ChainedEquations equations;
        try {
            equations = required(
                    ChainedEquations.of(columns.values(), columns.methods(), inputs.count("iterations", USUAL_ROUNDS)));
        } catch (IllegalArgumentException problem) {
            throw new Unusable(asked.table().name() + " cannot be imputed: " + problem.getMessage());
        }
        int seed = inputs.count("seed", USUAL_SEED);
        double[][] estimates = new double[0][];
        double[][] variances = new double[0][];
        List<String> names = List.of();
        double degrees = 0;
        for (int k = 0; k < m; k++) {
            Table completed = columns.completed(equations.impute(Philox.of(seed, k)));
            Formula.Design design = formula.design(completed);
            LinearFit fit = required(LinearRegression.fit(design.rows(), completed.numbers(formula.response())));
            if (k == 0) {
                names = design.names();
                degrees = fit.degreesOfFreedom();
                estimates = new double[names.size()][m];
                variances = new double[names.size()][m];
            }
            double[] own = fit.variances();
            for (int j = 0; j < own.length; j++) {
                estimates[j][k] = fit.coefficients()[j];
                variances[j][k] = own[j];
            }
        }
        var answers = List.of(new Answer(), new Answer(), new Answer(), new Answer());
        for (int j = 0; j < names.size(); j++) {
            Pooled pooled = required(Pooled.of(estimates[j], variances[j], degrees));
            answers.get(0).put(names.get(j), pooled.estimate());
            answers.get(1).put(names.get(j), pooled.standardError());
            answers.get(2).put(names.get(j), Math.sqrt(pooled.between()));
            answers.get(3).put(names.get(j), Math.sqrt(pooled.between() / m));
        }
        return new Answer()
                .put("qbar", answers.get(0))
                .put("se_total", answers.get(1))
                .put("between_sd", answers.get(2))
                .put("mc_error_of_qbar", answers.get(3));
    }

    /**
     * The table's columns as numbers; words, of which nothing may be missing, as indicators of each level but the first.
     *
     * @param table the table as it was
     * @param values its columns, NaN where missing
     * @param methods how each is imputed
     * @param places where each of the table's numeric columns stands among them; -1 for words
     */
    private record ImputedColumns(
            Table table, double[][] values, List<ImputationMethod> methods, List<Integer> places) {

        static ImputedColumns of(Table table, List<String> named) {
            if (named.size() > 1 && named.size() != table.columns().size()) {
                throw new Unusable("inputs.method must name one method, or one for each of the "
                        + table.columns().size() + " columns, but it names " + named.size());
            }
            var values = new ArrayList<double[]>();
            var methods = new ArrayList<ImputationMethod>();
            var places = new ArrayList<Integer>();
            for (int index = 0; index < table.columns().size(); index++) {
                String column = table.columns().get(index);
                ImputationMethod method = method(named.isEmpty() ? "norm" : named.get(named.size() == 1 ? 0 : index));
                if (table.isNumeric(column)) {
                    double[] numbers = table.numbers(column);
                    boolean complete = Arrays.stream(numbers).noneMatch(Double::isNaN);
                    places.add(values.size());
                    values.add(numbers);
                    methods.add(complete ? ImputationMethod.NORMAL : method);
                } else {
                    places.add(-1);
                    if (table.complete(column).size() < table.size()) {
                        throw new Unusable("the column " + column + " holds words, and some are missing; words are not"
                                + " imputed (write two levels as 0 and 1)");
                    }
                    Formula.Design design = Formula.of(List.of(column)).design(table);
                    for (int level = 1; level < design.names().size(); level++) {
                        int own = level;
                        values.add(Arrays.stream(design.rows())
                                .mapToDouble(row -> row[own])
                                .toArray());
                        methods.add(ImputationMethod.NORMAL);
                    }
                }
            }
            return new ImputedColumns(table, values.toArray(double[][]::new), methods, places);
        }

        private static ImputationMethod method(String name) {
            return switch (name) {
                case "norm" -> ImputationMethod.NORMAL;
                case "pmm" -> ImputationMethod.MATCHING;
                case "logreg", "logistic" -> ImputationMethod.LOGISTIC;
                default -> throw new Unusable("inputs.method must be norm, pmm or logreg, but it is '" + name + "'");
            };
        }

        /** The table with its missing numbers filled in. */
        Table completed(double[][] filled) {
            var rows = new ArrayList<List<String>>();
            for (int row = 0; row < table.size(); row++) {
                var cells = new ArrayList<>(table.rows().get(row));
                for (int index = 0; index < cells.size(); index++) {
                    int place = places.get(index);
                    if (place >= 0 && Double.isNaN(values[place][row])) {
                        cells.set(index, Double.toString(filled[place][row]));
                    }
                }
                rows.add(List.copyOf(cells));
            }
            return new Table(table.name(), table.columns(), rows);
        }
    }
}
