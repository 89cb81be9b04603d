/**
 * The ground: facts, entries and the append-only log that is the truth. State anywhere in the study is a fold of
 * these entries; leaves and heads are hashed as in RFC 9162, section 2.1.
 */
@NullMarked
package org.trabecula.study.journal;

import org.jspecify.annotations.NullMarked;
