/** Where a function of one variable is zero. */
@NullMarked
package org.trabecula.statistics.solve;

import org.jspecify.annotations.NullMarked;
