package org.trabecula.app.store;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.trabecula.study.journal.Appended;
import org.trabecula.study.journal.Draft;
import org.trabecula.study.journal.Entry;
import org.trabecula.study.journal.Hash;
import org.trabecula.study.journal.Head;
import org.trabecula.study.journal.Journal;
import org.trabecula.study.journal.MerkleTree;
import org.trabecula.study.journal.StreamId;

/** The journal in one table of a database. Safe for use by any number of threads, virtual ones above all. */
final class JdbcJournal implements Journal, AutoCloseable {
    private static final int PAGE = 2_048;
    private static final int AHEAD = Runtime.getRuntime().availableProcessors() + 1;

    private final FactCodec codec;
    private final Connections connections;
    private final GroupCommit commits;
    private final boolean shared;

    private JdbcJournal(FactCodec codec, Database database, JournalWriter writer) {
        this.codec = codec;
        this.shared = database.isShared();
        this.connections = new Connections(database);
        this.commits = GroupCommit.start(writer);
    }

    /** Opens the journal, or makes an empty one. */
    static JdbcJournal open(Database database, FactCodec codec) {
        try {
            database.lay(EntryTable.LAYOUT);
            return new JdbcJournal(codec, database, JournalWriter.open(database, codec));
        } catch (SQLException e) {
            throw new StoreFault("The journal (" + database.name() + ") cannot be opened: " + e.getMessage(), e);
        }
    }

    @Override
    public Appended append(List<Draft> drafts) {
        return drafts.isEmpty() ? new Appended.Committed(List.of()) : commits.append(drafts);
    }

    /** A long way is read by all processors: while one page is taken in, those after it are fetched and decoded. */
    @Override
    public void replay(long after, long to, Consumer<Entry> reader) {
        // Every look at the study begins with this question.
        if (!shared && after >= commits.position()) {
            return;
        }
        List<Entry> first = page(after, to);
        take(first, after, reader);
        if (first.size() < PAGE) {
            return;
        }
        Queue<Future<List<Entry>>> coming = new ArrayDeque<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long asked = after + PAGE;
            for (long taken = asked; ; taken += PAGE) {
                for (; coming.size() < AHEAD; asked += PAGE) {
                    long from = asked;
                    coming.add(threads.submit(() -> page(from, to)));
                }
                List<Entry> page = arrived(coming.remove());
                take(page, taken, reader);
                if (page.size() < PAGE) {
                    return;
                }
            }
        }
    }

    /** The next entries, fewer than a page only at the end. */
    private List<Entry> page(long after, long to) {
        List<byte[]> bodies = connections.with(connection -> new EntryTable(connection).bodies(after, to, PAGE));
        return codec.decode(bodies);
    }

    private static void take(List<Entry> page, long after, Consumer<Entry> reader) {
        long position = after;
        for (Entry entry : page) {
            position++;
            if (entry.position() != position) {
                throw new StoreFault("Entry " + position + " is missing from the journal");
            }
            reader.accept(entry);
        }
    }

    private static List<Entry> arrived(Future<List<Entry>> coming) {
        try {
            return coming.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            throw new IllegalStateException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StoreFault("The journal was not read to its end: the program is being stopped");
        }
    }

    @Override
    public List<Entry> about(StreamId stream) {
        List<byte[]> bodies = connections.with(connection -> new EntryTable(connection).bodiesAbout(stream));
        return codec.decode(bodies);
    }

    /** The bytes of an entry as they are stored. */
    Optional<Stored> stored(long position) {
        return connections.with(connection -> new EntryTable(connection).rows(position - 1, 1)).stream()
                .filter(row -> row.position() == position)
                .map(row -> new Stored(row.body(), Hash.of(row.leaf())))
                .findFirst();
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
