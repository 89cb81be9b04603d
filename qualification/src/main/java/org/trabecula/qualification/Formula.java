package org.trabecula.qualification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A model in R's notation: {@code y ~ a + b * c}, {@code a:b} for an interaction, {@code a * (b + c)} for all products,
 * {@code (1 | id)} for a random intercept. As in R, main effects come before interactions, a word column becomes one column for each level but the
 * first (treatment contrasts), and the first column is the intercept.
 *
 * @param response what stands left of the tilde; empty when nothing does
 * @param terms the fixed terms, each a list of columns that are multiplied, in R's order
 * @param cluster the column of the random intercept; empty without one
 */
record Formula(String response, List<List<String>> terms, String cluster) {
    private static final Pattern RANDOM = Pattern.compile("\\(\\s*1\\s*\\|\\s*([\\w.]+)\\s*\\)");
    private static final int MOST_MIXED = 12;
    private static final Pattern NAME = Pattern.compile("[A-Za-z.][\\w.]*");

    static Formula of(String text) {
        String[] sides = text.split("~", -1);
        if (sides.length > 2) {
            throw new Unusable("the formula '" + text + "' has more than one ~");
        }
        var random = RANDOM.matcher(sides[sides.length - 1]);
        String cluster = random.find() ? random.group(1) : "";
        var ordered = new ArrayList<>(FormulaTerms.of(random.replaceAll("1"), text));
        ordered.sort((one, other) -> Integer.compare(one.size(), other.size()));
        return new Formula(sides.length == 2 ? column(sides[0].strip(), text) : "", List.copyOf(ordered), cluster);
    }

    /** The model without a response: these columns, in this order. */
    static Formula of(List<String> covariates) {
        return new Formula("", covariates.stream().map(List::of).toList(), "");
    }

    /** The columns that the model needs. */
    List<String> columns() {
        return Stream.concat(
                        Stream.of(response, cluster).filter(one -> !one.isEmpty()),
                        terms.stream().flatMap(List::stream))
                .distinct()
                .toList();
    }

    /** The model's columns for a table without missing cells. */
    Design design(Table table) {
        var names = new ArrayList<String>(List.of("(Intercept)"));
        var columns = new ArrayList<double[]>();
        double[] ones = new double[table.size()];
        Arrays.fill(ones, 1);
        columns.add(ones);
        for (List<String> term : terms) {
            var product = Coded.of(table, term.getFirst());
            for (String other : term.subList(1, term.size())) {
                product = product.times(Coded.of(table, other));
            }
            names.addAll(product.names());
            columns.addAll(product.columns());
        }
        double[][] rows = new double[table.size()][columns.size()];
        for (int column = 0; column < columns.size(); column++) {
            for (int row = 0; row < rows.length; row++) {
                rows[row][column] = columns.get(column)[row];
            }
        }
        return new Design(List.copyOf(names), rows);
    }

    /**
     * A model matrix.
     *
     * @param names its columns
     * @param rows its rows, the intercept first in each
     */
    record Design(List<String> names, double[][] rows) {}

    private record Coded(List<String> names, List<double[]> columns) {
        static Coded of(Table table, String name) {
            if (table.isNumeric(name)) {
                return new Coded(List.of(name), List.of(table.numbers(name)));
            }
            List<String> texts = table.texts(name);
            List<String> levels = table.levels(name);
            requireKinds(table, name, levels);
            List<String> shown = levels.subList(1, levels.size());
            return new Coded(
                    shown.stream().map(level -> name + level).toList(),
                    shown.stream()
                            .map(level -> texts.stream()
                                    .mapToDouble(text -> text.equals(level) ? 1 : 0)
                                    .toArray())
                            .toList());
        }

        Coded times(Coded other) {
            var products = new ArrayList<double[]>();
            var both = new ArrayList<String>();
            for (int second = 0; second < other.columns.size(); second++) {
                for (int first = 0; first < columns.size(); first++) {
                    both.add(names.get(first) + ":" + other.names.get(second));
                    double[] product = columns.get(first).clone();
                    for (int row = 0; row < product.length; row++) {
                        product[row] *= other.columns.get(second)[row];
                    }
                    products.add(product);
                }
            }
            return new Coded(both, products);
        }
    }

    /** A word among measurements is a slip of the pen, not a kind of its own beside as many kinds as there are numbers. */
    private static void requireKinds(Table table, String name, List<String> levels) {
        if (levels.size() > MOST_MIXED
                && levels.stream().anyMatch(one -> Numbers.read(one).isPresent())) {
            String word = levels.stream()
                    .filter(one -> Numbers.read(one).isEmpty())
                    .findFirst()
                    .orElse("");
            throw new Unusable(table.name() + ", column " + name + " holds '" + word
                    + "' among numbers; leave the cell empty if the number is missing");
        }
    }

    private static String column(String name, String formula) {
        if (!NAME.matcher(name).matches()) {
            throw new Unusable("the formula '" + formula + "' cannot be read at '" + name + "'");
        }
        return name;
    }
}
