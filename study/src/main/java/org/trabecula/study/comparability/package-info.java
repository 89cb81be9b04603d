/**
 * Whether the arms can be compared: who received which cage, how alike they were before, and the propensity model. Nothing
 * here ever sees an outcome, so that the model is settled before anybody can know what it leads to.
 */
@NullMarked
package org.trabecula.study.comparability;

import org.jspecify.annotations.NullMarked;
