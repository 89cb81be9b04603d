/** What must never be: the class with which the never-rules are seen to fail. */
@NullMarked
package org.trabecula.app.bad;

import org.jspecify.annotations.NullMarked;
