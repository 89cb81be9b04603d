/**
 * A house that breaks every never-rule once, so that each rule is seen to fail. Nothing here is part of the program.
 */
@NullMarked
package org.trabecula.never;

import org.jspecify.annotations.NullMarked;
