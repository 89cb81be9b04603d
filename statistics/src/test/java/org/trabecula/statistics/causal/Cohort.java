package org.trabecula.statistics.causal;

import org.trabecula.statistics.regression.LogisticFit;
import org.trabecula.statistics.resample.Philox;

/** Units with two confounders, an arm that depends on them and an event that depends on them and perhaps on the arm. */
record Cohort(double[][] rows, boolean[] treated, boolean[] events) {
    private static final double[] ARM = {0.2, 0.6, -0.5};
    private static final double[] EVENT = {-0.3, 0.7, 0.4};

    static Cohort of(int size, long seed, double effect) {
        Philox chance = Philox.of(seed, 0);
        double[][] rows = new double[size][];
        boolean[] treated = new boolean[size];
        boolean[] events = new boolean[size];
        for (int unit = 0; unit < size; unit++) {
            rows[unit] = new double[] {1, chance.nextGaussian(), chance.nextInt(2)};
            treated[unit] = chance.nextDouble() < LogisticFit.probability(rows[unit], ARM);
            double[] own = EVENT.clone();
            own[0] += treated[unit] ? effect : 0;
            events[unit] = chance.nextDouble() < LogisticFit.probability(rows[unit], own);
        }
        return new Cohort(rows, treated, events);
    }

    /** So many events and non-events in each arm, without covariates. */
    static Cohort table(int events1, int others1, int events0, int others0) {
        int size = events1 + others1 + events0 + others0;
        double[][] rows = new double[size][];
        boolean[] treated = new boolean[size];
        boolean[] events = new boolean[size];
        for (int unit = 0; unit < size; unit++) {
            rows[unit] = new double[] {1};
            treated[unit] = unit < events1 + others1;
            events[unit] = treated[unit] ? unit < events1 : unit < events1 + others1 + events0;
        }
        return new Cohort(rows, treated, events);
    }

    PropensityScore score() {
        return PropensityScore.fit(rows, treated).orElseThrow();
    }

    OutcomeModel model() {
        return OutcomeModel.fit(withArm(treated), withArm(all(true)), withArm(all(false)), events)
                .orElseThrow();
    }

    double[] outcome() {
        double[] outcome = new double[events.length];
        for (int unit = 0; unit < outcome.length; unit++) {
            outcome[unit] = events[unit] ? 1 : 0;
        }
        return outcome;
    }

    Cohort relabelled() {
        boolean[] other = new boolean[treated.length];
        for (int unit = 0; unit < other.length; unit++) {
            other[unit] = !treated[unit];
        }
        return new Cohort(rows, other, events);
    }

    /** The same units, last first, the confounder in another unit and from another zero. */
    Cohort rearranged() {
        int size = rows.length;
        double[][] changed = new double[size][];
        boolean[] arms = new boolean[size];
        boolean[] others = new boolean[size];
        for (int unit = 0; unit < size; unit++) {
            double[] row = rows[size - 1 - unit].clone();
            row[1] = 1000 * row[1] + 5000;
            changed[unit] = row;
            arms[unit] = treated[size - 1 - unit];
            others[unit] = events[size - 1 - unit];
        }
        return new Cohort(changed, arms, others);
    }

    private boolean[] all(boolean arm) {
        boolean[] all = new boolean[treated.length];
        java.util.Arrays.fill(all, arm);
        return all;
    }

    private double[][] withArm(boolean[] arms) {
        double[][] wide = new double[rows.length][];
        for (int unit = 0; unit < wide.length; unit++) {
            double[] row = java.util.Arrays.copyOf(rows[unit], rows[unit].length + 1);
            row[row.length - 1] = arms[unit] ? 1 : 0;
            wide[unit] = row;
        }
        return wide;
    }
}
