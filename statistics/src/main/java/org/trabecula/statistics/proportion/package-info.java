/**
 * Shares of a count: one proportion, two of them side by side, and what can be said about the difference.
 * Everything here is a pure function of whole numbers.
 */
@NullMarked
package org.trabecula.statistics.proportion;

import org.jspecify.annotations.NullMarked;
