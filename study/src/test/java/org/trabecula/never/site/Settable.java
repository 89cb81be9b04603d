package org.trabecula.never.site;

/** Breaks rule 7: a setter. */
final class Settable {
    private int value;

    void setValue(int next) {
        value = next;
    }

    int value() {
        return value;
    }
}
