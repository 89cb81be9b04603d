package org.trabecula.statistics.agreement;

import java.util.Arrays;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall.Cause;

/**
 * What several readers gave each subject; reads may be missing.
 *
 * <p>The coefficients use every subject with a read: agreement from those with two reads or more, chance from all. Errors
 * hold for these readers and a larger population of subjects.
 *
 * <p>Source: Gwet KL, Handbook of Inter-Rater Reliability, 4th edition 2014, chapters 2 and 5. R: package irrCAC, which
 * rounds coefficient and error to five decimals.
 */
public final class Ratings {
    /** A read that is missing. */
    public static final int MISSING = -1;

    private final int[][] reads;
    private final int readers;
    private final int categories;

    private Ratings(int[][] reads, int readers, int categories) {
        this.reads = reads;
        this.readers = readers;
        this.categories = categories;
    }

    /**
     * Reads by subject.
     *
     * @param reads a row for each subject with a category from 0, or {@link #MISSING}, for each reader; rows without
     *     any read are left out; not changed
     * @param categories how many categories there are
     * @throws IllegalArgumentException if rows differ in length, a category is out of range, or there are fewer than
     *     two readers or categories
     */
    public static Ratings of(int[][] reads, int categories) {
        int readers = reads.length == 0 ? 2 : reads[0].length;
        if (readers < 2 || categories < 1) {
            throw new IllegalArgumentException(
                    "Agreement needs two readers and a category, but there are " + readers + " and " + categories);
        }
        for (int[] row : reads) {
            if (row.length != readers) {
                throw new IllegalArgumentException("Every subject needs a place for each of the " + readers
                        + " readers, but one has " + row.length);
            }
            for (int read : row) {
                if (read < MISSING || read >= categories) {
                    throw new IllegalArgumentException("A read is a category from 0 to " + (categories - 1) + " or "
                            + MISSING + " where it is missing, but one is " + read);
                }
            }
        }
        return new Ratings(
                Arrays.stream(reads)
                        .filter(row -> Arrays.stream(row).anyMatch(read -> read != MISSING))
                        .toArray(int[][]::new),
                readers,
                categories);
    }

    /** Whether no read is missing. */
    public boolean complete() {
        return Arrays.stream(reads).allMatch(row -> Arrays.stream(row).noneMatch(read -> read == MISSING));
    }

    /**
     * Fleiss' kappa with the variance of no agreement beyond chance, for complete reads.
     *
     * <p>Source: Fleiss JL, Psychol Bull 1971;76:378-382; variance: Fleiss JL, Nee JCM, Landis JR, Psychol Bull
     * 1979;86:974-977, equation 12.
     *
     * @return kappa; missing when a read is missing, without subjects, or with all reads in one category
     */
    public Outcome<Fleiss> fleiss() {
        return complete()
                ? usable(Weighting.NOMINAL).then(ManyReaders::fleissNull)
                : Outcome.none(Cause.ALL_MISSING, "Fleiss' test needs every reader's read of every subject");
    }

    /** Fleiss' kappa, reads may be missing; with weights if asked for. */
    public Outcome<Coefficient> fleiss(Weighting weighting) {
        return usable(weighting).then(ManyReaders::fleiss);
    }

    /** Gwet's AC1, with weights AC2. Source: Gwet KL, Br J Math Stat Psychol 2008;61:29-48. */
    public Outcome<Coefficient> gwet(Weighting weighting) {
        return usable(weighting).then(ManyReaders::gwet);
    }

    /** The coefficient of Brennan and Prediger: every category is equally likely by chance. */
    public Outcome<Coefficient> brennanPrediger(Weighting weighting) {
        return usable(weighting).then(ManyReaders::brennanPrediger);
    }

    /** Conger's kappa: chance from each pair of readers' own margins. Source: Conger AJ, Psychol Bull 1980;88:322-328. */
    public Outcome<Coefficient> conger(Weighting weighting) {
        return usable(weighting).then(many -> Conger.of(many, reads, readers));
    }

    /**
     * Krippendorff's alpha over subjects with two reads or more.
     *
     * <p>Source: Krippendorff K, Educ Psychol Meas 1970;30:61-70.
     */
    public Outcome<Coefficient> krippendorff(Weighting weighting) {
        return usable(weighting).then(many -> many.withTwoReads().krippendorff());
    }

    private Outcome<ManyReaders> usable(Weighting weighting) {
        ManyReaders many = ManyReaders.of(reads, categories, weighting.matrix(categories));
        return many.pairs() == 0 || many.size() < 2
                ? Outcome.none(Cause.TOO_FEW, "Agreement needs two subjects, and two reads of one of them")
                : Outcome.of(many);
    }
}
