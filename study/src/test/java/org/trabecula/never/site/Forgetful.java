package org.trabecula.never.site;

/** Breaks rule 7: a static that is written to. */
final class Forgetful {
    static int count;

    private Forgetful() {}
}
