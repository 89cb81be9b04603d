package org.trabecula.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.trabecula.study.journal.Entry;
import org.trabecula.study.journal.Head;
import org.trabecula.study.journal.MerkleTree;

/** Somebody who may do anything in the database changes ten entries behind the program's back. */
class TamperTest {
    private static final FactCodec CODEC = new FactCodec();

    @TempDir
    Path folder;

    static Stream<Database> databases(Path folder) {
        return Stream.of(new SqliteFile(folder.resolve("journal.db")), PostgresServer.freshSchema());
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of("DELETE FROM entry WHERE position = 4", 4, "Entry 4 is missing"),
                Arguments.of("DELETE FROM entry WHERE position = 1", 1, "Entry 1 is missing"),
                Arguments.of("UPDATE entry SET stream = 'participant/P-9' WHERE position = 5", 5, "filed as"),
                Arguments.of("UPDATE entry SET version = 9 WHERE position = 6", 6, "filed as version 9"),
                Arguments.of("UPDATE entry SET submission = 'x' WHERE position = 3", 3, "another submission"),
                Arguments.of("UPDATE entry SET submission = NULL WHERE position = 7", 7, "another submission"),
                Arguments.of("UPDATE entry SET leaf = head WHERE position = 2", 2, "do not have the hash"),
                Arguments.of("UPDATE entry SET head = leaf WHERE position = 8", 8, "head recorded after it"),
                Arguments.of(
                        "UPDATE entry SET body = (SELECT body FROM entry WHERE position = 3) WHERE position = 9",
                        9,
                        "do not have the hash"));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void theFirstBadEntryIsNamed(String sql, long position, String why) throws SQLException {
        for (Database database : databases(folder).toList()) {
            tenEntries(database);
            change(database, sql);
            assertBroken(database, Optional.empty(), position, why);
        }
    }

    @ParameterizedTest
    @CsvSource({"2,7", "1,10", "9,10"})
    void twoEntriesThatChangedPlacesAreFound(int one, int other) throws SQLException {
        for (Database database : databases(folder).toList()) {
            tenEntries(database);
            change(
                    database,
                    "UPDATE entry SET position = -1 WHERE position = " + one,
                    "UPDATE entry SET position = " + one + " WHERE position = " + other,
                    "UPDATE entry SET position = " + other + " WHERE position = -1");
            assertBroken(database, Optional.empty(), one, "It says that it is entry " + other);
        }
    }

    @ParameterizedTest
    @CsvSource({"1,0", "4,20", "10,-1"})
    void aFlippedBitIsFound(long position, int at) throws SQLException {
        for (Database database : databases(folder).toList()) {
            tenEntries(database);
            byte[] body = body(database, position);
            body[at < 0 ? body.length + at : at] ^= 1;
            write(database, position, body);
            assertBroken(database, Optional.empty(), position, "do not have the hash");
        }
    }

    @ParameterizedTest
    @CsvSource({"3,10", "3,5", "10,10"})
    void whoMakesAllHashesAnewIsCaughtByAHeadKeptElsewhere(long position, long kept) throws SQLException {
        for (Database database : databases(folder).toList()) {
            Head former = tenEntries(database, kept);
            String body = new String(body(database, position), StandardCharsets.UTF_8);
            write(database, position, body.replace("Dr Wang", "Dr Chen").getBytes(StandardCharsets.UTF_8));
            makeAllHashesAnew(database);
            assertThat(verify(database, Optional.empty())).isInstanceOf(Verification.Sound.class);
            assertBroken(database, Optional.of(former), kept, "The head here was once " + former.hash());
        }
    }

    @ParameterizedTest
    @CsvSource({"10", "7"})
    void anEndThatWasCutOffIsFoundByAHeadKeptElsewhere(long kept) throws SQLException {
        for (Database database : databases(folder).toList()) {
            Head former = tenEntries(database, kept);
            change(database, "DELETE FROM entry WHERE position > 6");
            assertThat(verify(database, Optional.empty())).isInstanceOf(Verification.Sound.class);
            assertBroken(database, Optional.of(former), 7, "once reached position " + kept);
        }
    }

    private static Verification verify(Database database, Optional<Head> former) {
        return new Verifier(CODEC, former).verify(database);
    }

    private static void assertBroken(Database database, Optional<Head> former, long position, String why) {
        assertThat(verify(database, former)).isInstanceOfSatisfying(Verification.Broken.class, broken -> {
            assertThat(broken.position()).isEqualTo(position);
            assertThat(broken.sentence()).contains(why);
        });
    }

    private static void tenEntries(Database database) {
        tenEntries(database, 10);
    }

    /** Ten entries about two participants, the seventh with a submission; answers the head at a position. */
    private static Head tenEntries(Database database, long position) {
        try (JdbcJournal journal = JdbcJournal.open(database, CODEC)) {
            for (int i = 0; i < 10; i++) {
                var draft = Story.draft(i % 2, i / 2);
                journal.append(List.of(i == 6 ? Story.submitted(draft, "k") : draft));
            }
            assertThat(verify(database, Optional.of(journal.headAt(position))))
                    .isEqualTo(new Verification.Sound(journal.head()));
            return journal.headAt(position);
        }
    }

    private static void change(Database database, String... statements) throws SQLException {
        try (Connection connection = database.connect()) {
            boolean sqlite = database instanceof SqliteFile;
            for (String sql : sqlite
                    ? List.of("DROP TRIGGER entry_refuses_UPDATE", "DROP TRIGGER entry_refuses_DELETE")
                    : List.of("DROP TRIGGER never_changes ON entry")) {
                Database.run(connection, sql);
            }
            for (String statement : statements) {
                Database.run(connection, statement);
            }
        }
    }

    private static byte[] body(Database database, long position) throws SQLException {
        try (Connection connection = database.connect()) {
            return new EntryTable(connection).bodies(position - 1, position, 1).getFirst();
        }
    }

    private static void write(Database database, long position, byte[] body) throws SQLException {
        change(database);
        try (Connection connection = database.connect()) {
            set(connection, "body", body, position);
        }
    }

    private static void set(Connection connection, String column, byte[] value, long position) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("UPDATE entry SET " + column + " = ? WHERE position = ?")) {
            statement.setBytes(1, value);
            statement.setLong(2, position);
            statement.executeUpdate();
        }
    }

    private static void makeAllHashesAnew(Database database) throws SQLException {
        MerkleTree tree = new MerkleTree();
        try (Connection connection = database.connect()) {
            for (byte[] body : new EntryTable(connection).bodies(0, 10, 10)) {
                Entry entry = CODEC.decode(body);
                tree.append(MerkleTree.leaf(body));
                set(connection, "leaf", MerkleTree.leaf(body).bytes(), entry.position());
                set(connection, "head", tree.head().bytes(), entry.position());
            }
        }
    }
}
