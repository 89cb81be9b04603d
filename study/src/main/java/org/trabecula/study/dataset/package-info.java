/**
 * The analysis data set: what each participant contributes to the comparison at one data cut, with the entries that say so.
 */
@NullMarked
package org.trabecula.study.dataset;

import org.jspecify.annotations.NullMarked;
