/**
 * What an estimate is: a number with its error, the interval around it, and what stands in its place when the data
 * do not allow one.
 */
@NullMarked
package org.trabecula.statistics.estimate;

import org.jspecify.annotations.NullMarked;
