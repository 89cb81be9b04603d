/**
 * Outcomes that a team already has in a spreadsheet, one row per participant and visit. All rows come in or none, with
 * every wrong cell named as the spreadsheet names it.
 */
@NullMarked
package org.trabecula.exchange.table;

import org.jspecify.annotations.NullMarked;
