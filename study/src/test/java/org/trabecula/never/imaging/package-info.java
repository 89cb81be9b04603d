/** A chapter of the bad house. */
@NullMarked
package org.trabecula.never.imaging;

import org.jspecify.annotations.NullMarked;
