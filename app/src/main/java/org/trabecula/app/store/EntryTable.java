package org.trabecula.app.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.study.journal.Hash;
import org.trabecula.study.journal.Head;
import org.trabecula.study.journal.MerkleTree;
import org.trabecula.study.journal.StreamId;

/** Every statement about the one table of the journal, on one connection. */
final class EntryTable {
    static final Layout LAYOUT = new Layout(
            0x54524142, // "TRAB"
            1,
            List.of("""
                    CREATE TABLE entry (
                        position POSITION PRIMARY KEY,
                        stream TEXT NOT NULL,
                        version BIGINT NOT NULL,
                        submission TEXT UNIQUE,
                        body BYTES NOT NULL,
                        leaf BYTES NOT NULL,
                        head BYTES NOT NULL,
                        UNIQUE (stream, version))"""),
            List.of("entry"));

    /** What one row becomes. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private final Connection connection;

    EntryTable(Connection connection) {
        this.connection = connection;
    }

    private <T> List<T> ask(String sql, RowReader<T> reader, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<T> answer = new ArrayList<>();
                while (rows.next()) {
                    answer.add(reader.read(rows));
                }
                return answer;
            }
        }
    }

    long nextVersion(StreamId stream) throws SQLException {
        String sql = "SELECT coalesce(max(version) + 1, 0) FROM entry WHERE stream = ?";
        return ask(sql, row -> row.getLong(1), stream.toString()).getFirst();
    }

    boolean knows(String submission) throws SQLException {
        return !ask("SELECT 1 FROM entry WHERE submission = ?", row -> 1, submission)
                .isEmpty();
    }

    /** Position 0 and the empty tree's head when there is no entry. */
    Head head() throws SQLException {
        String sql = "SELECT position, head FROM entry ORDER BY position DESC LIMIT 1";
        return ask(sql, row -> new Head(row.getLong(1), Hash.of(row.getBytes(2)))).stream()
                .findFirst()
                .orElseGet(() -> new Head(0, new MerkleTree().head()));
    }

    Optional<Head> headAt(long position) throws SQLException {
        return ask(
                        "SELECT head FROM entry WHERE position = ?",
                        row -> new Head(position, Hash.of(row.getBytes(1))),
                        position)
                .stream()
                .findFirst();
    }

    List<Hash> leaves(long after, int most) throws SQLException {
        String sql = "SELECT leaf FROM entry WHERE position > ? ORDER BY position LIMIT ?";
        return ask(sql, row -> Hash.of(row.getBytes(1)), after, most);
    }

    List<byte[]> bodies(long after, long to, int most) throws SQLException {
        String sql = "SELECT body FROM entry WHERE position > ? AND position <= ? ORDER BY position LIMIT ?";
        return ask(sql, row -> row.getBytes(1), after, to, most);
    }

    List<byte[]> bodiesAbout(StreamId stream) throws SQLException {
        return ask(
                "SELECT body FROM entry WHERE stream = ? ORDER BY version", row -> row.getBytes(1), stream.toString());
    }

    List<StoredRow> rows(long after, int most) throws SQLException {
        String sql = "SELECT position, stream, version, submission, body, leaf, head FROM entry"
                + " WHERE position > ? ORDER BY position LIMIT ?";
        return ask(
                sql,
                row -> new StoredRow(
                        row.getLong(1),
                        row.getString(2),
                        row.getLong(3),
                        Optional.ofNullable(row.getString(4)),
                        row.getBytes(5),
                        row.getBytes(6),
                        row.getBytes(7)),
                after,
                most);
    }

    /** Writes the rows in one batch; the tree grows with them. */
    void insert(List<EntryRow> rows, MerkleTree tree) throws SQLException {
        String sql = "INSERT INTO entry (position, stream, version, submission, body, leaf, head)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (EntryRow row : rows) {
                tree.append(row.leaf());
                statement.setLong(1, row.position());
                statement.setString(2, row.stream());
                statement.setLong(3, row.version());
                statement.setNull(4, Types.VARCHAR);
                if (row.submission().isPresent()) {
                    statement.setString(4, row.submission().get());
                }
                statement.setBytes(5, row.body());
                statement.setBytes(6, row.leaf().bytes());
                statement.setBytes(7, tree.head().bytes());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
