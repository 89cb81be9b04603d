package org.trabecula.app.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.trabecula.study.journal.Hash;

/**
 * Failed attempts by name. Names are kept as hashes: people type secrets into the wrong field, and a name may be as long
 * as anybody likes.
 */
final class Failures {
    private static final Duration REMEMBERED = Duration.ofDays(1);
    private final Connections connections;

    Failures(Connections connections) {
        this.connections = connections;
    }

    /**
     * Counts an attempt as failed before the secret is looked at, so that many at once cannot slip past the count.
     *
     * @return empty when counted, otherwise when the next attempt is allowed
     */
    Optional<Instant> count(String account, Instant now) {
        byte[] name = name(account);
        return connections.with(connection -> {
            while (true) {
                BackOff known = known(connection, name);
                if (now.isBefore(known.until())) {
                    return Optional.of(known.until());
                }
                if (counted(connection, name, known, now)) {
                    return Optional.empty();
                }
                // Somebody else has counted in between: look again.
            }
        });
    }

    private static BackOff known(Connection connection, byte[] name) throws SQLException {
        String sql = "SELECT failures, latest FROM failure WHERE account = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? new BackOff(row.getInt(1), Instant.ofEpochMilli(row.getLong(2))) : BackOff.none();
            }
        }
    }

    private static boolean counted(Connection connection, byte[] name, BackOff known, Instant now) throws SQLException {
        String sql = """
                INSERT INTO failure (account, failures, latest) VALUES (?, ?, ?)
                ON CONFLICT (account) DO UPDATE SET failures = excluded.failures, latest = excluded.latest
                WHERE failure.failures = ?""";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, name);
            statement.setInt(2, known.failures() + 1);
            statement.setLong(3, now.toEpochMilli());
            statement.setInt(4, known.failures());
            return statement.executeUpdate() == 1;
        }
    }

    /** Forgets the failures of a name, and those of names that nobody has tried for a day. */
    void forget(String account, Instant now) {
        connections.with(connection -> {
            String sql = "DELETE FROM failure WHERE account = ? OR latest < ?";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setBytes(1, name(account));
                statement.setLong(2, now.minus(REMEMBERED).toEpochMilli());
                return statement.executeUpdate();
            }
        });
    }

    private static byte[] name(String account) {
        return Hash.sha256(account.getBytes(StandardCharsets.UTF_8)).bytes();
    }
}
