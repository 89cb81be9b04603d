package org.trabecula.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trabecula.app.store.Story.NOON;
import static org.trabecula.app.store.Story.consent;
import static org.trabecula.app.store.Story.draft;
import static org.trabecula.app.store.Story.participant;
import static org.trabecula.app.store.Story.submitted;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trabecula.study.journal.Appended;
import org.trabecula.study.journal.Appended.Committed;
import org.trabecula.study.journal.Appended.Conflict;
import org.trabecula.study.journal.Draft;
import org.trabecula.study.journal.Entry;
import org.trabecula.study.journal.Fact;
import org.trabecula.study.journal.Head;
import org.trabecula.study.journal.MerkleTree;

/** What every database must do alike. */
abstract class JournalContract {
    final FactCodec codec = new FactCodec();
    Database database;
    JdbcJournal journal;

    abstract Database fresh() throws SQLException;

    @BeforeEach
    void open() throws SQLException {
        database = fresh();
        journal = JdbcJournal.open(database, codec);
    }

    @AfterEach
    void close() {
        journal.close();
    }

    private List<Entry> all() {
        List<Entry> entries = new ArrayList<>();
        journal.replay(0, entries::add);
        return entries;
    }

    private List<Entry> committed(Draft... drafts) {
        Appended answer = journal.append(List.of(drafts));
        assertThat(answer).isInstanceOf(Committed.class);
        return ((Committed) answer).entries();
    }

    @Test
    void anEmptyJournalHasTheHeadOfTheEmptyTree() {
        // RFC 9162, 2.1.1: the hash of an empty list is the hash of an empty string.
        String emptyString = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assertThat(journal.head().position()).isZero();
        assertThat(journal.head().hash()).hasToString(emptyString);
        assertThat(journal.headAt(0)).isEqualTo(journal.head());
        assertThat(all()).isEmpty();
        assertThat(journal.append(List.of())).isEqualTo(new Committed(List.of()));
    }

    @Test
    void whatWasAppendedIsReplayedInOrderAndUnchanged() {
        List<Entry> appended = new ArrayList<>(committed(draft(1, 0), draft(2, 0), draft(1, 1)));
        appended.addAll(committed(draft(1, 2)));
        assertThat(all()).isEqualTo(appended);
        assertThat(appended).extracting(Entry::position).containsExactly(1L, 2L, 3L, 4L);
        assertThat(journal.about(participant(1))).containsExactly(appended.get(0), appended.get(2), appended.get(3));
        List<Entry> middle = new ArrayList<>();
        journal.replay(1, 3, middle::add);
        assertThat(middle).isEqualTo(appended.subList(1, 3));
    }

    @Test
    void replayGoesOnAcrossPages() {
        List<Draft> drafts =
                LongStream.range(0, 9_000).mapToObj(i -> draft(1, i)).toList();
        journal.append(drafts);
        assertThat(all()).hasSize(9_000).last().extracting(Entry::version).isEqualTo(8_999L);
    }

    @Test
    void allDraftsOrNone() {
        Appended answer = journal.append(List.of(draft(1, 0), draft(2, 5)));
        assertThat(answer).isEqualTo(new Conflict("The next version of participant/P-2 is 0, not 5"));
        assertThat(all()).isEmpty();
        committed(draft(1, 0));
    }

    @Test
    void aVersionThatIsTakenIsAConflict() {
        committed(draft(1, 0));
        assertThat(journal.append(List.of(draft(1, 0, consent("3.0"))))).isInstanceOf(Conflict.class);
        assertThat(journal.append(List.of(draft(1, 1), draft(1, 1)))).isInstanceOf(Conflict.class);
        assertThat(all()).hasSize(1);
    }

    @Test
    void aSubmissionIsTakenOnceButMayHoldSeveralEntries() {
        committed(submitted(draft(1, 0), "k"), submitted(draft(1, 1), "k"), submitted(draft(2, 0), "l"));
        assertThat(journal.append(List.of(submitted(draft(1, 2), "k"))))
                .isEqualTo(new Conflict("The submission k is already in the journal"));
        assertThat(new Verifier(codec, Optional.empty()).verify(database)).isInstanceOf(Verification.Sound.class);
    }

    @Test
    void timeNeverRunsBack() {
        committed(Story.at(draft(1, 0), NOON), Story.at(draft(1, 1), NOON.minusSeconds(60)));
        assertThat(all()).extracting(Entry::at).containsExactly(NOON, NOON);
        reopen();
        committed(Story.at(draft(1, 2), NOON.minusSeconds(3600)));
        committed(Story.at(draft(1, 3), NOON.plusSeconds(1)));
        assertThat(all()).extracting(Entry::at).containsExactly(NOON, NOON, NOON, NOON.plusSeconds(1));
    }

    private void reopen() {
        journal.close();
        journal = JdbcJournal.open(database, codec);
    }

    @Test
    void headsAreThoseOfTheTreeOverTheStoredBytes() {
        MerkleTree tree = new MerkleTree();
        for (int i = 0; i < 21; i++) {
            if (i == 13) {
                reopen();
            }
            tree.append(
                    MerkleTree.leaf(codec.encode(committed(draft(i % 3, i / 3)).getFirst())));
            Head expected = new Head(i + 1, tree.head());
            assertThat(journal.head()).isEqualTo(expected);
            assertThat(journal.headAt(i + 1)).isEqualTo(expected);
        }
        assertThatThrownBy(() -> journal.headAt(22)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ofEightWhoWriteTheSameVersionOneWins() throws InterruptedException, ExecutionException {
        int rounds = 40;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> writers = IntStream.range(0, 8)
                    .mapToObj(writer -> threads.submit(() -> writeEveryVersionOnce(writer, rounds)))
                    .toList();
            int won = 0;
            for (Future<Integer> writer : writers) {
                won += writer.get();
            }
            // Each round, one shared version is won by one of the eight, and each adds one entry of its own.
            assertThat(won).isEqualTo(rounds + 8 * rounds);
        }
        Set<String> places = new HashSet<>();
        all().forEach(entry ->
                assertThat(places.add(entry.stream() + "@" + entry.version())).isTrue());
        assertThat(new Verifier(codec, Optional.of(journal.head())).verify(database))
                .isEqualTo(new Verification.Sound(journal.head()));
    }

    private int writeEveryVersionOnce(int writer, int rounds) {
        int won = 0;
        for (int version = 0; version < rounds; version++) {
            won += journal.append(List.of(draft(0, version))) instanceof Committed ? 1 : 0;
            won += journal.append(List.of(draft(1 + writer, version))) instanceof Committed ? 1 : 0;
        }
        return won;
    }

    private record NobodysFact() implements Fact {}

    @Test
    void everyCharacterIsReadBack() {
        List<Entry> written = committed(draft(1, 0, consent("\0 \n \" \\ 同意 \ud83e\uddb4 \ud800 \u2028")));
        assertThat(all()).isEqualTo(written);
    }

    @Test
    void anEntryThatCannotBeWrittenFailsAlone() {
        assertThatThrownBy(() -> journal.append(List.of(draft(1, 0), draft(1, 1, new NobodysFact()))))
                .isInstanceOf(StoreFault.class)
                .hasMessageContaining("NobodysFact is not registered as a kind of fact");
        assertThatThrownBy(() -> journal.append(List.of(submitted(draft(1, 0), "a\0b"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(all()).isEmpty();
        committed(draft(1, 0));
    }

    @Test
    void theDatabaseItselfRefusesToChangeAnEntry() throws SQLException {
        committed(draft(1, 0));
        try (Connection connection = database.connect()) {
            for (String sql : List.of("UPDATE entry SET stream = 'participant/P-9'", "DELETE FROM entry")) {
                assertThatThrownBy(() -> Database.run(connection, sql)).hasMessageContaining("append-only");
            }
        }
        assertThat(all()).hasSize(1);
    }

    @Test
    void afterAFailedWriteNothingMoreIsTaken() throws SQLException {
        committed(draft(1, 0));
        try (Connection connection = database.connect()) {
            Database.run(connection, "ALTER TABLE entry RENAME TO gone");
            assertThatThrownBy(() -> journal.append(List.of(draft(1, 1)))).isInstanceOf(StoreFault.class);
            Database.run(connection, "ALTER TABLE gone RENAME TO entry");
        }
        assertThatThrownBy(() -> journal.append(List.of(draft(1, 1))))
                .isInstanceOf(StoreFault.class)
                .hasMessageContaining("takes nothing more until the program is started again");
        reopen();
        committed(draft(1, 1));
    }

    @Test
    void aClosedJournalSaysSo() {
        journal.close();
        assertThatThrownBy(() -> journal.append(List.of(draft(1, 0)))).hasMessage("The journal is closed");
    }
}
