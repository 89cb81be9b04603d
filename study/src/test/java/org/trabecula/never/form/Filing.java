package org.trabecula.never.form;

import java.io.File;
import java.nio.file.Path;

/** Breaks rule 1: knows files. */
record Filing(Path path) {
    File file() {
        return path.toFile();
    }
}
