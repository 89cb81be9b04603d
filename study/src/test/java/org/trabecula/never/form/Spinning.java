package org.trabecula.never.form;

/** Breaks rule 1: knows threads. */
record Spinning(Thread thread) {}
