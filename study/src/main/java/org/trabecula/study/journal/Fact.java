package org.trabecula.study.journal;

/**
 * Something that happened, told in the past tense. Every chapter seals its own facts; they are for ever: a kind that was
 * once recorded stays readable.
 */
public interface Fact {}
