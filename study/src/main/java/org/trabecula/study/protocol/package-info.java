/**
 * The ground: what the study has promised to do. Arms, schedule, forms, eligibility, reading charter, and the one
 * expression language in which its rules are written.
 */
@NullMarked
package org.trabecula.study.protocol;

import org.jspecify.annotations.NullMarked;
