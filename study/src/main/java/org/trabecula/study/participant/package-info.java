/**
 * From screening to consent: who is asked, who is eligible, who takes part, who leaves.
 */
@NullMarked
package org.trabecula.study.participant;

import org.jspecify.annotations.NullMarked;
