/**
 * Times that are known only to lie between two looks: the curve that fits them best, the tests that compare curves, and
 * the regressions, with a law for the times and without one.
 */
@NullMarked
package org.trabecula.statistics.censored;

import org.jspecify.annotations.NullMarked;
