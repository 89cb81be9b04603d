/**
 * What was written down: forms, their items, and the checks an answer has to pass.
 */
@NullMarked
package org.trabecula.study.form;

import org.jspecify.annotations.NullMarked;
