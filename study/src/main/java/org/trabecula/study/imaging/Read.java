package org.trabecula.study.imaging;

/** A submitted read with its place in the journal. */
public record Read(String reader, Findings findings, long position) {}
