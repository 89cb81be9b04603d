package org.trabecula.app.store;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * With what people sign in: hashes of passwords, and one-time links with which a password is chosen. Kept beside the
 * identities, never in the journal. Account names are compared without regard to case. Safe for use by several threads.
 */
public final class Credentials {

    /** What became of a sign-in. */
    public sealed interface Check {
        record Passed() implements Check {}

        /** Unknown account or wrong password; which of them is not told. */
        record Failed() implements Check {}

        /** Too many failures: the password was not looked at, and will not be before the pause is over. */
        record TooMany(Duration pause) implements Check {}
    }

    /** A one-time link that still works: whose password it sets, or empty when it sets up the installation. */
    public record Link(Optional<String> user) {}

    /** Marks the keys of programs among the links; no account's name has a space. */
    private static final String KEY_OF = "key of ";

    private final Passwords passwords = new Passwords();
    private final Connections connections;
    private final Failures failures;
    private final Links links;
    private final Clock clock;

    Credentials(Connections connections, Clock clock, SecureRandom random) {
        this.connections = connections;
        this.failures = new Failures(connections);
        this.links = new Links(random);
        this.clock = clock;
    }

    /** Checks a password. An unknown account takes as long as a wrong password. */
    public Check check(String user, String password) {
        String account = account(user);
        Instant now = clock.instant();
        Optional<Instant> later = failures.count(account, now);
        if (later.isPresent()) {
            return new Check.TooMany(Duration.between(now, later.get()));
        }
        if (!passwords.matches(password, connections.with(connection -> hash(connection, account)))) {
            return new Check.Failed();
        }
        failures.forget(account, now);
        return new Check.Passed();
    }

    /**
     * Makes a one-time link for an account, or for setting up; an earlier one for the same stops working.
     *
     * @return the token for the address; it is shown once and kept nowhere
     */
    public String newLink(Optional<String> user, Duration lives) {
        Instant now = clock.instant();
        return connections.with(connection -> links.issue(connection, account(user.orElse("")), now, now.plus(lives)));
    }

    /** The link that a token belongs to, unless it was used or is too old. */
    public Optional<Link> link(String token) {
        return connections
                .with(connection -> links.look(connection, token, clock.instant()))
                .filter(account -> !account.startsWith(KEY_OF))
                .map(account -> new Link(account.isEmpty() ? Optional.empty() : Optional.of(account)));
    }

    /**
     * Uses a link up and sets the password of an account, both or neither. Earlier failures are forgotten.
     *
     * @param user the link's own account; any account when the link sets up the installation
     * @throws IllegalStateException when the link does not work any more, or is another account's
     */
    public void choose(String token, String user, String password) {
        String account = account(user);
        String hash = passwords.hash(password);
        connections.with(connection -> {
            connection.setAutoCommit(false);
            Optional<String> owner = links.redeem(connection, token, clock.instant());
            if (owner.isEmpty() || !(owner.get().isEmpty() || owner.get().equals(account))) {
                throw new IllegalStateException("The link was used in the meantime, or is not for " + user);
            }
            keep(connection, account, hash);
            // A new secret is chosen when the old one may be known to others: programs have to be let in anew.
            links.revoke(connection, KEY_OF + account);
            connection.setAutoCommit(true); // commits
            return account;
        });
        failures.forget(account, clock.instant());
    }

    /**
     * Makes the key with which a person's programs sign in; an earlier one stops working.
     *
     * @return the key; it is shown once and kept nowhere but as a hash
     */
    public String newKey(String user, Duration lives) {
        Instant now = clock.instant();
        return connections.with(connection -> links.issue(connection, KEY_OF + account(user), now, now.plus(lives)));
    }

    /** Whose key this is, as long as it works. */
    public Optional<String> keyHolder(String key) {
        return connections
                .with(connection -> links.look(connection, key, clock.instant()))
                .filter(account -> account.startsWith(KEY_OF))
                .map(account -> account.substring(KEY_OF.length()));
    }

    /** Until when a person's key works; empty if there is none that does. */
    public Optional<Instant> keyUntil(String user) {
        return connections.with(connection -> links.until(connection, KEY_OF + account(user), clock.instant()));
    }

    /** Takes a person's key away. */
    public void revokeKey(String user) {
        connections.with(connection -> links.revoke(connection, KEY_OF + account(user)));
    }

    /** Whether the account has a password at all: its first link was used. */
    public boolean has(String user) {
        return connections.with(connection -> hash(connection, account(user))).isPresent();
    }

    private static void keep(Connection connection, String account, String hash) throws SQLException {
        String sql = "INSERT INTO secret (account, hash) VALUES (?, ?)"
                + " ON CONFLICT (account) DO UPDATE SET hash = excluded.hash";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, account);
            statement.setString(2, hash);
            statement.executeUpdate();
        }
    }

    private static Optional<String> hash(Connection connection, String account) throws SQLException {
        String sql = "SELECT hash FROM secret WHERE account = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, account);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    private static String account(String user) {
        return user.toLowerCase(Locale.ROOT);
    }
}
