/**
 * A study as a folder of text: {@code study.yaml}, forms in the columns of REDCap's data dictionary, and translations.
 * Reading it is also checking it; every problem names its place and its rule.
 */
@NullMarked
package org.trabecula.exchange.folder;

import org.jspecify.annotations.NullMarked;
