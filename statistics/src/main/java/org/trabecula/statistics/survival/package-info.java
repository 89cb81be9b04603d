/**
 * Times of which each is known or known to be later than the end of observation: curves, the tests that compare them,
 * proportional-hazards regression, and the chances of events that exclude each other.
 */
@NullMarked
package org.trabecula.statistics.survival;

import org.jspecify.annotations.NullMarked;
