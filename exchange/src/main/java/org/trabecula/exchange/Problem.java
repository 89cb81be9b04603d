package org.trabecula.exchange;

/**
 * Something wrong with a text that was brought in.
 *
 * @param line counted from 1 as in an editor (in a table: the row as in a spreadsheet, the header being 1); 0 for none
 * @param column counted from 1 (in a CSV: cells); 0 for none
 * @param rule short and stable, for example {@code unknown-field}
 * @param sentence what is wrong, in words
 */
public record Problem(String file, int line, int column, String rule, String sentence) {

    @Override
    public String toString() {
        return new Place(file, line, column) + ": " + sentence + " [" + rule + "]";
    }
}
