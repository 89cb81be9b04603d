/** What a study can show before it has begun: sample size, power, levels shared between endpoints and between looks. */
@NullMarked
package org.trabecula.statistics.design;

import org.jspecify.annotations.NullMarked;
