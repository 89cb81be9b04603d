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

    /** A schema that nobody has used. Cheaper than a database of its own, whose hundreds of files are all forced to disk. */
    static PostgresSchema freshSchema() {
        return new PostgresSchema(
                SERVER.getJdbcUrl("postgres", "postgres"),
                "s" + UUID.randomUUID().toString().replace("-", ""));
    }

    /** The address of a new, empty database. */
    static String freshDatabase() throws SQLException {
        String name = "d" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = SERVER.getPostgresDatabase().getConnection()) {
            Database.run(connection, "CREATE DATABASE " + name);
        }
        return SERVER.getJdbcUrl("postgres", name);
    }
}
