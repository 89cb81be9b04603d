package org.trabecula.study.imaging;

/** A case that somebody has read, under the handle that it had for him, and what he said. */
public record Done(ReadTask task, Read read) {}
