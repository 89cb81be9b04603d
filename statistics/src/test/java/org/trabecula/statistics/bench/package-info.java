/**
 * How long the statistics take, measured with JMH beside R's time for the same task. Started by
 * {@code ./trabecula bench statistics}; nothing here is a test, and nothing here ships.
 */
@NullMarked
package org.trabecula.statistics.bench;

import org.jspecify.annotations.NullMarked;
