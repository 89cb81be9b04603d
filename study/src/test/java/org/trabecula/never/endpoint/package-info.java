/** A chapter of the bad house. */
@NullMarked
package org.trabecula.never.endpoint;

import org.jspecify.annotations.NullMarked;
