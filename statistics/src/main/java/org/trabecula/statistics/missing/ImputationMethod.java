package org.trabecula.statistics.missing;

/** How one column's missing values are drawn, given all other columns. */
public enum ImputationMethod {
    /**
     * Bayesian linear regression under the usual flat prior: variance, then coefficients, then values. Source: Rubin 1987,
     * pages 166-167. R: {@code mice} method {@code norm}.
     */
    NORMAL,
    /**
     * Predictive mean matching: a value seen in one of the five units whose prediction is nearest; those seen are predicted
     * with the estimated, those missing with the drawn coefficients (type 1). Source: Little RJA, J Bus Econ Stat
     * 1988;6:287-296; van Buuren S, Flexible Imputation of Missing Data, 2nd edition 2018, section 3.4. R: {@code pmm}.
     */
    MATCHING,
    /**
     * For a column of zeros and ones: logistic regression with coefficients drawn from their normal approximation, kept
     * finite under separation by a few units of small weight. Source: Rubin 1987, pages 169-170; White IR, Daniel R, Royston
     * P, Comput Stat Data Anal 2010;54:2267-2275. R: {@code logreg}.
     */
    LOGISTIC
}
