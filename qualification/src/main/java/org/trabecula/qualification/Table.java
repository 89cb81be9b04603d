package org.trabecula.qualification;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A data set: named columns of equal length. An empty cell (or {@code NA}) is missing.
 *
 * @param name where it came from, for messages
 * @param columns their names
 * @param rows the cells, stripped, each row as long as there are columns
 */
public record Table(String name, List<String> columns, List<List<String>> rows) {
    private static final int MOST_SHOWN = 6;

    public Table {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * Reads a CSV file (RFC 4180, UTF-8, first line names).
     *
     * @throws Unusable if the file cannot be read or is no such table
     */
    public static Table read(Path file) {
        CSVFormat format = CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser parser = format.parse(text)) {
            List<CSVRecord> records = parser.getRecords();
            if (records.isEmpty()) {
                throw new Unusable(file.getFileName() + " is empty; its first line must name the columns");
            }
            List<String> names = cells(records.getFirst());
            if (new HashSet<>(names).size() < names.size()) {
                throw new Unusable(file.getFileName() + " names a column twice: " + names);
            }
            return new Table(
                    String.valueOf(file.getFileName()),
                    names,
                    records.stream().skip(1).map(row -> full(file, names, row)).toList());
        } catch (IOException | UncheckedIOException problem) {
            throw Unusable.unread(file, problem);
        }
    }

    private static List<String> full(Path file, List<String> names, CSVRecord row) {
        if (row.size() != names.size()) {
            throw new Unusable(file.getFileName() + " row " + row.getRecordNumber() + " has " + row.size()
                    + " cells, but there are " + names.size() + " columns");
        }
        return cells(row);
    }

    private static List<String> cells(CSVRecord row) {
        return row.stream().map(String::strip).toList();
    }

    /** How many rows. */
    public int size() {
        return rows.size();
    }

    /** Whether there is such a column. */
    public boolean has(String column) {
        return columns.contains(column);
    }

    /** A column's cells as they stand. */
    public List<String> texts(String column) {
        int index = index(column);
        return rows.stream().map(row -> row.get(index)).toList();
    }

    /** A column as numbers; NaN where the cell is missing. */
    public double[] numbers(String column) {
        int index = index(column);
        return IntStream.range(0, size()).mapToDouble(row -> number(row, index)).toArray();
    }

    /** A column of whole numbers, without missing cells. */
    public int[] counts(String column) {
        double[] numbers = numbers(column);
        int[] counts = new int[numbers.length];
        for (int row = 0; row < counts.length; row++) {
            counts[row] = (int) numbers[row];
            if (counts[row] != numbers[row]) {
                throw new Unusable(place(row, column) + " must be a whole number, but it is '"
                        + rows.get(row).get(index(column)) + "'");
            }
        }
        return counts;
    }

    /** A column of zeros and ones, without missing cells. */
    public boolean[] flags(String column) {
        double[] numbers = numbers(column);
        boolean[] flags = new boolean[numbers.length];
        for (int row = 0; row < flags.length; row++) {
            if (numbers[row] != 0 && numbers[row] != 1) {
                throw new Unusable(place(row, column) + " must be 0 or 1, but it is '"
                        + rows.get(row).get(index(column)) + "'");
            }
            flags[row] = numbers[row] == 1;
        }
        return flags;
    }

    /** A column's values numbered from 0 in the order of their first appearance: clusters, participants. */
    public int[] groups(String column) {
        List<String> texts = texts(column);
        List<String> seen = texts.stream().distinct().toList();
        var place = new java.util.HashMap<String, Integer>();
        seen.forEach(one -> place.put(one, place.size()));
        return texts.stream().mapToInt(place::get).toArray();
    }

    /** A column's distinct values that are not missing, numbers by size and words by alphabet, as R orders factors. */
    public List<String> levels(String column) {
        List<String> levels =
                texts(column).stream().filter(one -> !missing(one)).distinct().toList();
        boolean numeric = levels.stream().allMatch(one -> Numbers.read(one).isPresent());
        return numeric
                ? levels.stream()
                        .sorted(java.util.Comparator.comparingDouble(
                                one -> Numbers.read(one).orElseThrow()))
                        .toList()
                : levels.stream().sorted().toList();
    }

    /** The levels of a column that must have two, such as the arms. */
    List<String> twoLevels(String column) {
        List<String> levels = levels(column);
        if (levels.size() != 2) {
            throw new Unusable(
                    name + ", column " + column + " must have two different values, but it has " + some(levels));
        }
        return levels;
    }

    /** Whether every cell that is not missing is a number. */
    public boolean isNumeric(String column) {
        return texts(column).stream()
                .allMatch(one -> missing(one) || Numbers.read(one).isPresent());
    }

    /** Whether a cell is missing. */
    public boolean isMissing(int row, String column) {
        return missing(rows.get(row).get(index(column)));
    }

    /** The rows in which none of these columns is missing. */
    public Table complete(String... names) {
        return complete(Arrays.asList(names));
    }

    /** The rows in which none of these columns is missing. */
    public Table complete(List<String> names) {
        return where(row -> names.stream().noneMatch(column -> isMissing(row, column)));
    }

    /** Some values for a message: all when they are few. */
    static String some(List<String> values) {
        return values.size() <= MOST_SHOWN
                ? values.toString()
                : String.join(", ", values.subList(0, MOST_SHOWN)) + " and " + (values.size() - MOST_SHOWN) + " more";
    }

    /** Refuses two rows with the same two cells, such as two of one subject at one visit. */
    void requireOnce(String one, String other) {
        var seen = new HashSet<List<String>>();
        for (List<String> row : rows) {
            String first = row.get(index(one));
            String second = row.get(index(other));
            if (!seen.add(List.of(first, second))) {
                throw new Unusable(name + " has two rows with " + one + " " + first + " and " + other + " " + second);
            }
        }
    }

    /** The rows for which a condition on the row number (from 0) holds. */
    public Table where(IntPredicate condition) {
        return new Table(
                name,
                columns,
                IntStream.range(0, size()).filter(condition).mapToObj(rows::get).toList());
    }

    private double number(int row, int column) {
        String cell = rows.get(row).get(column);
        if (missing(cell)) {
            return Double.NaN;
        }
        double number = Numbers.read(cell)
                .orElseThrow(() ->
                        new Unusable(place(row, columns.get(column)) + " must be a number, but it is '" + cell + "'"));
        Numbers.requireUsable(number, place(row, columns.get(column)));
        return number;
    }

    private String place(int row, String column) {
        return name + " row " + (row + 2) + ", column " + column;
    }

    private int index(String column) {
        int index = columns.indexOf(column);
        if (index < 0) {
            throw new Unusable(name + " has no column '" + column + "'; it has " + String.join(", ", columns));
        }
        return index;
    }

    private static boolean missing(String cell) {
        return cell.isEmpty() || cell.equals("NA");
    }
}
