package org.trabecula.study.imaging;

/**
 * One de-identified image as stored.
 *
 * @param uid its new SOP Instance UID
 * @param sha256 hash of the stored bytes, by which the file is found, 64 hexadecimal digits
 */
public record ReceivedInstance(String uid, String sha256) {}
