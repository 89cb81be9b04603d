/** Proposes where to measure the Hounsfield units of a vertebra. */
@NullMarked
package org.trabecula.assistance.bone;

import org.jspecify.annotations.NullMarked;
