/**
 * Running the study: the Desk, which alone writes to the journal, and the Casebook, one participant's state.
 */
@NullMarked
package org.trabecula.study.conduct;

import org.jspecify.annotations.NullMarked;
