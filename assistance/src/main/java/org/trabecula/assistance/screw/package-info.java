/** Finds pedicle screws and measures the bone around them. Shows numbers with what they cannot tell; never says that a screw is loose. */
@NullMarked
package org.trabecula.assistance.screw;

import org.jspecify.annotations.NullMarked;
