package org.trabecula.app.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** One schema of a PostgreSQL database, which several instances of the program may share. */
record PostgresSchema(String url, String schema) implements Database {
    /** Settings under which a commit is on disk when it returns. */
    private static final Set<String> DURABLE = Set.of("on", "remote_apply", "local");

    private static final String REFUSE = """
            CREATE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS \
            $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$""";

    @Override
    public String name() {
        return "schema " + schema;
    }

    @Override
    public Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("currentSchema", schema);
        properties.setProperty("ApplicationName", "trabecula");
        Connection connection = DriverManager.getConnection(url, properties);
        String fsync = Database.ask(connection, "SHOW fsync");
        String commit = Database.ask(connection, "SHOW synchronous_commit");
        if (!fsync.equals("on") || !DURABLE.contains(commit)) {
            connection.close();
            throw new SQLException("the server may lose what it has confirmed (fsync = " + fsync
                    + ", synchronous_commit = " + commit + "); both must be on");
        }
        return connection;
    }

    @Override
    public void lay(Layout layout) throws SQLException {
        try (Connection connection = connect()) {
            connection.setAutoCommit(false);
            lock(connection);
            Database.run(connection, "CREATE SCHEMA IF NOT EXISTS " + schema);
            if (Database.ask(connection, "SELECT to_regclass('layout') IS NULL").equals("t")) {
                create(connection, layout);
            }
            layout.check(Integer.parseInt(Database.ask(connection, "SELECT version FROM layout")), name());
            connection.setAutoCommit(true);
        }
    }

    private static void create(Connection connection, Layout layout) throws SQLException {
        Database.run(connection, "CREATE TABLE layout (version INTEGER NOT NULL)");
        Database.run(connection, "INSERT INTO layout VALUES (" + layout.version() + ")");
        for (String statement : layout.in("BIGINT", "BYTEA")) {
            Database.run(connection, statement);
        }
        if (!layout.appendOnly().isEmpty()) {
            Database.run(connection, REFUSE);
        }
        for (String table : layout.appendOnly()) {
            Database.run(
                    connection,
                    "CREATE TRIGGER never_changes BEFORE UPDATE OR DELETE OR TRUNCATE ON " + table
                            + " FOR EACH STATEMENT EXECUTE FUNCTION append_only()");
        }
    }

    /** An advisory lock, not a table lock: readers, and a backup, are never held up. */
    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public void lock(Connection connection) throws SQLException {
        Database.run(connection, "SELECT pg_advisory_xact_lock(hashtext('trabecula'), hashtext('" + schema + "'))");
    }

    /** PostgreSQL checks its pages itself, by their checksums, whenever it reads them. */
    @Override
    public Optional<String> damage(Connection connection) {
        return Optional.empty();
    }
}
