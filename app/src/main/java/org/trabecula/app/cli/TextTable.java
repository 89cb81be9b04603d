package org.trabecula.app.cli;

import java.util.ArrayList;
import java.util.List;

/** Columns for a terminal: the first to the left, the others to the right. A row of one cell is a heading across. */
final class TextTable {
    private static final String GAP = "  ";
    private final List<List<String>> rows = new ArrayList<>();

    TextTable(List<String> head) {
        rows.add(List.copyOf(head));
    }

    void add(List<String> row) {
        rows.add(List.copyOf(row));
    }

    String print() {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size() && row.size() > 1; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        StringBuilder out = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                String padding = " ".repeat(Math.max(0, widths[i] - row.get(i).length()));
                line.append(i == 0 ? row.get(i) + padding : GAP + padding + row.get(i));
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
        return out.toString();
    }
}
