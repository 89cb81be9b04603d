package org.trabecula.study.protocol;

/** A rule across the items of one form: a statement that has to hold, and the sentence for when it does not. */
public record EditCheck(String id, String form, String item, Logic statement, Text message) {}
