package org.trabecula.app.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** One real PostgreSQL server for all tests of a run, with durable commits as in use. Every test gets a place of its own. */
final class PostgresServer {
    private static final EmbeddedPostgres SERVER = start();

    private PostgresServer() {}

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL did not start", e);
        }
    }

    private static String address() {
        return SERVER.getJdbcUrl("postgres", "postgres");
    }

    /** A schema that nobody has used. */
    static PostgresSchema freshSchema() {
        return new PostgresSchema(address(), "s" + UUID.randomUUID().toString().replace("-", ""));
    }

    /**
     * The address of the one database, emptied of the program's stores. Not a new database each time: its hundreds of files
     * would all be forced to disk.
     */
    static String emptyDatabase() throws SQLException {
        try (Connection connection = SERVER.getPostgresDatabase().getConnection()) {
            Database.run(connection, "DROP SCHEMA IF EXISTS journal, vault CASCADE");
        }
        return address();
    }
}
