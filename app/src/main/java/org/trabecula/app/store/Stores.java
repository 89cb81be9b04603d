package org.trabecula.app.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.trabecula.study.journal.Head;
import org.trabecula.study.journal.Journal;

/**
 * Everything that an installation keeps: the journal, the vault of identities, and the credentials. On SQLite a folder
 * belongs to one process; on PostgreSQL several may share the database, and the folder holds the keys.
 */
public final class Stores implements AutoCloseable {
    private static final String DAMAGED = "The stores in ";
    private static final Layout VAULT = new Layout(
            0x54726256,
            1,
            Stream.concat(Vault.TABLES.stream(), Credentials.TABLES.stream()).toList(),
            List.of());

    private final Database database;
    private final FactCodec codec = new FactCodec();
    private final HomeLock lock;
    private final JdbcJournal journal;
    private final Connections connections;
    private final Vault vault;
    private final Credentials credentials;

    private Stores(Path home, Database database, Database secrets, Clock clock) throws IOException {
        this.database = database;
        this.lock = HomeLock.on(home);
        try {
            this.journal = JdbcJournal.open(database, codec);
            secrets.lay(VAULT);
            this.connections = new Connections(secrets);
            this.vault = new Vault(connections, VaultKeys.in(home));
            this.credentials = new Credentials(connections, clock, new SecureRandom());
        } catch (IOException | RuntimeException | java.sql.SQLException e) {
            lock.close();
            throw e instanceof RuntimeException fault ? fault : new StoreFault(DAMAGED + home + " cannot be opened", e);
        }
    }

    /**
     * Opens the stores of a folder, and makes them if there are none.
     *
     * @param url {@code jdbc:postgresql:…}; empty for SQLite in the folder
     * @throws StoreFault when they cannot be opened, with a sentence that says why
     */
    public static Stores open(Path home, Optional<String> url, Clock clock) {
        if (url.filter(one -> !one.startsWith("jdbc:postgresql:")).isPresent()) {
            throw new StoreFault("A database is named by jdbc:postgresql:…, not " + url.get());
        }
        try {
            Files.createDirectories(home);
            return url.isPresent()
                    ? new Stores(
                            home,
                            new PostgresSchema(url.get(), "journal"),
                            new PostgresSchema(url.get(), "vault"),
                            clock)
                    : new Stores(
                            home,
                            new SqliteFile(home.resolve("journal.db")),
                            new SqliteFile(home.resolve("vault.db")),
                            clock);
        } catch (IOException e) {
            throw new StoreFault("The folder " + home + " cannot be used: " + e.getMessage(), e);
        }
    }

    public Journal journal() {
        return journal;
    }

    public Vault vault() {
        return vault;
    }

    public Credentials credentials() {
        return credentials;
    }

    /** Recomputes everything that the journal says of itself, and compares it with a head that was noted elsewhere. */
    public Verification verify(Optional<Head> noted) {
        return new Verifier(codec, noted).verify(database);
    }

    @Override
    public void close() {
        try (lock) {
            journal.close();
            connections.close();
        } catch (IOException e) {
            throw new StoreFault("The folder's lock cannot be given back", e);
        }
    }
}
