/**
 * When participants are seen: windows around the surgery date, visits held and missed, outcomes transcribed.
 */
@NullMarked
package org.trabecula.study.visit;

import org.jspecify.annotations.NullMarked;
