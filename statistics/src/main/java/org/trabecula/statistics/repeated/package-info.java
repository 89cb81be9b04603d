/**
 * One response seen again and again: the mixed model for repeated measures, and what is said of a single visit (analysis
 * of covariance with robust errors, two samples compared).
 */
@NullMarked
package org.trabecula.statistics.repeated;

import org.jspecify.annotations.NullMarked;
