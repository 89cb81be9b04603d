package org.trabecula.study.protocol;

/** A patient-reported outcome that the results summarise: a numeric item of a form. */
public record Score(String id, Text label, String form, String item) {}
