package org.trabecula.exchange;

/** A text that was brought in, and the name by which problems call it. */
public record TextFile(String name, String text) {}
