package org.trabecula.exchange.table;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.trabecula.exchange.CsvText;
import org.trabecula.exchange.Findings;
import org.trabecula.exchange.Place;
import org.trabecula.exchange.TextFile;

/**
 * Reads a spreadsheet of outcomes saved as CSV, with the columns {@code subject, arm, visit, fusion, loosening, screws,
 * screws_loose, odi, vas_back, vas_leg} in any order; further columns are left alone. Comma, semicolon or tab may
 * separate the cells (with a semicolon, numbers may have a decimal comma). Words are read in any case.
 */
public final class OutcomeTable {
    private static final int MOST_ROWS = 100_000;
    private static final int LARGEST = 20_000_000;

    private final TextFile file;
    private final Findings findings;

    private OutcomeTable(TextFile file, Findings findings) {
        this.file = file;
        this.findings = findings;
    }

    /**
     * Reads a table.
     *
     * @param mapping what the columns are called in this table, as lines {@code ours=theirs} or {@code ours,theirs}
     *     (nothing after the sign: the table has no such column), and {@code vas_scale=100} for pain in mm
     * @param arms the arms that a row may name
     */
    public static OutcomeReading read(TextFile table, Optional<TextFile> mapping, Set<String> arms) {
        Findings findings = new Findings();
        List<OutcomeRow> rows = new OutcomeTable(table, findings).rows(ColumnNames.read(mapping, findings), arms);
        return findings.broken() ? new OutcomeReading.Broken(findings.errors()) : new OutcomeReading.Rows(rows);
    }

    private List<OutcomeRow> rows(ColumnNames names, Set<String> arms) {
        if (file.text().length() > LARGEST) {
            findings.error(
                    Place.in(file.name()), "too-large", "A table has at most " + LARGEST + " characters; split it.");
            return List.of();
        }
        char delimiter = delimiter(file.text());
        List<CsvText.Row> lines = CsvText.rows(file.name(), file.text(), delimiter, MOST_ROWS, findings);
        if (lines.isEmpty()) {
            findings.error(
                    Place.in(file.name()),
                    "csv-columns",
                    "The table is empty; its columns are " + OutcomeColumn.titles() + ".");
            return List.of();
        }
        Map<OutcomeColumn, Integer> columns = columns(lines.getFirst(), names);
        if (findings.broken()) {
            return List.of();
        }
        OutcomeCells cells = new OutcomeCells(file.name(), columns, arms, names.painInMm(), delimiter == ';', findings);
        List<OutcomeRow> rows = new ArrayList<>();
        for (CsvText.Row line : lines.subList(1, lines.size())) {
            if (line.cells().size() > lines.getFirst().cells().size()) {
                findings.error(
                        new Place(file.name(), line.number(), 0),
                        "csv-columns",
                        "The row has more cells than the header; a text with the separator in it needs quotes.");
            } else {
                cells.row(line).ifPresent(rows::add);
            }
        }
        if (lines.size() == 1) {
            findings.error(Place.in(file.name()), "empty", "The table has a header and no rows.");
        }
        across(rows);
        return rows;
    }

    /** The separator is whatever stands most often in the header. */
    private static char delimiter(String text) {
        String header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return List.of(',', ';', '\t').stream()
                .max((one, other) -> Long.compare(count(header, one), count(header, other)))
                .filter(best -> count(header, best) > 0)
                .orElse(',');
    }

    private static long count(String header, char sign) {
        return header.chars().filter(c -> c == sign).count();
    }

    private Map<OutcomeColumn, Integer> columns(CsvText.Row header, ColumnNames names) {
        Map<OutcomeColumn, Integer> columns = new EnumMap<>(OutcomeColumn.class);
        Set<String> missing = new TreeSet<>();
        for (OutcomeColumn column : OutcomeColumn.values()) {
            String name = names.of(column);
            for (int i = 0; i < header.cells().size(); i++) {
                if (!name.isEmpty()
                        && header.cell(i).equalsIgnoreCase(name)
                        && columns.putIfAbsent(column, i) != null) {
                    findings.error(
                            new Place(file.name(), header.number(), i + 1),
                            "csv-columns",
                            "The column '" + name + "' stands twice.");
                }
            }
            if (!name.isEmpty() && !columns.containsKey(column)) {
                missing.add(name);
            }
        }
        if (!missing.isEmpty()) {
            findings.error(
                    new Place(file.name(), header.number(), 0),
                    "csv-columns",
                    "The table has no column " + String.join(", ", missing) + "." + strangers(header, names)
                            + " Its columns are " + OutcomeColumn.titles()
                            + "; a mapping file gives other names (ours=theirs) or says that there is none (ours=).");
        }
        return columns;
    }

    /** The columns that nothing is read from: among them is the one whose name was misspelt. */
    private static String strangers(CsvText.Row header, ColumnNames names) {
        Set<String> read = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (OutcomeColumn column : OutcomeColumn.values()) {
            read.add(names.of(column));
        }
        List<String> others = header.cells().stream()
                .filter(name -> !name.isBlank() && !read.contains(name))
                .toList();
        return others.isEmpty() ? "" : " Nothing is read from " + String.join(", ", others) + ".";
    }

    private void across(List<OutcomeRow> rows) {
        record Key(String subject, int months) {}
        Map<Key, OutcomeRow> visits = new HashMap<>();
        Map<String, OutcomeRow> subjects = new HashMap<>();
        for (OutcomeRow row : rows) {
            Place place = new Place(file.name(), row.row(), 0);
            OutcomeRow same = visits.putIfAbsent(new Key(row.subject(), row.months()), row);
            if (same != null) {
                findings.error(
                        place,
                        "duplicate-row",
                        row.subject() + " at " + row.months() + " months stands in row " + same.row() + " already.");
            }
            OutcomeRow first = subjects.putIfAbsent(row.subject(), row);
            if (first != null && !first.arm().equals(row.arm())) {
                findings.error(
                        place,
                        "two-arms",
                        row.subject() + " is in the arm " + row.arm() + " here and in " + first.arm() + " in row "
                                + first.row() + ".");
            }
        }
    }
}
