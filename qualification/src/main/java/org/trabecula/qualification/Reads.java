package org.trabecula.qualification;

import java.util.HashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.trabecula.statistics.agreement.Ratings;

/**
 * Columns of reads as categories numbered from 0.
 *
 * @param categories their names in order
 * @param bySubject a row for each subject, a number for each reader
 */
record Reads(List<String> categories, int[][] bySubject) {

    /** The reads of some columns; the categories are those that occur, as R orders factors, where none are named. */
    static Reads of(Table table, List<String> columns, List<String> named) {
        var all = new Table(
                table.name(),
                List.of("read"),
                columns.stream()
                        .flatMap(column -> table.texts(column).stream())
                        .map(List::of)
                        .toList());
        List<String> occurring =
                all.levels("read").stream().map(Reads::plain).distinct().toList();
        List<String> categories =
                named.isEmpty() ? occurring : named.stream().map(Reads::plain).toList();
        var numbers = new HashMap<String, Integer>();
        categories.forEach(one -> numbers.put(one, numbers.size()));
        int[][] reads = new int[table.size()][columns.size()];
        for (int reader = 0; reader < columns.size(); reader++) {
            List<String> texts = table.texts(columns.get(reader));
            for (int row = 0; row < reads.length; row++) {
                reads[row][reader] = table.isMissing(row, columns.get(reader))
                        ? Ratings.MISSING
                        : number(numbers, plain(texts.get(row)), columns.get(reader));
            }
        }
        return new Reads(categories, reads);
    }

    /** One reader's column. */
    int[] byReader(int reader) {
        return Stream.of(bySubject).mapToInt(row -> row[reader]).toArray();
    }

    private static int number(HashMap<String, Integer> numbers, String category, String column) {
        Integer number = numbers.get(category);
        if (number == null) {
            throw new Unusable("column " + column + " has the category '" + category
                    + "', which is not among inputs.categories " + numbers.keySet());
        }
        return number;
    }

    /** 1.0 and 1 are one category. */
    private static String plain(String text) {
        OptionalDouble number = Numbers.read(text);
        return number.isPresent() ? DescribeMethods.plain(number.orElseThrow()) : text;
    }
}
