package org.trabecula.study.imaging;

import java.time.Instant;
import java.util.Optional;

/**
 * A submitted read with its place in the journal.
 *
 * @param attestation empty for a read from before reads were signed
 */
public record Read(String reader, Findings findings, long position, Instant at, Optional<Attestation> attestation) {

    boolean by(String user) {
        return reader.equalsIgnoreCase(user);
    }
}
