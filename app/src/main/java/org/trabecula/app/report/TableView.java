package org.trabecula.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.trabecula.study.report.Cell;
import org.trabecula.study.report.Derivation;
import org.trabecula.study.report.Table;

/**
 * A table in words.
 *
 * @param notes each with its letter before it
 */
public record TableView(
        String id, String title, List<String> heads, List<Row> rows, List<String> notes, List<String> remarks) {
    public TableView {
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
        remarks = List.copyOf(remarks);
    }

    public record Row(String label, boolean heading, List<Item> items) {
        public Row {
            items = List.copyOf(items);
        }
    }

    /**
     * A cell.
     *
     * @param letters of its footnotes
     * @param words whether it stands to the left, as words do
     * @param pad how many digits after the point it has fewer than its column; a number that has none lacks the point too
     * @param derivation its number in the list of derivations
     */
    public record Item(String text, String letters, boolean words, int pad, boolean point, OptionalInt derivation) {}

    /** Whether a column, from 0 for the labels, has words alone; its head then stands to the left as well. */
    boolean words(int column) {
        if (column == 0) {
            return true;
        }
        List<Item> own = rows.stream()
                .filter(row -> !row.heading())
                .map(row -> row.items().get(column - 1))
                .filter(item -> !item.text().isEmpty())
                .toList();
        return !own.isEmpty() && own.stream().allMatch(Item::words);
    }

    static TableView of(Table table, Wording wording, Derivations derivations) {
        int[] decimals = decimals(table);
        List<Row> rows = new ArrayList<>();
        for (Table.Row row : table.rows()) {
            List<Item> items = new ArrayList<>();
            for (int column = 0; column < row.cells().size(); column++) {
                items.add(item(row.cells().get(column), decimals[column], wording, derivations));
            }
            rows.add(new Row(wording.say(row.label()), row.heading(), items));
        }
        List<String> notes = new ArrayList<>();
        for (int i = 0; i < table.notes().size(); i++) {
            notes.add(letter(i) + "  " + wording.say(table.notes().get(i)));
        }
        return new TableView(
                table.id(),
                wording.say(table.title()),
                table.columns().stream().map(wording::say).toList(),
                rows,
                notes,
                table.remarks().stream().map(wording::say).toList());
    }

    private static Item item(Cell cell, int most, Wording wording, Derivations derivations) {
        Optional<Integer> own = digits(cell);
        StringBuilder letters = new StringBuilder();
        cell.notes().forEach(note -> letters.append(letter(note)));
        OptionalInt derivation = cell.derivation()
                .map((Derivation one) -> OptionalInt.of(derivations.number(one)))
                .orElseGet(OptionalInt::empty);
        return new Item(
                wording.cell(cell.content()),
                letters.toString(),
                cell.content() instanceof Cell.Said || cell.content() instanceof Cell.Unavailable,
                own.map(digits -> most - digits).orElse(0),
                own.filter(digits -> digits == 0 && most > 0).isPresent(),
                derivation);
    }

    private static int[] decimals(Table table) {
        int[] most = new int[table.columns().size()];
        table.rows().forEach(row -> {
            for (int column = 0; column < row.cells().size(); column++) {
                most[column] =
                        Math.max(most[column], digits(row.cells().get(column)).orElse(0));
            }
        });
        return most;
    }

    private static Optional<Integer> digits(Cell cell) {
        return switch (cell.content()) {
            case Cell.Count _ -> Optional.of(0);
            case Cell.Significance _ -> Optional.of(3);
            case Cell.Figure figure ->
                figure.scale() == Cell.Scale.PERCENT ? Optional.empty() : Optional.of(figure.decimals());
            default -> Optional.empty();
        };
    }

    static String letter(int note) {
        return note < 26 ? String.valueOf((char) ('a' + note)) : letter(note / 26 - 1) + letter(note % 26);
    }
}
