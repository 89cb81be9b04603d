/** A chapter of the bad house. */
@NullMarked
package org.trabecula.never.conduct;

import org.jspecify.annotations.NullMarked;
