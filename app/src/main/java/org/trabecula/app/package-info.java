/**
 * The running program: {@link org.trabecula.app.Main} puts store, web and command line together.
 */
@NullMarked
package org.trabecula.app;

import org.jspecify.annotations.NullMarked;
