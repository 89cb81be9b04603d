package org.trabecula.statistics.censored;

import org.trabecula.statistics.matrix.Newton;

/**
 * The log-likelihood of an accelerated-failure-time model in b = beta/sigma and tau = 1/sigma, in which it is concave:
 * E = tau log t - x'b. The parameters are b, then tau when it is free.
 */
final class AftLikelihood implements Newton.Hill {
    private final Law law;
    private final boolean free;
    private final double[] low;
    private final double[] high;
    private final double[][] x;
    private final int columns;
    private final double[] terms = new double[Law.TERMS];
    private final double[][] scores;

    /**
     * @param low the logarithms of the left ends, minus infinity for 0
     * @param high the logarithms of the right ends; equal to the left one for an exact time
     */
    AftLikelihood(TimeLaw law, double[] low, double[] high, double[][] x) {
        this.law = law.error();
        this.free = law.freeScale();
        this.low = low;
        this.high = high;
        this.x = x;
        this.columns = x[0].length;
        this.scores = new double[x.length][columns + (free ? 1 : 0)];
    }

    /** Each subject's gradient where {@link #derive} was last called. */
    double[][] scores() {
        return scores;
    }

    /** Whether both ends of each subject's interval are finite and differ. */
    boolean[] between() {
        boolean[] between = new boolean[low.length];
        for (int i = 0; i < low.length; i++) {
            between[i] = low[i] != high[i] && Double.isFinite(low[i]) && Double.isFinite(high[i]);
        }
        return between;
    }

    @Override
    public double at(double[] parameters) {
        double tau = free ? parameters[columns] : 1;
        if (!(tau > 0)) {
            return Double.NEGATIVE_INFINITY;
        }
        double sum = 0;
        for (int i = 0; i < low.length; i++) {
            double centre = centre(i, parameters);
            sum += low[i] == high[i]
                    ? law.logDensity(tau * low[i] - centre) + Math.log(tau) - low[i]
                    : law.logChance(tau * low[i] - centre, tau * high[i] - centre);
        }
        return sum;
    }

    @Override
    public double[][] derive(double[] parameters, double[] gradient) {
        double tau = free ? parameters[columns] : 1;
        double[][] information = new double[parameters.length][parameters.length];
        for (int i = 0; i < low.length; i++) {
            boolean exact = low[i] == high[i];
            double centre = centre(i, parameters);
            if (exact) {
                density(tau * low[i] - centre);
            } else {
                law.derive(tau * low[i] - centre, tau * high[i] - centre, terms);
            }
            add(i, exact ? 1 / tau : 0, information);
            for (int j = 0; j < gradient.length; j++) {
                gradient[j] += scores[i][j];
            }
        }
        for (int j = 0; j < parameters.length; j++) {
            for (int k = 0; k < j; k++) {
                information[k][j] = information[j][k];
            }
        }
        return information;
    }

    /** @param own what the factor tau of a density adds to the gradient by tau */
    private void add(int i, double own, double[][] information) {
        double from = Double.isInfinite(low[i]) ? 0 : low[i];
        double to = Double.isInfinite(high[i]) ? 0 : high[i];
        double lower = terms[Law.LOW_LOW] + terms[Law.LOW_HIGH];
        double upper = terms[Law.LOW_HIGH] + terms[Law.HIGH_HIGH];
        for (int j = 0; j < columns; j++) {
            scores[i][j] = -x[i][j] * (terms[Law.LOW] + terms[Law.HIGH]);
            for (int k = 0; k <= j; k++) {
                information[j][k] -= x[i][j] * x[i][k] * (lower + upper);
            }
            if (free) {
                information[columns][j] += x[i][j] * (from * lower + to * upper);
            }
        }
        if (free) {
            scores[i][columns] = from * terms[Law.LOW] + to * terms[Law.HIGH] + own;
            information[columns][columns] += own * own
                    - from * from * terms[Law.LOW_LOW]
                    - 2 * from * to * terms[Law.LOW_HIGH]
                    - to * to * terms[Law.HIGH_HIGH];
        }
    }

    /** An exact time has one end: its density takes the place of the chance. */
    private void density(double z) {
        terms[Law.LOW] = law.slope(z);
        terms[Law.HIGH] = 0;
        terms[Law.LOW_LOW] = law.bend(z);
        terms[Law.LOW_HIGH] = 0;
        terms[Law.HIGH_HIGH] = 0;
    }

    private double centre(int subject, double[] parameters) {
        double sum = 0;
        for (int j = 0; j < columns; j++) {
            sum += x[subject][j] * parameters[j];
        }
        return sum;
    }
}
