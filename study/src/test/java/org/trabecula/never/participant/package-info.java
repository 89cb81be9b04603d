/** A chapter of the bad house. */
@NullMarked
package org.trabecula.never.participant;

import org.jspecify.annotations.NullMarked;
