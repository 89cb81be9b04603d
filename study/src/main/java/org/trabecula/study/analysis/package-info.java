/**
 * What the study found: rates, comparisons and scores by arm at one data cut.
 */
@NullMarked
package org.trabecula.study.analysis;

import org.jspecify.annotations.NullMarked;
