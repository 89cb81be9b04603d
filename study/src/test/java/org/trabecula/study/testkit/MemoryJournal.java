package org.trabecula.study.testkit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.trabecula.study.journal.Appended;
import org.trabecula.study.journal.Draft;
import org.trabecula.study.journal.Entry;
import org.trabecula.study.journal.Head;
import org.trabecula.study.journal.Journal;
import org.trabecula.study.journal.MerkleTree;
import org.trabecula.study.journal.StreamId;

/**
 * A journal that keeps its word in every respect but durability. A leaf of its tree is the entry's text in UTF-8, so its
 * heads tell apart what entries tell apart, but are not those of a store. Safe for use by several threads.
 */
public final class MemoryJournal implements Journal {
    private final List<Entry> entries = new ArrayList<>();
    private final List<Head> heads = new ArrayList<>();
    private final Map<StreamId, Long> versions = new HashMap<>();
    private final Set<String> keys = new HashSet<>();
    private final MerkleTree tree = new MerkleTree();

    public MemoryJournal() {
        heads.add(new Head(0, tree.head()));
    }

    @Override
    public synchronized Appended append(List<Draft> drafts) {
        Map<StreamId, Long> nextVersions = new HashMap<>();
        Set<String> newKeys = new HashSet<>();
        for (Draft draft : drafts) {
            long next = nextVersions.getOrDefault(draft.stream(), versions.getOrDefault(draft.stream(), 0L));
            if (draft.version() != next) {
                return new Appended.Conflict(draft.stream() + " is at version " + next + ", not " + draft.version());
            }
            nextVersions.put(draft.stream(), next + 1);
            String key = draft.submission().map(s -> s.key()).orElse("");
            if (keys.contains(key) || (!key.isEmpty() && !newKeys.add(key))) {
                return new Appended.Conflict("The submission key " + key + " was used before");
            }
        }
        versions.putAll(nextVersions);
        keys.addAll(newKeys);
        return new Appended.Committed(drafts.stream().map(this::add).toList());
    }

    private Entry add(Draft draft) {
        Entry entry = Entry.of(entries.size() + 1L, draft);
        entries.add(entry);
        tree.append(MerkleTree.leaf(entry.toString().getBytes(StandardCharsets.UTF_8)));
        heads.add(new Head(entry.position(), tree.head()));
        return entry;
    }

    /** Every entry so far, in order. */
    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    @Override
    public void replay(long after, long to, Consumer<Entry> reader) {
        between(after, to).forEach(reader);
    }

    private synchronized List<Entry> between(long after, long to) {
        int end = (int) Math.min(to, entries.size());
        return after >= end ? List.of() : List.copyOf(entries.subList((int) after, end));
    }

    @Override
    public synchronized List<Entry> about(StreamId stream) {
        return entries.stream().filter(entry -> entry.stream().equals(stream)).toList();
    }

    @Override
    public synchronized Head head() {
        return heads.getLast();
    }

    @Override
    public synchronized Head headAt(long position) {
        if (position < 0 || position >= heads.size()) {
            throw new IllegalArgumentException("The journal has " + entries.size() + " entries, not " + position);
        }
        return heads.get((int) position);
    }
}
