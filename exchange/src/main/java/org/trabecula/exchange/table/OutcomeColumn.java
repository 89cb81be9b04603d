package org.trabecula.exchange.table;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The columns of a table of outcomes. */
enum OutcomeColumn {
    SUBJECT,
    ARM,
    VISIT,
    FUSION,
    LOOSENING,
    SCREWS,
    SCREWS_LOOSE,
    ODI,
    VAS_BACK,
    VAS_LEG;

    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether a table may do without it. */
    boolean optional() {
        return this != SUBJECT && this != ARM && this != VISIT;
    }

    static Optional<OutcomeColumn> titled(String title) {
        return Arrays.stream(values())
                .filter(column -> column.title().equalsIgnoreCase(title))
                .findFirst();
    }

    static String titles() {
        return Arrays.stream(values()).map(OutcomeColumn::title).collect(Collectors.joining(","));
    }
}
