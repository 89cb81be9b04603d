/** The demonstration: a virtual cohort written into a fresh installation through the same Desk and intake as real data. */
@NullMarked
package org.trabecula.app.demo;

import org.jspecify.annotations.NullMarked;
