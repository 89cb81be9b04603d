/**
 * Small dense linear algebra (up to some thirty columns) for the estimators: factorisations that say so when a matrix is
 * singular, and the products that sandwiches are made of. Hot loops keep a factorisation as a workspace.
 */
@NullMarked
package org.trabecula.statistics.matrix;

import org.jspecify.annotations.NullMarked;
