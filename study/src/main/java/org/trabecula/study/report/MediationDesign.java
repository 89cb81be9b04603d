package org.trabecula.study.report;

import org.trabecula.statistics.causal.Mediation;

/** The designs of both models of a mediation with interaction of arm and mediator. */
record MediationDesign(double[] covariate, boolean[] treated, boolean[] mediator) {

    Mediation.Designs designs() {
        int n = covariate.length;
        double[][] first = new double[n][];
        double[][] second = new double[n][];
        double[][][] firstUnder = new double[2][n][];
        double[][][][] secondUnder = new double[2][2][n][];
        for (int i = 0; i < n; i++) {
            first[i] = row(treated[i] ? 1 : 0, i);
            second[i] = row(treated[i] ? 1 : 0, mediator[i] ? 1 : 0, i);
            for (int a = 0; a < 2; a++) {
                firstUnder[a][i] = row(a, i);
                for (int m = 0; m < 2; m++) {
                    secondUnder[a][m][i] = row(a, m, i);
                }
            }
        }
        return new Mediation.Designs(first, firstUnder, second, secondUnder);
    }

    private double[] row(int arm, int unit) {
        return new double[] {1, arm, covariate[unit]};
    }

    private double[] row(int arm, int with, int unit) {
        return new double[] {1, arm, with, arm * with, covariate[unit]};
    }
}
