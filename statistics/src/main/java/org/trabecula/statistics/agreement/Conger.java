package org.trabecula.statistics.agreement;

import org.trabecula.statistics.estimate.Outcome;

/** Chance agreement from every pair of readers, each with a margin of their own. */
final class Conger {
    private Conger() {}

    static Outcome<Coefficient> of(ManyReaders many, int[][] reads, int readers) {
        int k = many.weight().length;
        double[] total = new double[readers];
        double[][] share = new double[readers][k];
        for (int[] row : reads) {
            for (int g = 0; g < readers; g++) {
                if (row[g] >= 0) {
                    share[g][row[g]]++;
                    total[g]++;
                }
            }
        }
        double[] all = new double[k];
        int active = 0;
        for (int g = 0; g < readers; g++) {
            active += total[g] > 0 ? 1 : 0;
            for (int c = 0; c < k; c++) {
                share[g][c] = total[g] > 0 ? share[g][c] / total[g] : 0;
                all[c] += share[g][c];
            }
        }
        // What each category of a reader meets of all other readers' margins.
        double[][] others = new double[readers][k];
        double[] level = new double[readers];
        double pairs = active * (active - 1.0);
        double chance = 0;
        for (int g = 0; g < readers; g++) {
            for (int c = 0; c < k; c++) {
                for (int other = 0; other < k; other++) {
                    others[g][c] += many.weight()[c][other] * (all[other] - share[g][other]);
                }
                level[g] += share[g][c] * others[g][c];
            }
            chance += level[g] / pairs;
        }
        double n = reads.length;
        return many.corrected(chance, subject -> {
            double sum = 0;
            for (int g = 0; g < readers; g++) {
                int read = reads[subject][g];
                sum += level[g] + (read < 0 ? 0 : n / total[g] * (others[g][read] - level[g]));
            }
            return sum / pairs;
        });
    }
}
