/**
 * Virtual studies on Apache Spark, for those who have more machines than one. A program of its own: the shell starts it, says which
 * studies, and reads their lines. The only place that knows Spark.
 */
@NullMarked
package org.trabecula.cluster;

import org.jspecify.annotations.NullMarked;
