package org.trabecula.app.store;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.trabecula.study.journal.Head;
import org.trabecula.study.journal.Journal;

/**
 * Everything that is kept, behind one door: the journal, the vault of identities, and the secrets. In SQLite files of the
 * home folder, or in the schemas {@code journal} and {@code vault} of a PostgreSQL database, which several instances may
 * share. A folder belongs to one process; the vault's key is a file of it in both cases, the same for all instances.
 */
public final class Stores implements AutoCloseable {
    private final HomeLock lock;
    private final Database journalPlace;
    private final FactCodec codec = new FactCodec();
    private final JdbcJournal journal;
    private final Connections vaultConnections;
    private final Vault vault;
    private final Credentials credentials;

    private Stores(Path home, Optional<String> url, Clock clock, HomeLock lock) throws IOException, SQLException {
        this.lock = lock;
        this.journalPlace = place(home, url, "journal");
        Database vaultPlace = place(home, url, "vault");
        vaultPlace.lay(VaultLayout.LAYOUT);
        this.vaultConnections = new Connections(vaultPlace);
        this.vault = Vault.open(vaultConnections, home.resolve("vault.key"));
        this.credentials = new Credentials(vaultConnections, clock, new SecureRandom());
        this.journal = JdbcJournal.open(journalPlace, codec);
    }

    /**
     * Opens the stores of a folder, and makes them if there are none.
     *
     * @param url {@code jdbc:postgresql:…} with user and password; empty for SQLite in the folder
     * @throws StoreFault when they cannot be opened, with a sentence that says why
     */
    public static Stores open(Path home, Optional<String> url, Clock clock) {
        if (url.filter(one -> !one.startsWith("jdbc:postgresql:")).isPresent()) {
            throw new StoreOutOfReach("The address of a database begins with jdbc:postgresql:");
        }
        try {
            OwnerOnly.folder(home);
            HomeLock lock = HomeLock.on(home);
            try {
                return new Stores(home, url, clock, lock);
            } catch (IOException | SQLException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException | SQLException e) {
            String sentence = "The stores of " + home + " cannot be opened: " + e.getMessage();
            throw unconnected(e) ? new StoreOutOfReach(sentence, e) : new StoreFault(sentence, e);
        }
    }

    /** SQL's class 08 is a connection that did not come about. */
    private static boolean unconnected(Exception e) {
        return e instanceof SQLException sql
                && Objects.requireNonNullElse(sql.getSQLState(), "").startsWith("08");
    }

    private static Database place(Path home, Optional<String> url, String name) {
        return url.<Database>map(address -> new PostgresSchema(address, name))
                .orElseGet(() -> new SqliteFile(home.resolve(name + ".db")));
    }

    public Journal journal() {
        return journal;
    }

    /** An entry's bytes and leaf as the database holds them. */
    public Optional<Stored> stored(long position) {
        return journal.stored(position);
    }

    public Vault vault() {
        return vault;
    }

    public Credentials credentials() {
        return credentials;
    }

    /**
     * Recomputes everything in the journal from its bytes.
     *
     * @param former a head that was noted down earlier and must still be there
     */
    public Verification verify(Optional<Head> former) {
        return new Verifier(codec, former).verify(journalPlace);
    }

    @Override
    public void close() {
        journal.close();
        vaultConnections.close();
        lock.close();
    }
}
