package org.trabecula.study.imaging;

import java.util.Optional;

/**
 * One de-identified image as stored.
 *
 * @param uid its new SOP Instance UID
 * @param sha256 hash of the stored bytes, by which the file is found, 64 hexadecimal digits
 * @param hold why a person has to see the pixels before anybody else does; empty if nobody has to
 */
public record ReceivedInstance(String uid, String sha256, Optional<Hold> hold) {

    /** An image that need not wait. */
    public ReceivedInstance(String uid, String sha256) {
        this(uid, sha256, Optional.empty());
    }
}
