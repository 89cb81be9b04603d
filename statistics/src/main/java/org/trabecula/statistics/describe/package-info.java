/** What a column of numbers looks like before any model is fitted to it. */
@NullMarked
package org.trabecula.statistics.describe;

import org.jspecify.annotations.NullMarked;
