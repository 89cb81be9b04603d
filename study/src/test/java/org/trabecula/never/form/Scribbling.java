package org.trabecula.never.form;

import java.util.List;
import org.trabecula.study.journal.Appended;
import org.trabecula.study.journal.Journal;

/** Breaks rule 4: writes past the Desk. */
record Scribbling(Journal journal) {
    Appended scribble() {
        return journal.append(List.of());
    }
}
