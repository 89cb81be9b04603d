package org.trabecula.statistics.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.trabecula.statistics.censored.CensoredTimes;
import org.trabecula.statistics.cluster.ClusteredUnits;
import org.trabecula.statistics.proportion.Proportion;
import org.trabecula.statistics.proportion.TwoByTwo;
import org.trabecula.statistics.repeated.RepeatedMeasures;
import org.trabecula.statistics.resample.Philox;

/** Made-up data of the sizes that the tasks ask for; the same in every run. */
final class Cohorts {
    private static final double[] VISITS = {3, 6, 12, 24};
    private static final double[] FALL = {14, 22, 26, 27};
    private static final double SEEN = 0.85;

    private Cohorts() {}

    /** Every other one. */
    static int[] arms(int n) {
        int[] arms = new int[n];
        Arrays.setAll(arms, unit -> unit % 2);
        return arms;
    }

    static double[] events(int[] arms, double p0, double p1) {
        RandomGenerator random = Philox.of(11, 0);
        return Arrays.stream(arms)
                .mapToDouble(arm -> random.nextDouble() < (arm == 1 ? p1 : p0) ? 1 : 0)
                .toArray();
    }

    static TwoByTwo[] tables(int tables, int size) {
        RandomGenerator random = Philox.of(12, 0);
        TwoByTwo[] drawn = new TwoByTwo[tables];
        Arrays.setAll(drawn, _ -> new TwoByTwo(proportion(size, 0.25, random), proportion(size, 0.08, random)));
        return drawn;
    }

    private static Proportion proportion(int size, double p, RandomGenerator random) {
        int events = 0;
        for (int unit = 0; unit < size; unit++) {
            events += random.nextDouble() < p ? 1 : 0;
        }
        return new Proportion(events, size);
    }

    /** Weibull times of shape 1.3 and scale 9 months, seen at visits that move and are missed one time in ten. */
    static CensoredTimes times(int n) {
        RandomGenerator random = Philox.of(13, 0);
        double[] spread = {0.3, 0.4, 0.7, 1};
        double[] left = new double[n];
        double[] right = new double[n];
        for (int unit = 0; unit < n; unit++) {
            double time = 9 * Math.pow(random.nextExponential(), 1 / 1.3);
            right[unit] = Double.POSITIVE_INFINITY;
            for (int visit = 0; visit < VISITS.length; visit++) {
                double month = Math.rint(100 * (VISITS[visit] + spread[visit] * random.nextGaussian())) / 100;
                if (random.nextDouble() >= 0.1) {
                    if (month < time) {
                        left[unit] = Math.max(left[unit], month);
                    } else {
                        right[unit] = Math.min(right[unit], month);
                    }
                }
            }
        }
        return new CensoredTimes(left, right);
    }

    /** Screws of participants with one to three levels: intercept, arm, sacral. */
    static ClusteredUnits screws(int n) {
        RandomGenerator random = Philox.of(14, 0);
        double[][] rows = new double[n][];
        boolean[] loose = new boolean[n];
        int[] participant = new int[n];
        int unit = 0;
        for (int one = 0; unit < n; one++) {
            int screws = 4 + 2 * (int) (3 * random.nextDouble() * random.nextDouble());
            double own = 1.2 * random.nextGaussian();
            for (int screw = 0; screw < screws && unit < n; screw++, unit++) {
                rows[unit] = new double[] {1, one % 2, screw >= screws - 2 ? 1 : 0};
                participant[unit] = one;
                loose[unit] = random.nextDouble() < chance(-2.3 - 0.6 * rows[unit][1] + 0.75 * rows[unit][2] + own);
            }
        }
        return new ClusteredUnits(rows, loose, participant);
    }

    /** Disability at four visits, some missed: baseline and arm, each by visit. */
    static RepeatedMeasures visits(int n) {
        RandomGenerator random = Philox.of(15, 0);
        var rows = new ArrayList<double[]>();
        var response = new ArrayList<Double>();
        var places = new ArrayList<int[]>();
        for (int subject = 0; subject < n; subject++) {
            double before = 48 + 13 * random.nextGaussian();
            double own = 8 * random.nextGaussian();
            for (int visit = 0; visit < VISITS.length; visit++) {
                if (random.nextDouble() < SEEN) {
                    double[] row = new double[12];
                    row[0] = 1;
                    row[1] = before;
                    row[2] = subject % 2;
                    if (visit > 0) {
                        row[2 + visit] = 1;
                        row[5 + visit] = before;
                        row[8 + visit] = row[2];
                    }
                    rows.add(row);
                    response.add(before - FALL[visit] - 3 * row[2] + own + 7 * random.nextGaussian());
                    places.add(new int[] {subject, visit});
                }
            }
        }
        return new RepeatedMeasures(
                response.stream().mapToDouble(Double::doubleValue).toArray(),
                rows.toArray(double[][]::new),
                places.stream().mapToInt(place -> place[0]).toArray(),
                places.stream().mapToInt(place -> place[1]).toArray(),
                VISITS.length);
    }

    /** Intercept, age, bone density, body mass, levels, smoking. */
    static double[][] covariates(int n) {
        RandomGenerator random = Philox.of(16, 0);
        double[][] rows = new double[n][];
        Arrays.setAll(rows, _ -> new double[] {
            1,
            66 + 7.5 * random.nextGaussian(),
            -2.6 + 0.8 * random.nextGaussian(),
            25.2 + 3.3 * random.nextGaussian(),
            1 + (random.nextDouble() < 0.35 ? 1 : 0) + (random.nextDouble() < 0.35 ? 1 : 0),
            random.nextDouble() < 0.16 ? 1 : 0
        });
        return rows;
    }

    static boolean[] treated(double[][] covariates) {
        RandomGenerator random = Philox.of(17, 0);
        boolean[] treated = new boolean[covariates.length];
        for (int unit = 0; unit < treated.length; unit++) {
            double[] x = covariates[unit];
            treated[unit] = random.nextDouble()
                    < chance(0.1 + 0.03 * (x[1] - 66) - 0.45 * (x[2] + 2.6) + 0.3 * (x[4] - 1) - 0.3 * x[5]);
        }
        return treated;
    }

    static double[] outcomes(double[][] covariates, boolean[] treated) {
        RandomGenerator random = Philox.of(18, 0);
        double[] outcomes = new double[treated.length];
        for (int unit = 0; unit < outcomes.length; unit++) {
            double odds = 0.4 + (treated[unit] ? 1 : 0) - 0.03 * (covariates[unit][1] - 66);
            outcomes[unit] = random.nextDouble() < chance(odds) ? 1 : 0;
        }
        return outcomes;
    }

    /** Ten correlated columns, the last four incomplete, as visits are. */
    static double[][] incomplete(int n) {
        RandomGenerator random = Philox.of(19, 0);
        double[][] columns = correlated(n, random);
        for (int column = 6; column < columns.length; column++) {
            hide(columns[column], random);
        }
        return columns;
    }

    /** Ten correlated columns of 0 and 1, all incomplete. */
    static double[][] incompleteMarks(int n) {
        RandomGenerator random = Philox.of(20, 0);
        double[][] columns = correlated(n, random);
        for (double[] column : columns) {
            Arrays.setAll(column, unit -> column[unit] > 0.3 ? 1 : 0);
            hide(column, random);
        }
        return columns;
    }

    private static double[][] correlated(int n, RandomGenerator random) {
        double[][] columns = new double[10][n];
        for (int unit = 0; unit < n; unit++) {
            double common = random.nextGaussian();
            for (double[] column : columns) {
                column[unit] = common + random.nextGaussian();
            }
        }
        return columns;
    }

    private static void hide(double[] column, RandomGenerator random) {
        for (int unit = 0; unit < column.length; unit++) {
            if (random.nextDouble() >= SEEN) {
                column[unit] = Double.NaN;
            }
        }
    }

    private static double chance(double odds) {
        return 1 / (1 + Math.exp(-odds));
    }
}
