/**
 * What the study measures: settled findings folded to yes, no or missing, with the entries behind them.
 */
@NullMarked
package org.trabecula.study.endpoint;

import org.jspecify.annotations.NullMarked;
