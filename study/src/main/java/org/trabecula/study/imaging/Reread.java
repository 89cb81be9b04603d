package org.trabecula.study.imaging;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A case that a reader reads a second time, to be compared with himself. It settles nothing.
 *
 * @param from the first day on which it is among his cases
 * @param read empty until he has read it again
 */
public record Reread(String reader, LocalDate from, Optional<Read> read) {

    boolean of(String user) {
        return reader.equalsIgnoreCase(user);
    }
}
