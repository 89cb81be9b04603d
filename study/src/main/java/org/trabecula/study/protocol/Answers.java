package org.trabecula.study.protocol;

/**
 * The values that an expression may look at. A value is text as it was entered; a date is {@code yyyy-mm-dd}; the codes
 * of a checkbox stand with commas between; a value that is not there is the empty text.
 */
@FunctionalInterface
public interface Answers {
    String value(String field);
}
