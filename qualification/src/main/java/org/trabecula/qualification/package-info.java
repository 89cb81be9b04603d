/**
 * The statistical methods by name: each reads a case (inputs and tables), computes with {@code statistics}, and
 * answers named numbers. The same methods serve the shell and the comparison with reference cases made elsewhere,
 * which is how the product qualifies itself.
 */
@NullMarked
package org.trabecula.qualification;

import org.jspecify.annotations.NullMarked;
