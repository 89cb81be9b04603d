package org.trabecula.exchange.table;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trabecula.exchange.Findings;
import org.trabecula.exchange.Place;
import org.trabecula.exchange.TextFile;

/**
 * What the columns are called in somebody's own table. A line of the mapping file is {@code ours=theirs} or
 * {@code ours,theirs}; nothing after the sign means that the table has no such column; {@code vas_scale=100} says that
 * pain was measured in 0 to 100 mm; a line that starts with {@code #} is a remark.
 */
final class ColumnNames {
    private static final String SCALE = "vas_scale";

    private final Map<OutcomeColumn, String> theirs = new EnumMap<>(OutcomeColumn.class);
    private boolean painInMm;

    private ColumnNames() {}

    static ColumnNames read(Optional<TextFile> mapping, Findings findings) {
        ColumnNames names = new ColumnNames();
        mapping.ifPresent(file -> names.read(file, findings));
        return names;
    }

    private void read(TextFile file, Findings findings) {
        List<String> lines = file.text().lines().toList();
        Set<String> ours = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String line =
                    (i == 0 && lines.get(i).startsWith("\uFEFF") ? lines.get(i).substring(1) : lines.get(i)).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                read(new Place(file.name(), i + 1, 0), line, ours, findings);
            }
        }
        if (new HashSet<>(written()).size() < written().size()) {
            findings.error(Place.in(file.name()), "mapping", "Two columns are mapped to the same column of the table.");
        }
    }

    private List<String> written() {
        return theirs.values().stream().filter(name -> !name.isEmpty()).toList();
    }

    private void read(Place place, String line, Set<String> seen, Findings findings) {
        String[] pair = line.split(line.contains("=") ? "=" : ",", 2);
        String ours = unquoted(pair[0]);
        String other = pair.length < 2 ? "" : unquoted(pair[1]);
        Optional<OutcomeColumn> column = OutcomeColumn.titled(ours);
        if (pair.length < 2) {
            findings.error(place, "mapping", "'" + line + "' is no mapping: write ours=theirs.");
        } else if (!seen.add(ours)) {
            findings.error(place, "mapping", "'" + ours + "' is mapped a second time.");
        } else if (ours.equals(SCALE)) {
            scale(place, other, findings);
        } else if (column.isEmpty()) {
            findings.error(place, "mapping", "'" + ours + "' is none of " + OutcomeColumn.titles() + "," + SCALE + ".");
        } else if (other.isEmpty() && !column.get().optional()) {
            findings.error(place, "mapping", "A table cannot do without the column '" + ours + "'.");
        } else {
            theirs.put(column.get(), other);
        }
    }

    private void scale(Place place, String scale, Findings findings) {
        if (scale.equals("10") || scale.equals("100")) {
            painInMm = scale.equals("100");
        } else {
            findings.error(place, "mapping", SCALE + " is 10 or 100, not '" + scale + "'.");
        }
    }

    private static String unquoted(String cell) {
        String text = cell.strip();
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1).replace("\"\"", "\"").strip()
                : text;
    }

    /** What the column is called in the table; empty when the table does without it. */
    String of(OutcomeColumn column) {
        return theirs.getOrDefault(column, column.title());
    }

    /** Whether the table holds pain as 0 to 100 mm instead of 0 to 10. */
    boolean painInMm() {
        return painInMm;
    }
}
