/** A chapter of the bad house. */
@NullMarked
package org.trabecula.never.comparability;

import org.jspecify.annotations.NullMarked;
