/** A chapter of the bad house. */
@NullMarked
package org.trabecula.never.visit;

import org.jspecify.annotations.NullMarked;
