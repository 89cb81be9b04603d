/**
 * What was not seen: imputation by chained equations, pooling of what the imputed data sets say, and how far the missing
 * would have to differ from the seen before a conclusion changes.
 */
@NullMarked
package org.trabecula.statistics.missing;

import org.jspecify.annotations.NullMarked;
