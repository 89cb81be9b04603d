package org.trabecula.app.store;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.trabecula.study.journal.Hash;

/**
 * One-time links, each for an account; the account with the empty name stands for the set-up of the installation. Only a
 * token's hash is kept: who reads the database cannot use a link.
 */
final class Links {
    private static final int TOKEN_BYTES = 32;
    private final SecureRandom random;

    Links(SecureRandom random) {
        this.random = random;
    }

    /** Makes a link; an earlier one for the same account, and every one that has run out, is void. */
    String issue(Connection connection, String account, Instant now, Instant expires) throws SQLException {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        try (PreparedStatement statement =
                connection.prepareStatement("DELETE FROM link WHERE account = ? OR expires <= ?")) {
            statement.setString(1, account);
            statement.setLong(2, now.toEpochMilli());
            statement.executeUpdate();
        }
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO link (token, account, expires) VALUES (?, ?, ?)")) {
            statement.setBytes(1, hash(token));
            statement.setString(2, account);
            statement.setLong(3, expires.toEpochMilli());
            statement.executeUpdate();
        }
        return token;
    }

    /** Voids the link of an account, if it has one. */
    int revoke(Connection connection, String account) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("DELETE FROM link WHERE account = ?")) {
            statement.setString(1, account);
            return statement.executeUpdate();
        }
    }

    /** Until when an account's link works; empty if it has none that does. */
    Optional<Instant> until(Connection connection, String account, Instant now) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT expires FROM link WHERE account = ? AND expires > ?")) {
            statement.setString(1, account);
            statement.setLong(2, now.toEpochMilli());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(Instant.ofEpochMilli(row.getLong(1))) : Optional.empty();
            }
        }
    }

    /** The account of a link that works. */
    Optional<String> look(Connection connection, String token, Instant now) throws SQLException {
        return ask(connection, "SELECT account FROM link WHERE token = ? AND expires > ?", token, now);
    }

    /** Uses a link up. Of several who come with the same token, one gets the account. */
    Optional<String> redeem(Connection connection, String token, Instant now) throws SQLException {
        return ask(connection, "DELETE FROM link WHERE token = ? AND expires > ? RETURNING account", token, now);
    }

    private static Optional<String> ask(Connection connection, String sql, String token, Instant now)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setBytes(1, hash(token));
            statement.setLong(2, now.toEpochMilli());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    private static byte[] hash(String token) {
        return Hash.sha256(token.getBytes(StandardCharsets.UTF_8)).bytes();
    }
}
