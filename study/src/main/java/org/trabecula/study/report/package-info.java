/**
 * The report's tables as data: each computed from the analysis data set, each number with what it was computed from.
 */
@NullMarked
package org.trabecula.study.report;

import org.jspecify.annotations.NullMarked;
