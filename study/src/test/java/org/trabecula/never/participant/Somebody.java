package org.trabecula.never.participant;

/** Whom the peeping reader sees. */
public record Somebody(String id) {}
