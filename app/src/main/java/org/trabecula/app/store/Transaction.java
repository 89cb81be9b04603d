package org.trabecula.app.store;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trabecula.study.journal.Appended;
import org.trabecula.study.journal.Draft;
import org.trabecula.study.journal.Entry;
import org.trabecula.study.journal.StreamId;
import org.trabecula.study.journal.Submission;

/**
 * The appends of one commit, each judged against what the journal holds and what was accepted before it in the same
 * commit. A conflict of one leaves the others alone, because it is found before anything is written.
 */
final class Transaction {
    private final EntryTable table;
    private final FactCodec codec;
    private final Map<StreamId, Long> versions = new HashMap<>();
    private final Set<String> submissions = new HashSet<>();
    private final List<EntryRow> rows = new ArrayList<>();
    private long position;
    private Instant last;

    Transaction(EntryTable table, FactCodec codec, long position, Instant last) {
        this.table = table;
        this.codec = codec;
        this.position = position;
        this.last = last;
    }

    /** Accepts all drafts or none. */
    Appended accept(List<Draft> drafts) throws SQLException {
        Optional<String> conflict = conflict(drafts);
        if (conflict.isPresent()) {
            return new Appended.Conflict(conflict.get());
        }
        List<Entry> entries = entries(drafts);
        List<EntryRow> accepted = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        for (Entry entry : entries) {
            Optional<String> key = entry.submission().map(Submission::key).filter(keys::add);
            accepted.add(EntryRow.of(entry, key, readable(entry)));
        }
        entries.forEach(entry -> versions.put(entry.stream(), entry.version() + 1));
        submissions.addAll(keys);
        rows.addAll(accepted);
        position += entries.size();
        if (!entries.isEmpty()) {
            last = entries.getLast().at();
        }
        return new Appended.Committed(entries);
    }

    /** The machine's clock may have been set back; the journal's time never runs back. */
    private List<Entry> entries(List<Draft> drafts) {
        List<Entry> entries = new ArrayList<>();
        Instant time = last;
        for (Draft draft : drafts) {
            time = draft.at().isBefore(time) ? time : draft.at();
            Entry said = Entry.of(position + entries.size() + 1, draft);
            entries.add(new Entry(
                    said.position(),
                    said.stream(),
                    said.version(),
                    time,
                    said.actor(),
                    said.reason(),
                    said.submission(),
                    said.fact()));
        }
        return entries;
    }

    /** What could not be read back the same is never written. */
    private byte[] readable(Entry entry) {
        byte[] body = codec.encode(entry);
        if (!codec.decode(body).equals(entry)) {
            throw new StoreFault("This entry would not be read back as it is: " + entry);
        }
        return body;
    }

    /** A key stands in a column of text; not every database takes every character there. */
    private static String plain(String key) {
        if (key.chars().anyMatch(letter -> letter < ' ' || letter == 0x7f || Character.isSurrogate((char) letter))) {
            throw new IllegalArgumentException("A submission's key has no control characters");
        }
        return key;
    }

    private Optional<String> conflict(List<Draft> drafts) throws SQLException {
        Map<StreamId, Long> next = new HashMap<>();
        Set<String> keys = new HashSet<>();
        for (Draft draft : drafts) {
            StreamId stream = draft.stream();
            long expected = next.containsKey(stream) ? next.get(stream) : nextVersion(stream);
            if (draft.version() != expected) {
                return Optional.of("The next version of " + stream + " is " + expected + ", not " + draft.version());
            }
            next.put(stream, expected + 1);
            Optional<String> key = draft.submission().map(Submission::key).filter(keys::add);
            if (key.isPresent() && taken(plain(key.get()))) {
                return Optional.of("The submission " + key.get() + " is already in the journal");
            }
        }
        return Optional.empty();
    }

    private long nextVersion(StreamId stream) throws SQLException {
        Long next = versions.get(stream);
        return next != null ? next : table.nextVersion(stream);
    }

    private boolean taken(String key) throws SQLException {
        return submissions.contains(key) || table.knows(key);
    }

    List<EntryRow> rows() {
        return rows;
    }

    Instant last() {
        return last;
    }
}
