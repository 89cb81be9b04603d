package org.trabecula.simulation.cohort;

import java.time.LocalDate;

/**
 * How far the making of a cohort has come.
 *
 * @param day the simulated day (UTC)
 * @param share of the simulated time that has passed, 0 to 1
 * @param entries recorded so far
 */
public record Progress(LocalDate day, double share, long entries) {}
