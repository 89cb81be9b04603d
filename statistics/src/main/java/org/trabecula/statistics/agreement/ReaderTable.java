package org.trabecula.statistics.agreement;

import java.util.Optional;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall.Cause;
import org.trabecula.statistics.proportion.ChiSquare;

/**
 * Subjects by the categories that two readers gave them.
 *
 * @param counts a square table: rows are the first reader's categories, columns the second's; owned by the table
 */
public record ReaderTable(int[][] counts) {
    /** @throws IllegalArgumentException if the table is not square, has one category, or a count is negative */
    public ReaderTable {
        if (counts.length < 2) {
            throw new IllegalArgumentException(
                    "Agreement needs at least two categories, but there are " + counts.length);
        }
        for (int[] row : counts) {
            if (row.length != counts.length) {
                throw new IllegalArgumentException("A table of two readers has as many columns as rows ("
                        + counts.length + "), but a row has " + row.length);
            }
            for (int count : row) {
                if (count < 0) {
                    throw new IllegalArgumentException("A count is not negative, but one is " + count);
                }
            }
        }
    }

    /**
     * The table of two columns of reads.
     *
     * @param categories how many categories there are; the reads are 0 to categories - 1
     */
    public static ReaderTable of(int[] first, int[] second, int categories) {
        if (first.length != second.length) {
            throw new IllegalArgumentException("Both readers read the same subjects, but they have " + first.length
                    + " and " + second.length + " reads");
        }
        int[][] counts = new int[categories][categories];
        for (int i = 0; i < first.length; i++) {
            counts[first[i]][second[i]]++;
        }
        return new ReaderTable(counts);
    }

    /** How many subjects were read. */
    public int subjects() {
        int sum = 0;
        for (int[] row : counts) {
            for (int count : row) {
                sum = Math.addExact(sum, count);
            }
        }
        return sum;
    }

    /**
     * Cohen's kappa with its large-sample standard errors.
     *
     * <p>Source: Cohen J, Psychol Bull 1968;70:213-220; errors: Fleiss JL, Cohen J, Everitt BS, Psychol Bull
     * 1969;72:323-327, equations 10 and 15.
     *
     * @return kappa; missing without subjects, or when both readers put all in one category
     */
    public Outcome<Kappa> kappa(Weighting weighting) {
        return shares(weighting).then(TwoReaders::kappa);
    }

    /** Cohen's kappa with limits from t, as Gwet gives it; the error is the same. Missing as {@link #kappa}. */
    public Outcome<Coefficient> cohen(Weighting weighting) {
        int n = subjects();
        if (n == 1) {
            return Outcome.none(Cause.TOO_FEW, TwoReaders.ONE_SUBJECT);
        }
        return kappa(weighting)
                .map(one -> new Coefficient(one.value(), one.standardError(), one.observed(), one.chance(), n));
    }

    /**
     * Scott's pi: chance from the mean of both margins.
     *
     * <p>Source: Scott WA, Public Opin Q 1955;19:321-325; variance: Gwet KL, Br J Math Stat Psychol 2008;61:29-48.
     */
    public Outcome<Coefficient> scott(Weighting weighting) {
        return shares(weighting).then(TwoReaders::scott);
    }

    /**
     * Krippendorff's alpha: pi with its small-sample term, 1 - (1 - observed)(1 - 1/2n) as the agreement seen. Its
     * error is that of pi.
     *
     * <p>Source: Krippendorff K, Educ Psychol Meas 1970;30:61-70.
     */
    public Outcome<Coefficient> krippendorff(Weighting weighting) {
        return shares(weighting).then(TwoReaders::krippendorff);
    }

    /**
     * Gwet's AC1 (with weights AC2), which stays meaningful when nearly all subjects are alike.
     *
     * <p>Source: Gwet KL, Br J Math Stat Psychol 2008;61:29-48, equations 7 and 10.
     */
    public Outcome<Coefficient> gwet(Weighting weighting) {
        return shares(weighting).then(TwoReaders::gwet);
    }

    /**
     * The coefficient of Brennan and Prediger, chance being equal for all categories; with two categories it is
     * PABAK, twice the observed agreement minus 1.
     *
     * <p>Source: Brennan RL, Prediger DJ, Educ Psychol Meas 1981;41:687-699.
     */
    public Outcome<Coefficient> brennanPrediger(Weighting weighting) {
        return shares(weighting).then(TwoReaders::brennanPrediger);
    }

    /**
     * Bowker's test of symmetry over the pairs of categories that were ever confused; with two categories it is
     * McNemar's test with continuity correction, as R's {@code mcnemar.test}.
     *
     * <p>Source: Bowker AH, J Am Stat Assoc 1948;43:572-574.
     *
     * @return the test, a degree of freedom for each pair confused; empty when none was
     */
    public Optional<ChiSquare> bowker() {
        double statistic = 0;
        int pairs = 0;
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < i; j++) {
                double both = (double) counts[i][j] + counts[j][i];
                if (both > 0) {
                    double apart = Math.abs((double) counts[i][j] - counts[j][i]);
                    double left = counts.length == 2 && apart > 0 ? apart - 1 : apart;
                    statistic += left * left / both;
                    pairs++;
                }
            }
        }
        return pairs == 0 ? Optional.empty() : Optional.of(new ChiSquare(statistic, pairs));
    }

    private Outcome<TwoReaders> shares(Weighting weighting) {
        int n = subjects();
        return n == 0
                ? Outcome.none(Cause.TOO_FEW, "Nobody was read by both readers, so there is no agreement to measure")
                : Outcome.of(TwoReaders.of(counts, n, weighting.matrix(counts.length)));
    }
}
