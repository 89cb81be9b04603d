package org.trabecula.study.endpoint;

import java.util.Locale;

/** What a rate counts. Screw and participant rates differ threefold, so every number says its unit. */
public enum Unit {
    PARTICIPANT,
    SCREW;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
