/**
 * What was put into the spine: the surgery, every screw and every cage.
 */
@NullMarked
package org.trabecula.study.implant;

import org.jspecify.annotations.NullMarked;
