/** A chapter of the bad house. */
@NullMarked
package org.trabecula.never.analysis;

import org.jspecify.annotations.NullMarked;
