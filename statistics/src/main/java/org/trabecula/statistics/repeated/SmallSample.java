package org.trabecula.statistics.repeated;

/**
 * How the uncertainty of a combination of fixed effects allows for covariances having been estimated. Programs give these
 * the same names and not always the same numbers, so each says what it is.
 */
public enum SmallSample {
    /**
     * Model-based standard error; degrees of freedom 2 v^2 / (g'Wg), v the squared error, g its derivatives with respect
     * to the covariance parameters, W the inverse of the observed information. R: mmrm; SAS uses the same formula.
     *
     * <p>Source: Fai AH, Cornelius PL, J Stat Comput Simul 1996;54:363-378.
     */
    SATTERTHWAITE,
    /**
     * Enlarged standard error, with the term R of second derivatives taken in the parameters of R's mmrm (for {@code
     * UNSTRUCTURED}: logarithms of standard deviations and a unit triangular factor). R: mmrm, {@code
     * vcov = "Kenward-Roger"}.
     *
     * <p>Source: Kenward MG, Roger JH, Biometrics 1997;53:983-997.
     */
    KENWARD_ROGER,
    /**
     * The same without the term R, which is zero where the covariance matrix is linear in its parameters; therefore what
     * SAS gives for an unstructured matrix. R: mmrm, {@code vcov = "Kenward-Roger-Linear"}.
     *
     * <p>Source: Kenward MG, Roger JH, Comput Stat Data Anal 2009;53:2583-2595.
     */
    KENWARD_ROGER_LINEAR,
    /**
     * Model-based standard error; the smallest degrees of freedom of the effects involved: subjects minus intercept and
     * effects between subjects, or rows minus subjects and effects within subjects. R: mmrm; SAS divides further.
     *
     * <p>Source: Schluchter MD, Elashoff JT, J Stat Comput Simul 1990;37:69-87.
     */
    BETWEEN_WITHIN
}
