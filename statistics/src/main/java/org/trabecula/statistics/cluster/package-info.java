/**
 * Logistic models for units that come in clusters, such as screws in participants or visits of one child: marginal models
 * with robust variances that hold with few clusters, and the model with a random intercept.
 */
@NullMarked
package org.trabecula.statistics.cluster;

import org.jspecify.annotations.NullMarked;
