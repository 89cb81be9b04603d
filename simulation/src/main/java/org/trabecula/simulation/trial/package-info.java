/**
 * Whole plans tried on virtual studies: each draws its participants from {@code mechanism}, has them read, judged by the
 * charter and the endpoints, and analysed by the estimators that real data get. What comes out are power, errors of the first
 * kind, bias and coverage, each with its Monte Carlo error.
 */
@NullMarked
package org.trabecula.simulation.trial;

import org.jspecify.annotations.NullMarked;
