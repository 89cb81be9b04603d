/**
 * How far readers, methods and tests agree: with each other, with the truth, and with a blind that should hold. Reads
 * are numbers: categories from 0 in their order, or measurements.
 */
@NullMarked
package org.trabecula.statistics.agreement;

import org.jspecify.annotations.NullMarked;
