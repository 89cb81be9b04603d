package org.trabecula.study.protocol;

/**
 * Something that a well-formed rule gets wrong about the items it looks at.
 *
 * @param column where in the rule, counted from 1
 */
public record LogicFlaw(int column, String sentence) {}
