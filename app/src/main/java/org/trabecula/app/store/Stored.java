package org.trabecula.app.store;

import org.trabecula.study.journal.Hash;

/**
 * An entry as it lies in the database, before anything about it is believed.
 *
 * @param body the bytes that were hashed
 * @param leaf their hash as it was stored
 */
public record Stored(byte[] body, Hash leaf) {}
