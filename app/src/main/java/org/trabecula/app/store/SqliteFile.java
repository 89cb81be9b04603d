package org.trabecula.app.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;

/** One file of SQLite. Write-ahead log with {@code synchronous=FULL}: a commit returns after the log is on disk. */
record SqliteFile(Path file) implements Database {
    private static final int BUSY_MILLISECONDS = 10_000;
    private static final String FULL = "2";

    @Override
    public String name() {
        return String.valueOf(file.getFileName());
    }

    @Override
    public Connection connect() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.enforceForeignKeys(true);
        config.setBusyTimeout(BUSY_MILLISECONDS);
        config.setTransactionMode(TransactionMode.IMMEDIATE);
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        if (!Database.ask(connection, "PRAGMA journal_mode").equals("wal")
                || !Database.ask(connection, "PRAGMA synchronous").equals(FULL)) {
            connection.close();
            throw new SQLException("its folder does not allow a write-ahead log; a network folder cannot hold it");
        }
        return connection;
    }

    @Override
    public void lay(Layout layout) throws SQLException {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            int version = Integer.parseInt(Database.ask(connection, "PRAGMA user_version"));
            boolean ours = Database.ask(connection, "PRAGMA application_id").equals("" + layout.application());
            if (version == 0
                    && Database.ask(connection, "SELECT name FROM sqlite_master")
                            .isEmpty()) {
                create(connection, layout);
            } else if (!ours) {
                throw new StoreFault(file + " is a database of another program");
            }
            layout.check(version, name());
            connection.setAutoCommit(true);
        }
    }

    private static void create(Connection connection, Layout layout) throws SQLException {
        for (String statement : layout.in("INTEGER", "BLOB")) {
            Database.run(connection, statement);
        }
        for (String table : layout.appendOnly()) {
            for (String change : new String[] {"UPDATE", "DELETE"}) {
                Database.run(
                        connection,
                        "CREATE TRIGGER %s_refuses_%s BEFORE %s ON %s BEGIN SELECT RAISE(ABORT, '%s is append-only'); END"
                                .formatted(table, change, change, table, table));
            }
        }
        Database.run(connection, "PRAGMA application_id = " + layout.application());
        Database.run(connection, "PRAGMA user_version = " + layout.version());
    }

    @Override
    public boolean isShared() {
        return false; // HomeLock
    }

    @Override
    public void lock(Connection connection) {
        // Every transaction begins IMMEDIATE and the folder is locked to one process: nothing is left to lock.
    }

    @Override
    public Optional<String> damage(Connection connection) throws SQLException {
        String answer = Database.ask(connection, "PRAGMA integrity_check(1)");
        return answer.equals("ok") ? Optional.empty() : Optional.of(answer);
    }
}
