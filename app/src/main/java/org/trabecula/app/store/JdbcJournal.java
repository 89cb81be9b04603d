package org.trabecula.app.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.trabecula.study.journal.Appended;
import org.trabecula.study.journal.Draft;
import org.trabecula.study.journal.Entry;
import org.trabecula.study.journal.Head;
import org.trabecula.study.journal.Journal;
import org.trabecula.study.journal.MerkleTree;
import org.trabecula.study.journal.StreamId;

/** The journal in one table of a database. Safe for use by any number of threads, virtual ones above all. */
final class JdbcJournal implements Journal, AutoCloseable {
    private static final int PAGE = 8_192;

    private final FactCodec codec;
    private final Connections connections;
    private final GroupCommit commits;

    private JdbcJournal(FactCodec codec, Connections connections, JournalWriter writer) {
        this.codec = codec;
        this.connections = connections;
        this.commits = GroupCommit.start(writer);
    }

    /** Opens the journal, or makes an empty one. */
    static JdbcJournal open(Database database, FactCodec codec) {
        try {
            database.lay(EntryTable.LAYOUT);
            return new JdbcJournal(codec, new Connections(database), JournalWriter.open(database, codec));
        } catch (SQLException e) {
            throw new StoreFault("The journal (" + database.name() + ") cannot be opened: " + e.getMessage(), e);
        }
    }

    @Override
    public Appended append(List<Draft> drafts) {
        return drafts.isEmpty() ? new Appended.Committed(List.of()) : commits.append(drafts);
    }

    /** The next page is fetched while this one is decoded, and a page is decoded by all processors. */
    @Override
    public void replay(long after, long to, Consumer<Entry> reader) {
        CompletableFuture<List<byte[]>> coming = page(after, to);
        long position = after;
        for (List<byte[]> page = coming.join(); !page.isEmpty(); page = coming.join()) {
            coming = page(position + page.size(), to);
            for (Entry entry : page.parallelStream().map(codec::decode).toList()) {
                position++;
                if (entry.position() != position) {
                    throw new StoreFault("Entry " + position + " is missing from the journal");
                }
                reader.accept(entry);
            }
        }
    }

    private CompletableFuture<List<byte[]>> page(long after, long to) {
        return CompletableFuture.supplyAsync(
                () -> connections.with(connection -> new EntryTable(connection).bodies(after, to, PAGE)));
    }

    @Override
    public List<Entry> about(StreamId stream) {
        return connections.with(connection -> new EntryTable(connection).bodiesAbout(stream)).stream()
                .map(codec::decode)
                .toList();
    }

    @Override
    public Head head() {
        return connections.with(connection -> new EntryTable(connection).head());
    }

    @Override
    public Head headAt(long position) {
        if (position == 0) {
            return new Head(0, new MerkleTree().head());
        }
        Optional<Head> head = connections.with(connection -> new EntryTable(connection).headAt(position));
        return head.orElseThrow(() -> new IllegalArgumentException("The journal has no position " + position));
    }

    @Override
    public void close() {
        commits.close();
        connections.close();
    }
}
