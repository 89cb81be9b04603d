package org.trabecula.exchange.folder;

/** What {@code study.yaml} says about a form; its items stand in the dictionary. */
record FormHeading(String id, String title, boolean beforeConsent) {}
