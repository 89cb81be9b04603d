/** A chapter of the bad house. */
@NullMarked
package org.trabecula.never.form;

import org.jspecify.annotations.NullMarked;
