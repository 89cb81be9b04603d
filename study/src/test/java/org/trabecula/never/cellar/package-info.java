/** A chapter of the bad house. */
@NullMarked
package org.trabecula.never.cellar;

import org.jspecify.annotations.NullMarked;
