package org.trabecula.never.cellar;

/** Breaks rule 2: stands in no chapter. */
record Stray() {}
