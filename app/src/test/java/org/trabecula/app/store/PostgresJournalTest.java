package org.trabecula.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.trabecula.app.store.Story.draft;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.trabecula.study.journal.Appended.Committed;
import org.trabecula.study.journal.Appended.Conflict;

class PostgresJournalTest extends JournalContract {
    @Override
    Database fresh() {
        return PostgresServer.freshSchema();
    }

    @Test
    void twoInstancesShareOneJournal() {
        try (JdbcJournal other = JdbcJournal.open(database, codec)) {
            for (int i = 0; i < 10; i++) {
                JdbcJournal next = i % 3 == 0 ? other : journal;
                JdbcJournal late = i % 3 == 0 ? journal : other;
                assertThat(next.append(List.of(draft(1, i)))).isInstanceOf(Committed.class);
                assertThat(late.append(List.of(draft(1, i)))).isInstanceOf(Conflict.class);
                assertThat(late.head()).isEqualTo(next.head());
            }
        }
        assertThat(new Verifier(codec, Optional.empty()).verify(database))
                .isEqualTo(new Verification.Sound(journal.head()));
    }

    @Test
    void aServerThatMayLoseWhatItConfirmedIsRefused() {
        PostgresSchema server = PostgresServer.freshSchema();
        Database careless = new PostgresSchema(server.url() + "&options=-c%20synchronous_commit=off", server.schema());
        assertThatThrownBy(() -> JdbcJournal.open(careless, codec))
                .isInstanceOf(StoreFault.class)
                .hasMessageContaining("synchronous_commit = off");
    }
}
