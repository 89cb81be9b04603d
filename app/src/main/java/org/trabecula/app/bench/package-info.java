/** Measurements that anybody can repeat: {@code trabecula bench}. Whole programs over real HTTP, medians of several runs. */
@NullMarked
package org.trabecula.app.bench;

import org.jspecify.annotations.NullMarked;
