/**
 * The mechanism that the study asks about, as a model: cage, speed of fusion, load left on the screws, loosening; and what
 * observers make of it. Each relation is one function whose {@link org.trabecula.simulation.mechanism.Parameter}s have a
 * unit, a source and an admissible range, so that the hypothesis can be false in the model as in life.
 */
@NullMarked
package org.trabecula.simulation.mechanism;

import org.jspecify.annotations.NullMarked;
