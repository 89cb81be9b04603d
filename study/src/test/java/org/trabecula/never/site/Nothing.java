package org.trabecula.never.site;

import org.jspecify.annotations.Nullable;

/** Breaks rule 7: returns null. */
record Nothing() {
    @Nullable
    String word() {
        return null;
    }
}
