/**
 * What the study as a whole has passed: the design of its comparison signed before outcomes are seen, its data locked.
 */
@NullMarked
package org.trabecula.study.milestone;

import org.jspecify.annotations.NullMarked;
