package org.trabecula.study.journal;

/** The journal up to a position, and the RFC 9162 tree head over those entries: a data cut that anybody can check. */
public record Head(long position, Hash hash) {}
