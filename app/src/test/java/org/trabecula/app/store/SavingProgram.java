package org.trabecula.app.store;

import static org.trabecula.app.store.Story.draft;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.trabecula.study.journal.Appended.Committed;
import org.trabecula.study.journal.Entry;
import org.trabecula.study.journal.Journal;

/** A program of its own that saves for ever and says so: one line {@code stream@version position.} for each save. */
final class SavingProgram {
    private static final int SAVERS = 4;

    private SavingProgram() {}

    public static void main(String[] arguments) {
        Journal journal = JdbcJournal.open(new SqliteFile(Path.of(arguments[0])), new FactCodec());
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int saver = 0; saver < SAVERS; saver++) {
                int participant = saver;
                threads.execute(() -> saveForEver(journal, participant));
            }
        }
    }

    private static void saveForEver(Journal journal, int participant) {
        long version = journal.about(Story.participant(participant)).size();
        while (journal.append(List.of(draft(participant, version))) instanceof Committed(List<Entry> saved)) {
            Entry entry = saved.getFirst();
            System.out.println(entry.stream() + "@" + entry.version() + " " + entry.position() + ".");
            version++;
        }
        throw new IllegalStateException("Nobody else saves these");
    }
}
