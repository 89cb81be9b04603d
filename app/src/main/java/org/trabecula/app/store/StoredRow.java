package org.trabecula.app.store;

import java.util.Optional;

/** A row of the table {@code entry} as it is found, before anything about it is believed. */
@SuppressWarnings("ArrayRecordComponent") // The bytes are the point; rows are never compared.
record StoredRow(
        long position,
        String stream,
        long version,
        Optional<String> submission,
        byte[] body,
        byte[] leaf,
        byte[] head) {}
