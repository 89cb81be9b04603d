package org.trabecula.study.report;

import java.util.List;

/**
 * A table of the report.
 *
 * @param id {@code t1} to {@code t10}
 * @param columns heads of the columns, that of the row labels first
 * @param notes footnotes, pointed to by cells and rows by their number
 * @param remarks sentences below it that belong to no cell
 */
public record Table(
        String id, Phrase title, List<Phrase> columns, List<Row> rows, List<Phrase> notes, List<Phrase> remarks) {
    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
        remarks = List.copyOf(remarks);
        for (Row row : rows) {
            if (!row.heading() && row.cells().size() != columns.size() - 1) {
                throw new IllegalArgumentException(id + ": the row " + row.label() + " has "
                        + row.cells().size() + " cells under " + columns.size() + " columns");
            }
        }
    }

    /**
     * A row.
     *
     * @param indent how deep it stands below a heading
     * @param cells none for a heading
     */
    public record Row(Phrase label, int indent, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        /** Whether it only stands above others. */
        public boolean heading() {
            return cells.isEmpty();
        }
    }
}
