package org.trabecula.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trabecula.app.store.Story.draft;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.study.journal.Appended.Committed;
import org.trabecula.study.participant.ParticipantId;

/** Journal, vault and secrets together, as the program opens them. */
abstract class StoresContract {
    static final ParticipantId LI = new ParticipantId("P-1");
    static final ParticipantId CHEN = new ParticipantId("P-2");
    static final Identity WHO_LI_IS = new Identity("李明", "1957-04-09", "MRN 00417a", "555-0117");
    static final Identity WHO_CHEN_IS = new Identity("Chen Hua", "", "MRN 9", "");

    @TempDir
    Path folder;

    Optional<String> url = Optional.empty();
    Stores stores;

    abstract Optional<String> address() throws SQLException;

    abstract Database vault();

    Path home() {
        return folder.resolve("home");
    }

    @BeforeEach
    void open() throws SQLException {
        url = address();
        stores = opened();
    }

    Stores opened() {
        return opened(home());
    }

    Stores opened(Path place) {
        return Stores.open(place, url, Clock.fixed(Story.NOON, ZoneOffset.UTC));
    }

    @AfterEach
    void close() {
        stores.close();
    }

    @Test
    void aFolderBelongsToOneProcess() {
        assertThatThrownBy(this::opened)
                .isInstanceOf(StoreFault.class)
                .hasMessageContaining("The program is already running on");
    }

    @Test
    void whatWasKeptIsThereAfterAnotherStart() {
        assertThat(stores.journal().append(List.of(draft(1, 0)))).isInstanceOf(Committed.class);
        stores.vault().put(LI, WHO_LI_IS);
        String token = stores.credentials().newLink(Optional.of("li.na"), Duration.ofHours(1));
        stores.credentials().choose(token, "li.na", "correct horse");
        var head = stores.journal().head();
        stores.close();
        stores = opened();
        assertThat(stores.verify(Optional.of(head))).isEqualTo(new Verification.Sound(head));
        assertThat(stores.vault().find(LI)).contains(WHO_LI_IS);
        assertThat(stores.credentials().check("li.na", "correct horse")).isEqualTo(new Credentials.Check.Passed());
    }

    @Test
    void anIdentityIsReplacedWhole() {
        assertThat(stores.vault().find(LI)).isEmpty();
        stores.vault().put(LI, WHO_LI_IS);
        stores.vault().put(LI, WHO_CHEN_IS);
        assertThat(stores.vault().find(LI)).contains(WHO_CHEN_IS);
        assertThat(stores.vault().withRecordNumber("MRN 00417a")).isEmpty();
    }

    @Test
    void theSameRecordNumberIsFoundHoweverItIsSpaced() {
        stores.vault().put(LI, WHO_LI_IS);
        stores.vault().put(CHEN, WHO_CHEN_IS);
        assertThat(stores.vault().withRecordNumber("mrn00417A ")).containsExactly(LI);
        assertThat(stores.vault().withRecordNumber("MRN 00418a")).isEmpty();
        stores.vault().put(LI, new Identity("李明", "", "", ""));
        assertThat(stores.vault().withRecordNumber(" ")).isEmpty();
    }

    @Test
    void theDatabaseHoldsNothingOfAnIdentityInClear() throws SQLException {
        stores.vault().put(LI, WHO_LI_IS);
        assertThat(WHO_LI_IS.toString()).doesNotContain("李明");
        try (Connection connection = vault().connect();
                Statement statement = connection.createStatement();
                var row = statement.executeQuery("SELECT name, born, record, phone, record_index FROM identity")) {
            assertThat(row.next()).isTrue();
            for (int column = 1; column <= 5; column++) {
                assertThat(new String(row.getBytes(column), StandardCharsets.UTF_8))
                        .doesNotContain("李明", "1957-04", "00417", "555-0117");
            }
        }
    }

    @Test
    void aFieldMovedToAnotherParticipantIsNotOpened() throws SQLException {
        stores.vault().put(LI, WHO_LI_IS);
        stores.vault().put(CHEN, WHO_CHEN_IS);
        try (Connection connection = vault().connect()) {
            Database.run(
                    connection,
                    "UPDATE identity SET name = (SELECT name FROM identity WHERE participant = 'P-1')"
                            + " WHERE participant = 'P-2'");
        }
        assertThatThrownBy(() -> stores.vault().find(CHEN))
                .isInstanceOf(StoreFault.class)
                .hasMessageContaining("P-2/name");
    }

    @Test
    void theKeyIsForItsOwnerOnly() throws IOException {
        Path key = home().resolve("vault.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        stores.close();
        assertThatThrownBy(this::opened).isInstanceOf(StoreFault.class).hasMessageContaining("chmod 600");
    }

    @Test
    void aVaultIsNotOpenedWithoutItsOwnKey() throws IOException {
        stores.close();
        Path key = home().resolve("vault.key");
        Files.delete(key);
        assertThatThrownBy(this::opened).isInstanceOf(StoreFault.class).hasMessageContaining("is missing");
        assertThat(key).doesNotExist();
        VaultKey.create(key);
        assertThatThrownBy(this::opened)
                .isInstanceOf(StoreFault.class)
                .hasMessageContaining("is not the key with which this vault was made");
    }
}
