/**
 * Drawing again: random streams that do not depend on who draws first, and the bootstrap built on them. Chance comes in
 * by parameter, so a seed and a stream number say everything about a result.
 */
@NullMarked
package org.trabecula.statistics.resample;

import org.jspecify.annotations.NullMarked;
