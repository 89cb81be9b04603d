/**
 * Estimating equations: estimators that are the root of a sum over units, stacked on the models that they need, with the
 * sandwich that carries the uncertainty of every stage into the last.
 */
@NullMarked
package org.trabecula.statistics.estimating;

import org.jspecify.annotations.NullMarked;
