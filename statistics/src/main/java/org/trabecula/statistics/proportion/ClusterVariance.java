package org.trabecula.statistics.proportion;

/**
 * How alike units of a cluster are: the one-way analysis of variance of a yes-or-no outcome, pooled over groups.
 *
 * <p>Source: Donner A, Klar N, Am J Epidemiol 1994;140:279-289; Ridout MS et al., Biometrics 1999;55:137-148.
 *
 * @param between the mean square between clusters of the same group
 * @param within the mean square within clusters
 * @param typicalSize the cluster size that stands for unequal ones (m0)
 * @param correlation the intracluster correlation; it can be negative and is not cut off at 0
 */
public record ClusterVariance(double between, double within, double typicalSize, double correlation) {}
