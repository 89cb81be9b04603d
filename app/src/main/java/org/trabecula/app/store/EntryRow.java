package org.trabecula.app.store;

import java.util.Optional;
import org.trabecula.study.journal.Entry;
import org.trabecula.study.journal.Hash;
import org.trabecula.study.journal.MerkleTree;

/**
 * A row of the table {@code entry} before it has a head.
 *
 * @param submission the submission's key; of several entries of one append only the first carries it, since it is unique
 * @param body the bytes of the entry, hashed exactly as stored
 * @param leaf SHA-256(0x00 || body)
 */
@SuppressWarnings("ArrayRecordComponent") // The bytes are the point; rows are never compared.
record EntryRow(long position, String stream, long version, Optional<String> submission, byte[] body, Hash leaf) {

    static EntryRow of(Entry entry, Optional<String> submission, byte[] body) {
        return new EntryRow(
                entry.position(), entry.stream().toString(), entry.version(), submission, body, MerkleTree.leaf(body));
    }
}
