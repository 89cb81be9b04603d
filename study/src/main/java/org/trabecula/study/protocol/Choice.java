package org.trabecula.study.protocol;

/** One entry of a code list. */
public record Choice(String code, Text label) {}
