/**
 * Regression for independent units: logistic by maximum likelihood, logistic with Firth's penalty where events are few or
 * separated, and linear least squares.
 */
@NullMarked
package org.trabecula.statistics.regression;

import org.jspecify.annotations.NullMarked;
