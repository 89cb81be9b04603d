package org.trabecula.app.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trabecula.study.journal.Entry;

/**
 * Turns entries into changes: who said what, when and why, and what each thing had been before. The old value is in no
 * entry; it is what the entries before it come to.
 */
final class History {

    /**
     * One value that became another.
     *
     * @param before empty when there was none
     * @param after empty when it was taken away
     */
    record Difference(String label, String before, String after) {
        public boolean corrects() {
            return !before.isEmpty();
        }
    }

    /** An entry, in words. */
    record Change(Entry entry, String title, List<Difference> differences) {
        Change {
            differences = List.copyOf(differences);
        }
    }

    private final Telling telling;
    private final Map<String, Map<String, Telling.Value>> known = new HashMap<>();

    private History(Telling telling) {
        this.telling = telling;
    }

    /**
     * The changes, in the order of the entries.
     *
     * @param entries in order of position, and all that there are about their streams: an old value is looked for in them
     */
    static List<Change> of(List<Entry> entries, Telling telling) {
        History history = new History(telling);
        return entries.stream().map(history::change).toList();
    }

    private Change change(Entry entry) {
        Telling.Told told = telling.tell(entry.fact());
        String subject = entry.stream() + " " + told.subject();
        Map<String, Telling.Value> before = known.getOrDefault(subject, Map.of());
        Map<String, Telling.Value> after = new LinkedHashMap<>();
        if (!told.whole()) {
            after.putAll(before);
        }
        told.values().forEach(value -> after.put(value.name(), value));
        known.put(subject, after);
        return new Change(entry, told.title(), differences(before, after));
    }

    private static List<Difference> differences(Map<String, Telling.Value> before, Map<String, Telling.Value> after) {
        Set<String> names = new LinkedHashSet<>(after.keySet());
        names.addAll(before.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String name : names) {
            Telling.Value old = before.get(name);
            Telling.Value now = after.get(name);
            String was = old == null ? "" : old.text();
            String is = now == null ? "" : now.text();
            String label = now != null ? now.label() : old != null ? old.label() : name;
            if (!was.equals(is)) {
                differences.add(new Difference(label, was, is));
            }
        }
        return differences;
    }
}
