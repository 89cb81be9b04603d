package org.trabecula.statistics.cluster;

/** How the scale and the working correlation are estimated from n Pearson residuals and p coefficients. */
public enum MomentConvention {
    /**
     * The scale divides by n, correlations by their number of pairs; an autoregressive correlation is the least squares
     * fit to all pairs. R: {@code geepack::geeglm}.
     *
     * <p>Source: Yan J, Fine J, Stat Med 2004;23:859-874.
     */
    GEEPACK,
    /**
     * The scale divides by n - p, correlations by their number of pairs less p; an autoregressive correlation uses
     * neighbours only. SAS: PROC GENMOD; R: {@code gee::gee}.
     *
     * <p>Source: Liang KY, Zeger SL, Biometrika 1986;73:13-22, section 4.
     */
    SAS
}
