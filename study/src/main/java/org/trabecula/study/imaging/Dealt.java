package org.trabecula.study.imaging;

import java.time.Instant;

/** A reader who is to read a case, and since when. */
public record Dealt(String reader, Instant since) {

    boolean to(String user) {
        return reader.equalsIgnoreCase(user);
    }
}
