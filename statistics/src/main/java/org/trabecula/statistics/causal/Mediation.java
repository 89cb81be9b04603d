package org.trabecula.statistics.causal;

import java.util.Optional;
import org.trabecula.statistics.estimate.Estimate;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimating.LogisticScore;
import org.trabecula.statistics.estimating.MEstimation;
import org.trabecula.statistics.matrix.Products;
import org.trabecula.statistics.regression.FirthRegression;
import org.trabecula.statistics.regression.LogisticFit;
import org.trabecula.statistics.regression.LogisticRegression;

/**
 * How much of a treatment's effect on an event goes through another event, the mediator: natural direct and indirect
 * effects as risk differences, standardised over the covariates, from two logistic models of which the second may let
 * treatment and mediator interact.
 *
 * <p>E(a, b) is the mean risk if everybody had treatment a and the mediator that treatment b gives. Standard errors are by
 * the delta method; they take covariates as given and the two models as independent, which {@link #stacked} does not. Nothing here can tell that mediator
 * and outcome have no unmeasured common cause, nor that the outcome does not cause the mediator.
 *
 * <p>Source: Pearl J, Proceedings of UAI 2001;411-420; VanderWeele TJ, Vansteelandt S, Am J Epidemiol 2010;172:1339-1348.
 * R: {@code mediation::mediate} by simulation.
 */
public final class Mediation {
    private final LogisticFit mediator;
    private final LogisticFit outcome;
    private final Designs designs;
    private final boolean[] mediators;
    private final boolean[] events;
    private final boolean penalised;
    private final double[][] covariance;

    private Mediation(
            LogisticFit mediator,
            LogisticFit outcome,
            Designs designs,
            boolean[] mediators,
            boolean[] events,
            boolean penalised) {
        this.mediator = mediator;
        this.outcome = outcome;
        this.designs = designs;
        this.mediators = mediators;
        this.events = events;
        this.penalised = penalised;
        this.covariance = blocks(mediator.covariance(), outcome.covariance());
    }

    /**
     * The two designs, as they were and as they would be. Index 1 is treated, or with the mediator.
     *
     * @param mediator the mediator's model, n rows
     * @param mediatorUnder the same with everybody under control [0] and treated [1]
     * @param outcome the outcome's model, n rows
     * @param outcomeUnder the same with treatment [first index] and mediator [second index] set for everybody
     */
    public record Designs(
            double[][] mediator, double[][][] mediatorUnder, double[][] outcome, double[][][][] outcomeUnder) {
        /** @throws IllegalArgumentException if there are not two by two designs of as many rows */
        public Designs {
            int units = mediator.length;
            boolean fits = mediatorUnder.length == 2 && outcome.length == units && outcomeUnder.length == 2;
            for (int a = 0; a < 2 && fits; a++) {
                fits = mediatorUnder[a].length == units
                        && outcomeUnder[a].length == 2
                        && outcomeUnder[a][0].length == units
                        && outcomeUnder[a][1].length == units;
            }
            if (!fits) {
                throw new IllegalArgumentException("Mediation needs " + units + " rows in its outcome design, in both"
                        + " designs of the mediator and in all four of the outcome");
            }
        }
    }

    /**
     * Fits both models.
     *
     * @param designs their designs
     * @param mediator whether each unit has the mediator
     * @param event whether each unit has the event
     * @return the fitted pair; {@code SEPARATION}, {@code SINGULAR} or {@code TOO_FEW} as one of the regressions says
     * @throws IllegalArgumentException if lengths differ or a number is not finite
     */
    public static Outcome<Mediation> fit(Designs designs, boolean[] mediator, boolean[] event) {
        return LogisticRegression.fit(designs.mediator, mediator)
                .then(first -> LogisticRegression.fit(designs.outcome, event)
                        .map(second -> new Mediation(first, second, designs, mediator, event, false)));
    }

    /**
     * Fits both models with Firth's penalty, which have a fit even when columns tell events and non-events apart. {@link
     * #stacked} takes the sandwich of the equations without the penalty at the penalised estimate.
     *
     * @return the fitted pair; {@code SINGULAR} or {@code TOO_FEW} as one of the regressions says
     * @throws IllegalArgumentException if lengths differ or a number is not finite
     */
    public static Outcome<Mediation> penalised(Designs designs, boolean[] mediator, boolean[] event) {
        return FirthRegression.fit(designs.mediator, mediator)
                .map(FirthRegression::estimate)
                .then(first -> FirthRegression.fit(designs.outcome, event)
                        .map(FirthRegression::estimate)
                        .map(second -> new Mediation(first, second, designs, mediator, event, true)));
    }

    /** Whether the models carry Firth's penalty. */
    public boolean penalised() {
        return penalised;
    }

    /** The regression of the mediator. */
    public LogisticFit mediator() {
        return mediator;
    }

    /** The regression of the event. */
    public LogisticFit outcome() {
        return outcome;
    }

    /** E(a, b): the risk under one treatment with the mediator of the other or the same. */
    public Estimate risk(boolean treated, boolean mediatorOfTreated) {
        return estimate(part(treated, mediatorOfTreated));
    }

    /** E(1, 1) - E(0, 0): the whole effect. */
    public Estimate total() {
        return estimate(part(true, true).minus(part(false, false)));
    }

    /**
     * The effect with the mediator held at what one treatment gives: E(1, b) - E(0, b).
     *
     * @param mediatorOfTreated false for the pure direct effect, true for the total one
     */
    public Estimate direct(boolean mediatorOfTreated) {
        return estimate(part(true, mediatorOfTreated).minus(part(false, mediatorOfTreated)));
    }

    /**
     * The effect of the mediator's change alone: E(a, 1) - E(a, 0).
     *
     * @param treated true for the total indirect effect, false for the pure one
     */
    public Estimate indirect(boolean treated) {
        return estimate(part(treated, true).minus(part(treated, false)));
    }

    /** The effect if everybody had the mediator, or nobody. */
    public Estimate controlled(boolean withMediator) {
        return estimate(held(true, withMediator).minus(held(false, withMediator)));
    }

    /** The total indirect effect divided by the total effect; empty when that is 0. Unstable near 0, and may leave [0, 1]. */
    public Optional<Estimate> proportion() {
        Part indirect = part(true, true).minus(part(true, false));
        Part total = part(true, true).minus(part(false, false));
        if (total.value == 0) {
            return Optional.empty();
        }
        double share = indirect.value / total.value;
        return Optional.of(estimate(
                indirect.minus(total.times(share)).times(1 / total.value).at(share)));
    }

    /**
     * The four risks with their stacked sandwich, for errors that hold when covariates were sampled too.
     *
     * @return the risks; {@code SINGULAR} when the stacked equations do not determine them
     */
    public Outcome<MediatedRisks> stacked() {
        int first = mediator.coefficients().length;
        int at = first + outcome.coefficients().length;
        boolean[] everybody = Outcomes.everybody(events.length);
        var equations = new MediatedRisks.Equations(
                new LogisticScore(designs.mediator, mediators, everybody, 0),
                new LogisticScore(designs.outcome, events, everybody, first),
                designs,
                at);
        double[] start = new double[at + 4];
        equations.mediator().start(start, mediator);
        equations.outcome().start(start, outcome);
        if (penalised) {
            for (int a = 0; a < 2; a++) {
                for (int b = 0; b < 2; b++) {
                    start[at + 2 * a + b] = part(a == 1, b == 1).value();
                }
            }
            return MEstimation.at(equations, start).map(root -> MediatedRisks.of(root, at));
        }
        return MEstimation.solve(equations, start).map(root -> MediatedRisks.of(root, at));
    }

    private Estimate estimate(Part part) {
        return new Estimate(part.value, Math.sqrt(Products.quadratic(part.gradient, covariance)), Estimate.Scale.PLAIN);
    }

    /** E(a, b) and its gradient for the mediator's coefficients, then the outcome's. */
    private Part part(boolean treated, boolean mediatorOfTreated) {
        double[] gradient = new double[covariance.length];
        int first = mediator.coefficients().length;
        int units = designs.mediator.length;
        double sum = 0;
        for (int unit = 0; unit < units; unit++) {
            double[] row = designs.mediatorUnder[mediatorOfTreated ? 1 : 0][unit];
            double[] with = designs.outcomeUnder[treated ? 1 : 0][1][unit];
            double[] without = designs.outcomeUnder[treated ? 1 : 0][0][unit];
            double p = mediator.probability(row);
            double riskWith = outcome.probability(with);
            double riskWithout = outcome.probability(without);
            sum += riskWith * p + riskWithout * (1 - p);
            add(gradient, 0, row, (riskWith - riskWithout) * p * (1 - p) / units);
            add(gradient, first, with, p * riskWith * (1 - riskWith) / units);
            add(gradient, first, without, (1 - p) * riskWithout * (1 - riskWithout) / units);
        }
        return new Part(sum / units, gradient);
    }

    /** The mean risk with treatment and mediator both set. */
    private Part held(boolean treated, boolean withMediator) {
        double[] gradient = new double[covariance.length];
        double[][] rows = designs.outcomeUnder[treated ? 1 : 0][withMediator ? 1 : 0];
        double sum = 0;
        for (double[] row : rows) {
            double risk = outcome.probability(row);
            sum += risk;
            add(gradient, mediator.coefficients().length, row, risk * (1 - risk) / rows.length);
        }
        return new Part(sum / rows.length, gradient);
    }

    private static void add(double[] gradient, int at, double[] row, double factor) {
        for (int k = 0; k < row.length; k++) {
            gradient[at + k] += factor * row[k];
        }
    }

    private static double[][] blocks(double[][] one, double[][] other) {
        double[][] both = new double[one.length + other.length][one.length + other.length];
        for (int row = 0; row < one.length; row++) {
            System.arraycopy(one[row], 0, both[row], 0, one.length);
        }
        for (int row = 0; row < other.length; row++) {
            System.arraycopy(other[row], 0, both[one.length + row], one.length, other.length);
        }
        return both;
    }

    /** A number and its gradient. */
    private record Part(double value, double[] gradient) {

        Part minus(Part other) {
            double[] difference = gradient.clone();
            for (int k = 0; k < difference.length; k++) {
                difference[k] -= other.gradient[k];
            }
            return new Part(value - other.value, difference);
        }

        Part times(double factor) {
            double[] product = gradient.clone();
            for (int k = 0; k < product.length; k++) {
                product[k] *= factor;
            }
            return new Part(value * factor, product);
        }

        Part at(double other) {
            return new Part(other, gradient);
        }
    }
}
