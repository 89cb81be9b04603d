package org.trabecula.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.trabecula.study.journal.Appended;
import org.trabecula.study.journal.Draft;
import org.trabecula.study.journal.Entry;
import org.trabecula.study.journal.Head;
import org.trabecula.study.journal.Journal;
import org.trabecula.study.journal.MerkleTree;
import org.trabecula.study.journal.StreamId;

/** A journal for one writer that is forgotten with the measurement; its heads name the position alone. */
final class JournalInMemory implements Journal {
    private final List<Entry> entries = new ArrayList<>();

    @Override
    public Appended append(List<Draft> drafts) {
        List<Entry> added = new ArrayList<>();
        for (Draft draft : drafts) {
            added.add(Entry.of(entries.size() + 1L + added.size(), draft));
        }
        entries.addAll(added);
        return new Appended.Committed(added);
    }

    @Override
    public void replay(long after, long to, Consumer<Entry> reader) {
        entries.subList((int) after, (int) Math.min(to, entries.size())).forEach(reader);
    }

    @Override
    public List<Entry> about(StreamId stream) {
        return entries.stream().filter(entry -> entry.stream().equals(stream)).toList();
    }

    @Override
    public Head head() {
        return headAt(entries.size());
    }

    @Override
    public Head headAt(long position) {
        return new Head(position, new MerkleTree().head());
    }
}
