package org.trabecula.app.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.study.journal.Entry;
import org.trabecula.study.journal.Hash;
import org.trabecula.study.journal.Head;
import org.trabecula.study.journal.MerkleTree;
import org.trabecula.study.journal.Submission;

/**
 * Goes through the journal from its first entry and believes nothing: hashes are recomputed from the bytes, bytes are
 * decoded, columns are compared with what the bytes say. Whoever recomputes all later hashes after a change is caught
 * only by a former head that was kept elsewhere.
 */
final class Verifier {
    private static final int PAGE = 4_096;

    private final FactCodec codec;
    private final Optional<Head> former;
    private final MerkleTree tree = new MerkleTree();
    private final Map<String, Long> versions = new HashMap<>();
    private long sound;
    private Instant last = Instant.MIN;
    private Optional<String> submission = Optional.empty();

    Verifier(FactCodec codec, Optional<Head> former) {
        this.codec = codec;
        this.former = former;
    }

    Verification verify(Database database) {
        try (Connection connection = database.connect()) {
            Verification found = entries(new EntryTable(connection));
            if (found instanceof Verification.Sound) {
                found = database.damage(connection)
                        .<Verification>map(damage -> new Verification.Broken(0, damage))
                        .orElse(found);
            }
            return found;
        } catch (SQLException e) {
            return broken("The database cannot read it: " + e.getMessage());
        }
    }

    private Verification entries(EntryTable table) throws SQLException {
        List<StoredRow> rows = table.rows(0, PAGE);
        while (!rows.isEmpty()) {
            for (Checked checked : rows.parallelStream().map(this::check).toList()) {
                Optional<String> wrong = wrong(checked);
                if (wrong.isPresent()) {
                    return broken(wrong.get());
                }
                sound++;
            }
            rows = table.rows(sound, PAGE);
        }
        return end();
    }

    private Verification end() {
        Head head = new Head(sound, tree.head());
        Optional<Head> lost = former.filter(known -> known.position() > sound);
        if (lost.isPresent()) {
            return broken("The journal ends before it, but once reached position "
                    + lost.get().position());
        }
        return new Verification.Sound(head);
    }

    private Verification broken(String sentence) {
        return new Verification.Broken(sound + 1, sentence);
    }

    /** A row with what follows from its bytes alone. */
    private record Checked(StoredRow row, Hash leaf, Optional<Entry> entry, String unreadable) {}

    private Checked check(StoredRow row) {
        Hash leaf = MerkleTree.leaf(row.body());
        try {
            return new Checked(row, leaf, Optional.of(codec.decode(row.body())), "");
        } catch (StoreFault e) {
            return new Checked(row, leaf, Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    private Optional<String> wrong(Checked checked) {
        StoredRow row = checked.row();
        long position = sound + 1;
        if (row.position() != position) {
            return Optional.of("Entry " + position + " is missing; the next one is " + row.position());
        }
        if (!Arrays.equals(checked.leaf().bytes(), row.leaf())) {
            return Optional.of("Its bytes do not have the hash that was recorded for them");
        }
        if (checked.entry().isEmpty()) {
            return Optional.of(checked.unreadable());
        }
        return misplaced(row, checked.entry().get()).or(() -> head(checked));
    }

    private Optional<String> misplaced(StoredRow row, Entry entry) {
        if (entry.position() != row.position()) {
            return Optional.of("It says that it is entry " + entry.position());
        }
        if (!entry.stream().toString().equals(row.stream()) || entry.version() != row.version()) {
            return Optional.of("It is filed as version " + row.version() + " of " + row.stream() + " but says version "
                    + entry.version() + " of " + entry.stream());
        }
        long expected = versions.getOrDefault(row.stream(), 0L);
        if (entry.version() != expected) {
            return Optional.of("Version " + expected + " of " + row.stream() + " is missing before it");
        }
        if (entry.at().isBefore(last)) {
            return Optional.of("It was written before the entry that precedes it");
        }
        Optional<String> key = entry.submission().map(Submission::key);
        if (!row.submission().equals(key) && !(row.submission().isEmpty() && key.equals(submission))) {
            return Optional.of("It is filed under another submission than it says");
        }
        versions.put(row.stream(), expected + 1);
        last = entry.at();
        submission = key;
        return Optional.empty();
    }

    private Optional<String> head(Checked checked) {
        tree.append(checked.leaf());
        Head now = new Head(tree.size(), tree.head());
        if (!Arrays.equals(now.hash().bytes(), checked.row().head())) {
            return Optional.of("The head recorded after it does not follow from the entries");
        }
        return former.filter(head -> head.position() == now.position())
                .filter(head -> !head.equals(now))
                .map(head -> "The head here was once " + head.hash() + " and is now " + now.hash()
                        + ": an entry up to here was changed and all hashes were made anew");
    }
}
