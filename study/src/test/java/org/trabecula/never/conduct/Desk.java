package org.trabecula.never.conduct;

/** The Desk that the bad endpoint holds. */
public record Desk() {}
