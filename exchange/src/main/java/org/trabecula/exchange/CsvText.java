package org.trabecula.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads comma-separated text (RFC 4180; a byte-order mark, any line ends and quoted line breaks are welcome). */
public final class CsvText {

    /**
     * One row that is not empty.
     *
     * @param number as in a spreadsheet, from 1
     * @param line where it starts in the text, from 1; larger than the number when cells hold line breaks
     */
    public record Row(int number, int line, List<String> cells) {

        /** The stripped cell, empty when the row is too short for it. */
        public String cell(int index) {
            return index < cells.size() ? cells.get(index).strip() : "";
        }
    }

    private CsvText() {}

    /** All rows with something in them, or fewer when there is a problem. */
    public static List<Row> rows(String file, String text, char delimiter, int most, Findings findings) {
        List<Row> rows = new ArrayList<>();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .get();
        int line = 1;
        int number = 0;
        try (CSVParser parser = CSVParser.parse(withoutMark(text), format)) {
            for (CSVRecord cells : parser) {
                number++;
                if (number > most) {
                    findings.error(
                            new Place(file, number, 0),
                            "too-long",
                            "A table has at most " + most + " rows; this is more.");
                    break;
                }
                if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                    rows.add(new Row(number, line, List.copyOf(cells.toList())));
                }
                line = (int) parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException | UncheckedIOException e) {
            findings.error(
                    new Place(file, line, 0),
                    "csv",
                    "The row that starts here is not comma-separated text: a quoted cell is not closed, or something"
                            + " stands between its closing quote and the next cell.");
        }
        return List.copyOf(rows);
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
