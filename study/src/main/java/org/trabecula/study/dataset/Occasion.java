package org.trabecula.study.dataset;

import java.util.OptionalDouble;
import org.trabecula.study.endpoint.VisitOutcomes;
import org.trabecula.study.protocol.Timepoint;

/**
 * One participant at one visit as it was held, whatever the plan's windows say: a look at the day on which it was made.
 *
 * @param month after surgery by the day on which the visit was held, the planned month where a day is not known; empty when
 *     it was not held
 */
record Occasion(Timepoint at, OptionalDouble month, VisitOutcomes outcomes) {}
