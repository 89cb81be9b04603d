/** A chapter of the bad house. */
@NullMarked
package org.trabecula.never.site;

import org.jspecify.annotations.NullMarked;
