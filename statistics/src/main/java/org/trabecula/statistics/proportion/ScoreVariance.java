package org.trabecula.statistics.proportion;

/**
 * Which variance a score statistic of two proportions is divided by. Programs differ here, and with small groups the
 * difference is seen: for 0/10 against 0/20 the interval of the risk difference is (-0.166, 0.284) or (-0.161, 0.278).
 */
public enum ScoreVariance {
    /**
     * The binomial variance at the restricted estimates times N/(N - 1), N being both groups together.
     *
     * <p>Source: Miettinen O, Nurminen M, Stat Med 1985;4:213-226. SAS: {@code RISKDIFF(CL=MN)}.
     */
    MIETTINEN_NURMINEN,
    /**
     * The binomial variance at the restricted estimates as it is.
     *
     * <p>Source: for the difference Mee RW, Biometrics 1984;40:1175-1176 and Farrington CP, Manning G, Stat Med
     * 1990;9:1447-1454; for the ratio Koopman PAR, Biometrics 1984;40:513-517; for the odds ratio Cornfield J, 1956.
     */
    PLAIN;

    /** What the plain variance is multiplied by for so many in both groups together. */
    double factor(long total) {
        return switch (this) {
            case MIETTINEN_NURMINEN -> total / (total - 1.0);
            case PLAIN -> 1;
        };
    }
}
