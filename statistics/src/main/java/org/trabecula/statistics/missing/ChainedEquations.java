package org.trabecula.statistics.missing;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall;

/**
 * Multiple imputation by chained equations: each column's missing values are drawn in turn from a model of that column given
 * all others, the columns from left to right, for a few rounds that begin with random draws of what was seen.
 *
 * <p>One {@link #impute} gives one completed data set; m of them, each from a random stream of its own, are analysed each and
 * pooled with {@link Pooled}. Rows of which nothing was seen are imputed too.
 *
 * <p>Collinear predictors (more columns than units seen, a constant) get the ridge 1e-5 of R's {@code mice}, so that a draw
 * is always possible.
 *
 * <p>Source: van Buuren S, Groothuis-Oudshoorn K, J Stat Softw 2011;45(3); White IR, Royston P, Wood AM, Stat Med
 * 2011;30:377-399.
 */
public final class ChainedEquations {
    private final double[][] columns;
    private final List<ImputationMethod> methods;
    private final int rounds;

    private ChainedEquations(double[][] columns, List<ImputationMethod> methods, int rounds) {
        this.columns = columns;
        this.methods = methods;
        this.rounds = rounds;
    }

    /**
     * Checks the data.
     *
     * @param columns the data column by column, all equally long, NaN where missing; copied
     * @param methods how each column is imputed; of no account for a column without missing values
     * @param rounds how many times every column is imputed, at least 1; 5 is usual
     * @return the imputation; {@code ALL_MISSING} when a column has nothing seen, {@code TOO_FEW} when it has one value or
     *     there are no rows
     * @throws IllegalArgumentException if lengths differ, a number is infinite, rounds are not positive or a logistic
     *     column holds something else than 0 and 1
     */
    public static Outcome<ChainedEquations> of(double[][] columns, List<ImputationMethod> methods, int rounds) {
        require(columns, methods, rounds);
        if (columns.length == 0 || columns[0].length == 0) {
            return Outcome.none(Shortfall.Cause.TOO_FEW, "imputation needs rows, but there are none");
        }
        for (int column = 0; column < columns.length; column++) {
            int seen = 0;
            for (double value : columns[column]) {
                seen += Double.isNaN(value) ? 0 : 1;
            }
            if (seen == 0) {
                return Outcome.none(Shortfall.Cause.ALL_MISSING, "column " + column + " has no value that was seen");
            }
            if (seen == 1 && columns[column].length > 1) {
                return Outcome.none(Shortfall.Cause.TOO_FEW, "column " + column + " has a single value that was seen");
            }
        }
        double[][] copy = new double[columns.length][];
        for (int column = 0; column < columns.length; column++) {
            copy[column] = columns[column].clone();
        }
        return Outcome.of(new ChainedEquations(copy, List.copyOf(methods), rounds));
    }

    private static void require(double[][] columns, List<ImputationMethod> methods, int rounds) {
        if (columns.length != methods.size()) {
            throw new IllegalArgumentException("Each column has a method, but there are " + columns.length
                    + " columns and " + methods.size() + " methods");
        }
        if (rounds < 1) {
            throw new IllegalArgumentException("Imputation takes at least one round, but was given " + rounds);
        }
        for (int column = 0; column < columns.length; column++) {
            if (columns[column].length != columns[0].length) {
                throw new IllegalArgumentException("Columns are equally long, but column " + column + " has "
                        + columns[column].length + " values and the first " + columns[0].length);
            }
            boolean binary = methods.get(column) == ImputationMethod.LOGISTIC;
            for (double value : columns[column]) {
                if (Double.isInfinite(value)) {
                    throw new IllegalArgumentException("Column " + column + " holds an infinite value");
                }
                if (binary && !Double.isNaN(value) && value != 0 && value != 1) {
                    throw new IllegalArgumentException(
                            "Column " + column + " is imputed as 0 or 1, but it holds " + value);
                }
            }
        }
    }

    /**
     * One completed data set.
     *
     * @param chance where its random numbers come from
     * @return the columns with every missing value filled in; the caller's to keep
     */
    public double[][] impute(RandomGenerator chance) {
        int size = columns[0].length;
        double[][] filled = new double[columns.length][];
        Chain[] chains = new Chain[columns.length];
        int[] incomplete = IntStream.range(0, columns.length)
                .filter(column -> missing(column) > 0)
                .toArray();
        for (int column = 0; column < columns.length; column++) {
            filled[column] = columns[column].clone();
        }
        for (int column : incomplete) {
            chains[column] = new Chain(columns[column], column, columns.length);
            chains[column].start(filled[column], chance);
        }
        if (size > 1) {
            for (int round = 0; round < rounds; round++) {
                for (int column : incomplete) {
                    chains[column].draw(methods.get(column), filled, chance);
                }
            }
        }
        return filled;
    }

    private int missing(int column) {
        int missing = 0;
        for (double value : columns[column]) {
            missing += Double.isNaN(value) ? 1 : 0;
        }
        return missing;
    }
}
