package org.trabecula.qualification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.trabecula.statistics.repeated.RepeatedMeasures;

/**
 * The design of a repeated-measures case: baseline {@code .b}, visit {@code .vis} and arm {@code .arm} with treatment
 * contrasts, covariates, and products with the visit.
 *
 * @param data the rows in which nothing needed is missing
 * @param names the design's columns
 * @param visits the visits' labels, in order
 * @param arms the arms' labels, the reference first
 */
record VisitDesign(RepeatedMeasures data, List<String> names, List<String> visits, List<String> arms) {
    private static final String INTERCEPT = "(Intercept)";
    private static final String BASELINE = ".b";

    /** Baseline and arm by visit, covariates without. */
    static VisitDesign byVisit(Case asked) {
        var columns = new Columns(asked);
        columns.put(INTERCEPT, columns.ones());
        columns.put(BASELINE, columns.baseline());
        columns.eachVisit(columns::put);
        columns.eachArm(columns::put);
        for (String covariate : asked.inputs().texts("covariates")) {
            columns.covariate(covariate);
        }
        columns.eachVisit((visit, cells) -> columns.product(BASELINE, visit));
        columns.eachArm((arm, cells) -> columns.eachVisit((visit, other) -> columns.product(visit, arm)));
        return columns.design();
    }

    /** Arm by visit; baseline the same at each visit. */
    static VisitDesign armByVisit(Case asked) {
        var columns = new Columns(asked);
        columns.put(INTERCEPT, columns.ones());
        columns.put(BASELINE, columns.baseline());
        columns.eachArm(columns::put);
        columns.eachVisit(columns::put);
        columns.eachVisit((visit, cells) -> columns.eachArm((arm, other) -> columns.product(arm, visit)));
        return columns.design();
    }

    /** The mean of an arm at a visit, for the mean baseline and mean covariates of all rows. */
    double[] mean(int arm, int visit) {
        double[] weights = new double[names.size()];
        String ownVisit = ".vis" + visits.get(visit);
        String ownArm = ".arm" + arms.get(arm);
        for (int column = 0; column < weights.length; column++) {
            double factor = 1;
            for (String part : names.get(column).split(":", -1)) {
                if (part.startsWith(".vis")) {
                    factor *= part.equals(ownVisit) ? 1 : 0;
                } else if (part.startsWith(".arm")) {
                    factor *= part.equals(ownArm) ? 1 : 0;
                } else {
                    factor *= average(part);
                }
            }
            weights[column] = factor;
        }
        return weights;
    }

    private double average(String column) {
        int index = names.indexOf(column);
        return Arrays.stream(data.design())
                .mapToDouble(row -> row[index])
                .average()
                .orElse(0);
    }

    private interface Column {
        void take(String name, double[] cells);
    }

    /** The columns as they are put one after another. */
    private static final class Columns {
        private final Table table;
        private final Inputs inputs;
        private final List<String> visits;
        private final List<String> arms;
        private final List<String> names = new ArrayList<>();
        private final List<double[]> cells = new ArrayList<>();

        Columns(Case asked) {
            inputs = asked.inputs();
            table = asked.table()
                    .complete(Stream.concat(
                                    Stream.of("response", "arm", "visit", "subject", "baseline")
                                            .map(inputs::text),
                                    inputs.texts("covariates").stream())
                            .toList());
            visits = table.levels(inputs.text("visit"));
            arms = inputs.has("arm_levels") ? inputs.texts("arm_levels") : table.levels(inputs.text("arm"));
            if (arms.size() < 2) {
                throw new Unusable("inputs.arm_levels needs two arms, but has " + arms);
            }
            for (String arm : table.texts(inputs.text("arm"))) {
                if (!arms.contains(arm)) {
                    throw new Unusable(table.name() + " has the arm '" + arm + "', which is not one of " + arms);
                }
            }
        }

        double[] ones() {
            double[] ones = new double[table.size()];
            Arrays.fill(ones, 1);
            return ones;
        }

        double[] baseline() {
            return table.numbers(inputs.text("baseline"));
        }

        void eachVisit(Column use) {
            indicators(".vis", "visit", visits, use);
        }

        void eachArm(Column use) {
            indicators(".arm", "arm", arms, use);
        }

        private void indicators(String prefix, String input, List<String> levels, Column use) {
            List<String> texts = table.texts(inputs.text(input));
            for (String level : levels.subList(Math.min(1, levels.size()), levels.size())) {
                use.take(
                        prefix + level,
                        texts.stream()
                                .mapToDouble(text -> text.equals(level) ? 1 : 0)
                                .toArray());
            }
        }

        void covariate(String name) {
            Formula.Design design = Formula.of(List.of(name)).design(table);
            for (int column = 1; column < design.names().size(); column++) {
                int at = column;
                put(
                        design.names().get(column),
                        Arrays.stream(design.rows()).mapToDouble(row -> row[at]).toArray());
            }
        }

        void put(String name, double[] values) {
            names.add(name);
            cells.add(values);
        }

        void product(String one, String other) {
            double[] product = cells.get(names.indexOf(one)).clone();
            double[] second = cells.get(names.indexOf(other));
            for (int row = 0; row < product.length; row++) {
                product[row] *= second[row];
            }
            put(one + ":" + other, product);
        }

        VisitDesign design() {
            double[][] rows = new double[table.size()][names.size()];
            for (int row = 0; row < rows.length; row++) {
                for (int column = 0; column < names.size(); column++) {
                    rows[row][column] = cells.get(column)[row];
                }
            }
            int[] visit = table.texts(inputs.text("visit")).stream()
                    .mapToInt(visits::indexOf)
                    .toArray();
            table.requireOnce(inputs.text("subject"), inputs.text("visit"));
            try {
                return new VisitDesign(
                        new RepeatedMeasures(
                                table.numbers(inputs.text("response")),
                                rows,
                                table.groups(inputs.text("subject")),
                                visit,
                                visits.size()),
                        List.copyOf(names),
                        visits,
                        arms);
            } catch (IllegalArgumentException problem) {
                throw new Unusable(table.name() + ": " + problem.getMessage());
            }
        }
    }
}
