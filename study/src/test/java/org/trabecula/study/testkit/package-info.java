/**
 * What tests of the study are told with: a journal in memory, a little protocol built in code, and stories that read as
 * given, when, then. Published as a test jar for the modules above.
 */
@NullMarked
package org.trabecula.study.testkit;

import org.jspecify.annotations.NullMarked;
