package org.trabecula.app.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.trabecula.study.journal.Appended;
import org.trabecula.study.journal.Draft;
import org.trabecula.study.journal.Entry;
import org.trabecula.study.journal.Hash;
import org.trabecula.study.journal.Head;
import org.trabecula.study.journal.Journal;
import org.trabecula.study.journal.StreamId;

/** A journal for tests of the pages: a list with the order of versions kept. Its heads say only how long it is. */
final class ListJournal implements Journal {
    private final List<Entry> entries = new ArrayList<>();
    private final Map<StreamId, List<Entry>> streams = new HashMap<>();

    @Override
    public synchronized Appended append(List<Draft> drafts) {
        for (Draft draft : drafts) {
            List<Entry> stream = streams.computeIfAbsent(draft.stream(), _ -> new ArrayList<>());
            if (draft.version() < stream.size()) {
                return new Appended.Conflict(draft.stream() + " is at version " + stream.size());
            }
        }
        return new Appended.Committed(drafts.stream().map(this::add).toList());
    }

    private Entry add(Draft draft) {
        Entry entry = Entry.of(entries.size() + 1L, draft);
        entries.add(entry);
        streams.computeIfAbsent(draft.stream(), _ -> new ArrayList<>()).add(entry);
        return entry;
    }

    @Override
    public void replay(long after, long to, Consumer<Entry> reader) {
        List<Entry> between;
        synchronized (this) {
            int end = (int) Math.min(to, entries.size());
            between = after >= end ? List.of() : List.copyOf(entries.subList((int) after, end));
        }
        between.forEach(reader);
    }

    @Override
    public synchronized List<Entry> about(StreamId stream) {
        return List.copyOf(streams.getOrDefault(stream, List.of()));
    }

    @Override
    public synchronized Head head() {
        return headAt(entries.size());
    }

    @Override
    public Head headAt(long position) {
        return new Head(
                position, Hash.sha256(String.valueOf(position).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
}
