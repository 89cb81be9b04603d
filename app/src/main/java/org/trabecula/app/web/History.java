package org.trabecula.app.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        public boolean changed() {
            return !before.equals(after);
        }

        public boolean corrects() {
            return !before.isEmpty();
        }
    }

    /**
     * An entry, in words.
     *
     * @param lines every value that the entry gives, and those that it takes away
     */
    record Change(Entry entry, String title, List<Difference> lines) {
        Change {
            lines = List.copyOf(lines);
        }

        /** The lines by which something became another. */
        public List<Difference> differences() {
            return lines.stream().filter(Difference::changed).toList();
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
        told.values().forEach(value -> after.put(value.name(), value));
        List<Difference> lines = new ArrayList<>();
        after.values().forEach(now -> lines.add(new Difference(now.label(), text(before, now.name()), now.text())));
        before.values().stream().filter(old -> !after.containsKey(old.name())).forEach(old -> {
            if (told.whole()) {
                lines.add(new Difference(old.label(), old.text(), ""));
            } else {
                after.put(old.name(), old);
            }
        });
        known.put(subject, after);
        return new Change(entry, told.title(), lines);
    }

    private static String text(Map<String, Telling.Value> known, String name) {
        Telling.Value value = known.get(name);
        return value == null ? "" : value.text();
    }
}
