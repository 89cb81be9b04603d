package org.trabecula.statistics.cluster;

/**
 * What a cluster's residuals e are made before they enter the sandwich; m clusters, n units, p coefficients, H the part of
 * the hat matrix within the cluster. R: {@code clubSandwich::vcovCR}.
 *
 * <p>Source: Bell RM, McCaffrey DF, Survey Methodology 2002;28:169-181; Pustejovsky JE, Tipton E, J Bus Econ Stat
 * 2018;36:672-683.
 */
public enum ClusterRobust {
    /** e: the plain sandwich. */
    CR0,
    /** e times the root of m / (m - 1). */
    CR1,
    /** e times the root of m (n - 1) / ((m - 1) (n - p)), as Stata has it. */
    CR1S,
    /** e times a symmetric root that makes the variance unbiased if units are independent. */
    CR2,
    /** (I - H)^-1 e, nearly the jackknife over clusters. */
    CR3
}
