package org.trabecula.study.protocol;

/**
 * One item of eligibility: a statement that has to hold.
 *
 * @param exclusion whether the protocol lists it as an exclusion (the statement then says that it is absent)
 */
public record Criterion(String id, boolean exclusion, Text label, Logic statement) {}
