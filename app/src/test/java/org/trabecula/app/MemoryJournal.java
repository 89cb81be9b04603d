package org.trabecula.app;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.trabecula.study.journal.Appended;
import org.trabecula.study.journal.Draft;
import org.trabecula.study.journal.Entry;
import org.trabecula.study.journal.Head;
import org.trabecula.study.journal.Journal;
import org.trabecula.study.journal.MerkleTree;
import org.trabecula.study.journal.StreamId;

/** A journal that forgets everything when the test ends. A leaf of its tree is the entry's text. */
public final class MemoryJournal implements Journal {
    private final List<Entry> entries = new ArrayList<>();
    private final Map<StreamId, Long> versions = new HashMap<>();

    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    @Override
    public synchronized Appended append(List<Draft> drafts) {
        List<Entry> added = new ArrayList<>();
        for (Draft draft : drafts) {
            long next = versions.merge(draft.stream(), 1L, Long::sum) - 1;
            if (draft.version() != next) {
                throw new IllegalStateException("Version " + draft.version() + " where " + next + " was due: " + draft);
            }
            Entry entry = Entry.of(entries.size() + 1L, draft);
            entries.add(entry);
            added.add(entry);
        }
        return new Appended.Committed(added);
    }

    @Override
    public void replay(long after, long to, Consumer<Entry> reader) {
        List<Entry> all = entries();
        all.subList((int) after, (int) Math.min(to, all.size())).forEach(reader);
    }

    @Override
    public List<Entry> about(StreamId stream) {
        return entries().stream().filter(entry -> entry.stream().equals(stream)).toList();
    }

    @Override
    public Head head() {
        return headAt(entries().size());
    }

    @Override
    public Head headAt(long position) {
        MerkleTree tree = new MerkleTree();
        entries()
                .subList(0, (int) position)
                .forEach(entry -> tree.append(MerkleTree.leaf(entry.toString().getBytes(StandardCharsets.UTF_8))));
        return new Head(position, tree.head());
    }
}
