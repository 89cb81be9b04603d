/** What comes in and goes out as text. Here: the places in a text and the problems found there; the chapters read. */
@NullMarked
package org.trabecula.exchange;

import org.jspecify.annotations.NullMarked;
