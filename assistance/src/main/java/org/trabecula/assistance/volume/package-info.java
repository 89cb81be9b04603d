/** A CT as numbers in space: what the assistants measure in. */
@NullMarked
package org.trabecula.assistance.volume;

import org.jspecify.annotations.NullMarked;
