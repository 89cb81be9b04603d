package org.trabecula.app.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteJournalTest extends JournalContract {
    @TempDir
    Path folder;

    @Override
    Database fresh() {
        return new SqliteFile(folder.resolve("journal.db"));
    }

    @Test
    void aJournalOfALaterProgramIsRefused() throws SQLException {
        try (Connection connection = database.connect()) {
            Database.run(connection, "PRAGMA user_version = 2");
        }
        assertThatThrownBy(() -> JdbcJournal.open(database, codec))
                .isInstanceOf(StoreFault.class)
                .hasMessageContaining("journal.db was made by a later version of the program");
    }

    @Test
    void theDatabaseOfAnotherProgramIsRefused() throws SQLException {
        Database other = new SqliteFile(folder.resolve("other.db"));
        try (Connection connection = other.connect()) {
            Database.run(connection, "CREATE TABLE cake (flavour TEXT)");
        }
        assertThatThrownBy(() -> JdbcJournal.open(other, codec))
                .isInstanceOf(StoreFault.class)
                .hasMessageContaining("is a database of another program");
    }
}
