package org.trabecula.app.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.trabecula.study.journal.Appended;
import org.trabecula.study.journal.Hash;
import org.trabecula.study.journal.MerkleTree;

/** Writes groups of appends, each group in one transaction. Keeps the growing tree. For one thread. */
final class JournalWriter implements AutoCloseable {
    private static final int PAGE = 50_000;

    private final Database database;
    private final Connection connection;
    private final EntryTable table;
    private final FactCodec codec;
    private final MerkleTree tree = new MerkleTree();
    private Instant last = Instant.EPOCH;
    private volatile long position;

    private JournalWriter(Database database, Connection connection, FactCodec codec) {
        this.database = database;
        this.connection = connection;
        this.table = new EntryTable(connection);
        this.codec = codec;
    }

    static JournalWriter open(Database database, FactCodec codec) throws SQLException {
        Connection connection = database.connect();
        try {
            JournalWriter writer = new JournalWriter(database, connection, codec);
            writer.catchUp();
            writer.position = writer.tree.size();
            return writer;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** The newest position that is known to be on disk; for any thread. */
    long position() {
        return position;
    }

    /** Answers every append of the group. When this throws, nobody may believe anything about those without answer. */
    void write(List<Pending> group) throws SQLException {
        connection.setAutoCommit(false);
        database.lock(connection);
        if (database.isShared()) {
            catchUp();
        }
        Transaction transaction = new Transaction(table, codec, tree.size(), last);
        List<Runnable> answers = new ArrayList<>();
        for (Pending pending : group) {
            try {
                Appended answer = transaction.accept(pending.drafts());
                answers.add(() -> pending.answer().complete(answer));
            } catch (RuntimeException e) {
                // Its own fault (it cannot be written as JSON); the others need not suffer.
                pending.answer().completeExceptionally(e);
            }
        }
        table.insert(transaction.rows(), tree);
        connection.setAutoCommit(true); // commits; commit() would have SQLite's driver begin the next one at once
        last = transaction.last();
        position = tree.size();
        answers.forEach(Runnable::run);
    }

    /** Takes in what other instances have appended since. */
    private void catchUp() throws SQLException {
        long newest = table.head().position();
        if (newest < tree.size()) {
            throw new SQLException("entries after position " + newest + " have disappeared");
        }
        if (newest > tree.size()) {
            while (tree.size() < newest) {
                List<Hash> leaves = table.leaves(tree.size(), PAGE);
                leaves.forEach(tree::append);
                if (leaves.isEmpty()) {
                    throw new SQLException("entries before position " + newest + " are missing");
                }
            }
            last = codec.decode(table.bodies(newest - 1, newest, 1).getFirst()).at();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
