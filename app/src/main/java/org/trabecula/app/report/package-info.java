/**
 * The report: one source of headings, tables and drawings, written as a page, on paper and as files.
 */
@NullMarked
package org.trabecula.app.report;

import org.jspecify.annotations.NullMarked;
