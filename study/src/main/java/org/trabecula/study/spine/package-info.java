/**
 * The ground: the lumbar spine as the study speaks of it, from vertebra and segment to screw site and fusion grade.
 */
@NullMarked
package org.trabecula.study.spine;

import org.jspecify.annotations.NullMarked;
