package org.trabecula.app.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** A database that can hold a store, reduced to the little in which SQLite and PostgreSQL differ. */
sealed interface Database permits SqliteFile, PostgresSchema {

    /** What to call it in a sentence. */
    String name();

    /** A new connection, in auto-commit, on which a commit means that the data is on disk. */
    Connection connect() throws SQLException;

    /** Makes the tables when there are none; refuses tables that are not ours or of a later program. */
    void lay(Layout layout) throws SQLException;

    /** Whether other instances of the program may write to it meanwhile. */
    boolean isShared();

    /** Opens the transaction to one writer at a time; held until it ends. */
    void lock(Connection connection) throws SQLException;

    /** What the database itself finds broken in its files, if it can look. */
    Optional<String> damage(Connection connection) throws SQLException;

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column of the first row, as text. */
    static String ask(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            return answer.next() ? String.valueOf(answer.getString(1)) : "";
        }
    }
}
