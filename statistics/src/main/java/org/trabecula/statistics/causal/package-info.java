/**
 * The effect of a treatment that nobody drew by lot: propensity scores and weights, balance, outcome models and both
 * together, what an unmeasured confounder would have to be, and effects through a mediator. Every standard error carries
 * the models that came before, through stacked estimating equations.
 */
@NullMarked
package org.trabecula.statistics.causal;

import org.jspecify.annotations.NullMarked;
