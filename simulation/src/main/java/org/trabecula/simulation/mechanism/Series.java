package org.trabecula.simulation.mechanism;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.trabecula.statistics.regression.LogisticRegression;
import org.trabecula.statistics.resample.Philox;
import org.trabecula.study.spine.FusionGrade;

/**
 * A large simulated series with PEEK in everybody, summed up as the published series are. Loosening is what a radiograph shows:
 * each screw counts by the probability that it looks loose, so that the observer adds no noise of his own. Union is the truth.
 * Belongs to one thread.
 */
public final class Series {
    static final int HU = 1;
    static final int SACRUM = 2;
    static final int LENGTH = 3;
    private static final int[] MONTHS = {3, 6, 12, 24};

    private final Assumptions given;
    private final int size;
    private final long seed;
    private final boolean metal;
    private final List<double[]> rows = new ArrayList<>();
    private final List<double[]> seen = new ArrayList<>();
    private final double[] loose = new double[MONTHS.length];
    private final double[] screws = new double[MONTHS.length];
    private final double[] fused = new double[MONTHS.length];
    private final double[] remodelled = new double[MONTHS.length];
    private final double[] fusedLate = new double[2];
    private int sites;
    /** Worked out when they are first asked for. */
    private Optional<Series> others = Optional.empty();

    private Optional<double[]> coefficients = Optional.empty();

    private Series(Assumptions given, int size, long seed, boolean metal) {
        this.given = given;
        this.size = size;
        this.seed = seed;
        this.metal = metal;
    }

    /** Simulates so many participants; the same seed draws the same people. */
    public static Series of(Assumptions given, int size, long seed) {
        return simulate(given, size, seed, false);
    }

    private static Series simulate(Assumptions given, int size, long seed, boolean metal) {
        Series series = new Series(given, size, seed, metal);
        Population population = new Population(given);
        Construct construct = new Construct(given);
        for (int index = 0; index < size; index++) {
            RandomGenerator chance = Philox.of(seed, index);
            Participant one = population.draw(chance);
            construct.live(one, metal, chance);
            series.add(one, construct);
        }
        return series;
    }

    private void add(Participant one, Construct construct) {
        double[] looks = new double[MONTHS.length];
        for (int visit = 0; visit < MONTHS.length; visit++) {
            looks[visit] = look(construct, visit);
            loose[visit] += looks[visit];
            FusionGrade grade = construct.grade(construct.segments() - 1, MONTHS[visit]);
            fused[visit] += grade.fused() ? 1 : 0;
            remodelled[visit] += grade == FusionGrade.I ? 1 : 0;
        }
        sites += construct.screws();
        if (construct.grade(construct.segments() - 1, 24).fused()) {
            fusedLate[0] += 1 - looks[1];
            fusedLate[1] += looks[1];
        }
        rows.add(new double[] {1, one.hu(), one.sacrum() ? 1 : 0, one.segments()});
        seen.add(looks);
    }

    /** The probability that at least one screw looks loose on the radiograph. */
    private double look(Construct construct, int visit) {
        double sensitivity = given.value(Parameter.XRAY_SENSITIVITY);
        double specificity = given.value(Parameter.XRAY_SPECIFICITY);
        double none = 1;
        for (int screw = 0; screw < construct.screws(); screw++) {
            double looks = construct.loose(screw, MONTHS[visit]) ? sensitivity : 1 - specificity;
            none *= 1 - looks;
            screws[visit] += looks;
        }
        return 1 - none;
    }

    /** The same people with titanium. */
    public Series titanium() {
        others = Optional.of(others.orElseGet(() -> metal ? this : simulate(given, size, seed, true)));
        return others.get();
    }

    private static int visit(int months) {
        for (int visit = 0; visit < MONTHS.length; visit++) {
            if (MONTHS[visit] == months) {
                return visit;
            }
        }
        throw new IllegalArgumentException("A series is looked at after 3, 6, 12 and 24 months, not after " + months);
    }

    public double loose(int months) {
        return loose[visit(months)] / size;
    }

    public double screws(int months) {
        return screws[visit(months)] / sites;
    }

    public double fused(int months) {
        return fused[visit(months)] / size;
    }

    public double remodelled(int months) {
        return remodelled[visit(months)] / size;
    }

    /** Of those who look firm at 6 months, the share that looks loose at 12. */
    double newlyLoose() {
        return seen.stream().mapToDouble(looks -> (1 - looks[1]) * looks[2]).sum() / (size - loose[1]);
    }

    /** Of those who look loose at 6 months, the share that looks firm at 24. */
    double settled() {
        return seen.stream().mapToDouble(looks -> looks[1] * (1 - looks[3])).sum() / loose[1];
    }

    double fusedIf(boolean looseAtSix) {
        return looseAtSix ? fusedLate[1] / loose[1] : fusedLate[0] / (size - loose[1]);
    }

    double huApart() {
        double firm = 0;
        double gone = 0;
        for (int index = 0; index < size; index++) {
            double looks = seen.get(index)[2];
            gone += looks * rows.get(index)[HU];
            firm += (1 - looks) * rows.get(index)[HU];
        }
        return firm / (size - loose[2]) - gone / loose[2];
    }

    /** The odds ratio of a column for loosening at 12 months. */
    double oddsRatio(int column) {
        coefficients = Optional.of(coefficients.orElseGet(this::regression));
        return Math.exp(coefficients.get()[column]);
    }

    /** Everybody counts as loose and as firm by his probabilities. */
    private double[] regression() {
        double[][] twice = new double[2 * size][];
        boolean[] events = new boolean[2 * size];
        double[] weights = new double[2 * size];
        for (int index = 0; index < size; index++) {
            twice[2 * index] = rows.get(index);
            twice[2 * index + 1] = rows.get(index);
            events[2 * index] = true;
            weights[2 * index] = seen.get(index)[2];
            weights[2 * index + 1] = 1 - seen.get(index)[2];
        }
        return LogisticRegression.fit(twice, events, weights).orElseThrow().coefficients();
    }
}
