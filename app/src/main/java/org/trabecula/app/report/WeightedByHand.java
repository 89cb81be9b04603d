package org.trabecula.app.report;

import org.trabecula.study.protocol.Estimation.Estimator;
import org.trabecula.study.protocol.Estimation.Variance;

/**
 * The difference of two weighted means for the second computation, its error by adding up every participant's influence: what
 * one step of Newton's moves the mean by, alone and through the coefficients of the score.
 *
 * <p>By the sandwich the step is that of the equations of all (Lunceford and Davidian, Stat Med 2004;23:2937-2960, section 4),
 * by the jackknife that of the equations of the others (Lipsitz, Dear and Zhao, Biometrics 1994;50:842-846).
 *
 * @param through the regression of the first arm on the score's rows
 * @param event whether it happened
 * @param score each participant's chance of the first arm
 * @param estimator one that weights
 */
record WeightedByHand(LogisticByHand through, boolean[] event, double[] score, Estimator estimator) {

    /** Both risks, their difference and its error. */
    double[] difference(Variance variance) {
        double one = mean(true);
        double other = mean(false);
        double squares = 0;
        double[][] throughScore = through.steps(score, variance);
        double[] influence = new double[event.length];
        add(influence, true, 1, one, throughScore, variance);
        add(influence, false, -1, other, throughScore, variance);
        for (double own : influence) {
            squares += own * own;
        }
        double n = event.length;
        double factor = variance == Variance.ONE_STEP_JACKKNIFE ? (n - 1) / n : 1;
        return new double[] {one, other, one - other, Math.sqrt(factor * squares)};
    }

    private double mean(boolean arm) {
        double weights = 0;
        double events = 0;
        for (int i = 0; i < event.length; i++) {
            if (first(i) == arm) {
                weights += weight(i);
                events += event[i] ? weight(i) : 0;
            }
        }
        return events / weights;
    }

    /** Adds, with a sign, what each participant moves an arm's mean by. */
    private void add(
            double[] influence, boolean arm, int sign, double mean, double[][] throughScore, Variance variance) {
        double sum = 0;
        double[] pull = new double[throughScore[0].length];
        for (int i = 0; i < event.length; i++) {
            if (first(i) == arm) {
                sum += weight(i);
                LinearByHand.add(pull, through.rows().get(i), slope(i) * (y(i) - mean));
            }
        }
        for (int i = 0; i < event.length; i++) {
            boolean own = first(i) == arm;
            boolean out = own && variance == Variance.ONE_STEP_JACKKNIFE;
            double left = sum - (out ? weight(i) : 0);
            double pulled = LinearByHand.dot(pull, throughScore[i])
                    - (out
                            ? slope(i)
                                    * (y(i) - mean)
                                    * LinearByHand.dot(through.rows().get(i), throughScore[i])
                            : 0);
            influence[i] += sign * (pulled + (own ? weight(i) * (y(i) - mean) : 0)) / left;
        }
    }

    private boolean first(int i) {
        return through.response()[i];
    }

    private double y(int i) {
        return event[i] ? 1 : 0;
    }

    private double weight(int i) {
        double e = score[i];
        return switch (estimator) {
            case OVERLAP_WEIGHTS, AUGMENTED_OVERLAP -> first(i) ? 1 - e : e;
            case INVERSE_WEIGHTS, DOUBLY_ROBUST -> first(i) ? 1 / e : 1 / (1 - e);
            case TREATED_WEIGHTS -> first(i) ? 1 : e / (1 - e);
            case UNADJUSTED -> 1;
        };
    }

    /** How fast the weight grows with the logit of the score. */
    private double slope(int i) {
        double e = score[i];
        return switch (estimator) {
            case OVERLAP_WEIGHTS, AUGMENTED_OVERLAP -> first(i) ? -e * (1 - e) : e * (1 - e);
            case INVERSE_WEIGHTS, DOUBLY_ROBUST -> first(i) ? -(1 - e) / e : e / (1 - e);
            case TREATED_WEIGHTS -> first(i) ? 0 : e / (1 - e);
            case UNADJUSTED -> 0;
        };
    }
}
