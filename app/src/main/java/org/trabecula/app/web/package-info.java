/** The pages: routes that say who may use them, typed pages, and the words in which they speak. Spring lives here only. */
@NullMarked
package org.trabecula.app.web;

import org.jspecify.annotations.NullMarked;
