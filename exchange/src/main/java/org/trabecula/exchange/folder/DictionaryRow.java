package org.trabecula.exchange.folder;

import org.trabecula.exchange.CsvText;
import org.trabecula.exchange.Findings;
import org.trabecula.exchange.Place;

/** One row of a data dictionary: one field of a form. */
record DictionaryRow(String file, CsvText.Row row, Findings findings) {

    String cell(Column column) {
        return row.cell(column.ordinal());
    }

    boolean has(Column column) {
        return !cell(column).isEmpty();
    }

    Place place(Column column) {
        return new Place(file, row.line(), column.ordinal() + 1);
    }

    void wrong(Column column, String rule, String sentence) {
        findings.error(place(column), rule, sentence);
    }

    /** {@code y} or nothing. */
    boolean flag(Column column) {
        String cell = cell(column);
        if (!cell.isEmpty() && !cell.equalsIgnoreCase("y")) {
            wrong(column, "wrong-type", "'" + column.heading() + "' is y or empty, not '" + cell + "'.");
        }
        return cell.equalsIgnoreCase("y");
    }
}
