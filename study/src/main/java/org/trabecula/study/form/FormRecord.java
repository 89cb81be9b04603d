package org.trabecula.study.form;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.trabecula.study.protocol.Answers;

/**
 * One form as it now stands.
 *
 * @param revision how often it was saved; 0 means never. A save names the revision it saw.
 * @param begun the journal position of its first save; 0 means never
 * @param values by item name; items without a value are not there
 * @param positions the journal position that gave each item its present value (cleared items included)
 */
public record FormRecord(
        long revision,
        long begun,
        SortedMap<String, String> values,
        SortedMap<String, Long> positions,
        String lastSavedBy)
        implements Answers {
    public static final FormRecord NEVER_SAVED =
            new FormRecord(0, 0, Collections.emptySortedMap(), Collections.emptySortedMap(), "");

    public FormRecord {
        values = Collections.unmodifiableSortedMap(values);
        positions = Collections.unmodifiableSortedMap(positions);
    }

    @Override
    public String value(String field) {
        return values.getOrDefault(field, "");
    }

    public FormRecord after(FormFact.FormSaved fact, long position, String user) {
        TreeMap<String, String> nextValues = new TreeMap<>(values);
        TreeMap<String, Long> nextPositions = new TreeMap<>(positions);
        fact.changes().forEach((item, value) -> {
            nextPositions.put(item, position);
            if (value.isEmpty()) {
                nextValues.remove(item);
            } else {
                nextValues.put(item, value);
            }
        });
        return new FormRecord(revision + 1, begun == 0 ? position : begun, nextValues, nextPositions, user);
    }
}
