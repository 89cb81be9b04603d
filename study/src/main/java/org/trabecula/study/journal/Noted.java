package org.trabecula.study.journal;

/** Something that is known, and the journal position that says so. */
public record Noted<T>(T what, long position) {}
