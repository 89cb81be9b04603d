/**
 * What went wrong: adverse events, device deficiencies, re-operations, deaths and deviations from the protocol.
 */
@NullMarked
package org.trabecula.study.safety;

import org.jspecify.annotations.NullMarked;
