package org.trabecula.simulation.trial;

import java.util.Optional;
import org.trabecula.statistics.estimate.Interval;

/**
 * What one analysis found in one study.
 *
 * @param estimate titanium minus PEEK; 0 where the analysis is a test only
 * @param interval around it; empty where the analysis is a test only
 */
public record Finding(double estimate, Optional<Interval> interval, double p) {}
