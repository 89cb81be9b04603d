package org.trabecula.never.site;

/** Breaks rule 7: a name that says nothing. */
record WordHelper() {}
