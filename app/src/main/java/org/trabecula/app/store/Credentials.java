package org.trabecula.app.store;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.trabecula.study.journal.Hash;

/**
 * With what people sign in: Argon2id hashes of passwords, and one-time links with which a password is chosen. Kept beside
 * the identities, never in the journal. After five wrong passwords an account waits, twice as long each time, up to a
 * quarter of an hour.
 */
public final class Credentials {
    static final List<String> TABLES = List.of(
            "CREATE TABLE secret (account TEXT PRIMARY KEY, hash TEXT NOT NULL)",
            "CREATE TABLE attempt (account TEXT PRIMARY KEY, failures BIGINT NOT NULL, until BIGINT NOT NULL)",
            "CREATE TABLE link (hash TEXT PRIMARY KEY, account TEXT NOT NULL, expires BIGINT NOT NULL)");

    private static final int PATIENCE = 5;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final int TOKEN_BYTES = 24;

    /** What became of a sign-in. */
    public sealed interface Check {
        record Passed() implements Check {}

        record Failed() implements Check {}

        /** Too many wrong passwords; the next attempt counts after the pause. */
        record TooMany(Duration pause) implements Check {}
    }

    /** A one-time link that still works: whose password it sets, or empty when it sets up the installation. */
    public record Link(Optional<String> user) {}

    private final Connections connections;
    private final Clock clock;
    private final SecureRandom dice;
    /** The least that OWASP asks of Argon2id: 19 MiB, two passes, one lane; 16 bytes of salt, 32 of hash. */
    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
    /** Hashing is made to be costly; so many at once, and no more, may burden the machine. */
    private final Semaphore hashing = new Semaphore(2);

    private final String nobody;

    Credentials(Connections connections, Clock clock, SecureRandom dice) {
        this.connections = connections;
        this.clock = clock;
        this.dice = dice;
        this.nobody = hash(token());
    }

    /** Checks a password. An unknown account takes as long as a wrong password. */
    public Check check(String user, String password) {
        String account = key(user);
        Instant now = clock.instant();
        Attempts attempts = connections.with(connection -> Attempts.of(connection, account));
        if (attempts.until().isAfter(now)) {
            return new Check.TooMany(Duration.between(now, attempts.until()));
        }
        Optional<String> kept =
                connections.with(connection -> ask(connection, "SELECT hash FROM secret WHERE account = ?", account));
        boolean right = matches(password, kept.orElse(nobody)) && kept.isPresent();
        connections.with(connection -> {
            (right ? new Attempts(0, Instant.EPOCH) : attempts.afterFailure(now)).keep(connection, account);
            return right;
        });
        return right ? new Check.Passed() : new Check.Failed();
    }

    /** Makes a one-time link for an account, or for setting up; earlier links of the same kind stop working. */
    public String newLink(Optional<String> user, Duration lives) {
        String token = token();
        Instant expires = clock.instant().plus(lives);
        connections.with(connection -> {
            run(connection, "DELETE FROM link WHERE account = ?", key(user.orElse("")));
            run(
                    connection,
                    "INSERT INTO link (hash, account, expires) VALUES (?, ?, " + expires.toEpochMilli() + ")",
                    digest(token),
                    key(user.orElse("")));
            return true;
        });
        return token;
    }

    /** The link that a token belongs to, unless it was used or is too old. */
    public Optional<Link> link(String token) {
        long now = clock.millis();
        return connections
                .with(connection ->
                        ask(connection, "SELECT account FROM link WHERE hash = ? AND expires > " + now, digest(token)))
                .map(account -> new Link(account.isEmpty() ? Optional.empty() : Optional.of(account)));
    }

    /**
     * Uses a link up and sets the password of an account.
     *
     * @throws IllegalStateException when the link does not work any more
     */
    public void choose(String token, String user, String password) {
        String account = key(user);
        String hash = hash(password);
        boolean used = connections.with(connection -> {
            connection.setAutoCommit(false);
            try {
                boolean worked = run(connection, "DELETE FROM link WHERE hash = ?", digest(token)) == 1;
                if (worked) {
                    run(connection, "DELETE FROM secret WHERE account = ?", account);
                    run(connection, "INSERT INTO secret (account, hash) VALUES (?, ?)", account, hash);
                    run(connection, "DELETE FROM attempt WHERE account = ?", account);
                }
                connection.commit();
                return worked;
            } finally {
                connection.setAutoCommit(true);
            }
        });
        if (!used) {
            throw new IllegalStateException("The link was used in the meantime");
        }
    }

    /** How often an account was tried in vain, and until when it waits. */
    private record Attempts(long failures, Instant until) {

        static Attempts of(Connection connection, String account) throws SQLException {
            try (PreparedStatement ask =
                    connection.prepareStatement("SELECT failures, until FROM attempt WHERE account = ?")) {
                ask.setString(1, account);
                try (ResultSet row = ask.executeQuery()) {
                    return row.next()
                            ? new Attempts(row.getLong(1), Instant.ofEpochMilli(row.getLong(2)))
                            : new Attempts(0, Instant.EPOCH);
                }
            }
        }

        Attempts afterFailure(Instant now) {
            long count = failures + 1;
            if (count < PATIENCE) {
                return new Attempts(count, Instant.EPOCH);
            }
            long seconds = 15L << Math.min(count - PATIENCE, 10);
            return new Attempts(count, now.plusSeconds(Math.min(seconds, LONGEST_WAIT.toSeconds())));
        }

        void keep(Connection connection, String account) throws SQLException {
            run(connection, "DELETE FROM attempt WHERE account = ?", account);
            if (failures > 0) {
                run(
                        connection,
                        "INSERT INTO attempt (account, failures, until) VALUES (?, " + failures + ", "
                                + until.toEpochMilli() + ")",
                        account);
            }
        }
    }

    private static Optional<String> ask(Connection connection, String sql, String parameter) throws SQLException {
        try (PreparedStatement ask = connection.prepareStatement(sql)) {
            ask.setString(1, parameter);
            try (ResultSet row = ask.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    private static int run(Connection connection, String sql, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        }
    }

    private String hash(String password) {
        hashing.acquireUninterruptibly();
        try {
            return String.valueOf(argon2.encode(password));
        } finally {
            hashing.release();
        }
    }

    private boolean matches(String password, String hash) {
        hashing.acquireUninterruptibly();
        try {
            return argon2.matches(password, hash);
        } finally {
            hashing.release();
        }
    }

    private String token() {
        byte[] bytes = new byte[TOKEN_BYTES];
        dice.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String digest(String token) {
        return Hash.sha256(token.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String key(String user) {
        return user.toLowerCase(Locale.ROOT);
    }
}
