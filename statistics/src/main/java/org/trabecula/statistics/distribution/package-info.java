/**
 * What the library of distributions lacks: quantiles to the last digits, the noncentral t, the studentised range, two
 * normal variables at once, and logarithms of tails too small for a double.
 */
@NullMarked
package org.trabecula.statistics.distribution;

import org.jspecify.annotations.NullMarked;
