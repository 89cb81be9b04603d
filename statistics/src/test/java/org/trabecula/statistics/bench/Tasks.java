package org.trabecula.statistics.bench;

import java.util.Arrays;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.trabecula.statistics.causal.PropensityScore;
import org.trabecula.statistics.causal.RefittedWeighting;
import org.trabecula.statistics.causal.Weighting;
import org.trabecula.statistics.censored.CensoredTimes;
import org.trabecula.statistics.censored.GeneralisedLogRank;
import org.trabecula.statistics.censored.Scores;
import org.trabecula.statistics.censored.Turnbull;
import org.trabecula.statistics.cluster.ClusterCorrection;
import org.trabecula.statistics.cluster.ClusteredUnits;
import org.trabecula.statistics.cluster.MarginalLogistic;
import org.trabecula.statistics.cluster.MomentConvention;
import org.trabecula.statistics.cluster.WorkingCorrelation;
import org.trabecula.statistics.design.SimulatedPower;
import org.trabecula.statistics.estimate.Interval;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.missing.ChainedEquations;
import org.trabecula.statistics.missing.ImputationMethod;
import org.trabecula.statistics.missing.Pooled;
import org.trabecula.statistics.proportion.Proportion;
import org.trabecula.statistics.proportion.RiskDifference;
import org.trabecula.statistics.proportion.TwoByTwo;
import org.trabecula.statistics.proportion.UnconditionalTest;
import org.trabecula.statistics.regression.LinearFit;
import org.trabecula.statistics.regression.LinearRegression;
import org.trabecula.statistics.repeated.CovarianceStructure;
import org.trabecula.statistics.repeated.FixedEffects;
import org.trabecula.statistics.repeated.RepeatedMeasures;
import org.trabecula.statistics.repeated.RepeatedMeasuresModel;
import org.trabecula.statistics.repeated.SmallSample;
import org.trabecula.statistics.resample.Bootstrap;
import org.trabecula.statistics.resample.Philox;
import org.trabecula.statistics.resample.Replicates;
import org.trabecula.statistics.resample.Resampling;
import org.trabecula.statistics.resample.Statistic;

/**
 * The tasks, one method for each line of {@code tasks.csv}, each from the data to the numbers that would be reported. A task
 * without a result would measure nothing, so it raises an exception.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class Tasks {
    private static final double LEVEL = 0.95;
    private static final int IMPUTATIONS = 50;

    private final int[] arms = Cohorts.arms(90);
    private final double[] fused = Cohorts.events(arms, 0.55, 0.65);
    private final TwoByTwo[] tables = Cohorts.tables(1000, 60);
    private final CensoredTimes times = Cohorts.times(1000);
    private final int[] armsOfTimes = Cohorts.arms(1000);
    private final ClusteredUnits screws = Cohorts.screws(800);
    private final RepeatedMeasures visits = Cohorts.visits(200);
    private final double[][] covariates = Cohorts.covariates(200);
    private final boolean[] treated = Cohorts.treated(covariates);
    private final double[] outcomes = Cohorts.outcomes(covariates, treated);
    private final double[][] measurements = Cohorts.incomplete(200);
    private final double[][] marks = Cohorts.incompleteMarks(200);

    /** Percentile and BCa interval of a risk difference, 90 participants, 10,000 replicates within arms. */
    @Benchmark
    public Interval[] bootstrap() {
        var bootstrap = new Bootstrap(Resampling.stratified(arms), Statistic.difference(arms, fused), 10_000, 1);
        Replicates replicates = found(bootstrap.draw());
        double acceleration = Replicates.acceleration(found(bootstrap.influence()));
        return new Interval[] {replicates.percentile(LEVEL), found(replicates.bca(LEVEL, acceleration))};
    }

    /** 10,000 trials of 60 + 60 participants, each of whom is drawn. */
    @Benchmark
    public Proportion power() {
        return SimulatedPower.of(60, 60, 0.25, 0.08, 0.05, 10_000, Philox.of(2, 0));
    }

    /** 1,000 Miettinen-Nurminen intervals, 60 + 60. */
    @Benchmark
    public double miettinenNurminen() {
        double widths = 0;
        for (TwoByTwo table : tables) {
            Interval interval = new RiskDifference(table).miettinenNurminen(LEVEL);
            widths += interval.upper() - interval.lower();
        }
        return widths;
    }

    /** The survival curve of 1,000 interval-censored times, to Karush-Kuhn-Tucker conditions within 1e-8. */
    @Benchmark
    public Turnbull turnbull() {
        return found(Turnbull.of(times));
    }

    /** The generalised log-rank test of 1,000 interval-censored times in two arms. */
    @Benchmark
    public double logRank() {
        return found(found(GeneralisedLogRank.of(times, armsOfTimes, 2)).permutation(Scores.SUN))
                .p();
    }

    /** Marginal logistic model of 800 screws, exchangeable within participants, Mancl-DeRouen's covariance. */
    @Benchmark
    public double[][] marginal() {
        return found(found(MarginalLogistic.fit(screws, WorkingCorrelation.EXCHANGEABLE, MomentConvention.GEEPACK))
                .covariance(ClusterCorrection.MANCL_DEROUEN));
    }

    /** Repeated measures, 200 participants by 4 visits, unstructured, Kenward-Roger. */
    @Benchmark
    public FixedEffects repeated() {
        return found(found(RepeatedMeasuresModel.fit(visits, CovarianceStructure.UNSTRUCTURED))
                .effects(SmallSample.KENWARD_ROGER));
    }

    /** Overlap weighting of 200 participants, 2,000 resamples, the score fitted anew in each. */
    @Benchmark
    public double[] overlap() {
        var score = found(PropensityScore.fit(covariates, treated));
        return new RefittedWeighting(score, outcomes, Weighting.OVERLAP)
                .bootstrap(2000, replicate -> Philox.of(6, replicate));
    }

    /** Fifty imputations of 200 participants with 10 variables, a linear model in each, pooled. */
    @Benchmark
    public Pooled imputation() {
        return imputed(measurements, ImputationMethod.NORMAL);
    }

    /** The same with ten variables of 0 and 1, imputed by logistic regression. */
    @Benchmark
    public Pooled imputationOfMarks() {
        return imputed(marks, ImputationMethod.LOGISTIC);
    }

    /** Boschloo's test, 60 + 60. */
    @Benchmark
    public double boschloo() {
        return UnconditionalTest.boschloo(new TwoByTwo(new Proportion(5, 60), new Proportion(15, 60)))
                .doubled();
    }

    /** The last column on the first two. */
    private static Pooled imputed(double[][] columns, ImputationMethod method) {
        ChainedEquations equations =
                found(ChainedEquations.of(columns, Collections.nCopies(columns.length, method), 5));
        double[] estimates = new double[IMPUTATIONS];
        double[] variances = new double[IMPUTATIONS];
        for (int m = 0; m < IMPUTATIONS; m++) {
            double[][] filled = equations.impute(Philox.of(7, m));
            double[][] rows = new double[filled[0].length][];
            Arrays.setAll(rows, unit -> new double[] {1, filled[0][unit], filled[1][unit]});
            LinearFit fit = found(LinearRegression.fit(rows, filled[filled.length - 1]));
            estimates[m] = fit.coefficients()[1];
            variances[m] = fit.variances()[1];
        }
        return found(Pooled.of(estimates, variances, columns[0].length - 3));
    }

    private static <T> T found(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Found<T>(var value) -> value;
            case Outcome.Missing<T>(var shortfall) -> throw new IllegalStateException(shortfall.sentence());
        };
    }
}
