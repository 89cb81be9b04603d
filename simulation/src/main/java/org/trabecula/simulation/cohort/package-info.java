/**
 * A virtual cohort of the reference study: participants who are screened, operated, seen and read, written through the
 * study's own Desk as real ones would be.
 */
@NullMarked
package org.trabecula.simulation.cohort;

import org.jspecify.annotations.NullMarked;
