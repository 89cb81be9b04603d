package org.trabecula.never.site;

/** Breaks rule 7: a field that is injected. */
final class Injected {
    @Inject
    String word = "";
}
