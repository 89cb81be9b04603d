package org.trabecula.exchange.folder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.trabecula.exchange.CsvText;
import org.trabecula.exchange.Findings;
import org.trabecula.exchange.Place;
import org.trabecula.study.protocol.FormDefinition;
import org.trabecula.study.protocol.Item;
import org.trabecula.study.protocol.Text;

/** The forms of a study as REDCap data dictionaries, one or several forms to a file. Field names are unique in a study. */
final class Dictionary {
    private static final int MOST_FIELDS = 5_000;

    /** A field that was read, with its row. */
    record Field(String form, Item item, DictionaryRow row) {}

    private final Translations chinese;
    private final Findings findings;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Map<String, Place> formPlaces = new LinkedHashMap<>();

    Dictionary(Translations chinese, Findings findings) {
        this.chinese = chinese;
        this.findings = findings;
    }

    Optional<Field> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    Optional<Item> item(String name) {
        return field(name).map(Field::item);
    }

    List<Field> fields() {
        return List.copyOf(fields.values());
    }

    void read(String file, String text) {
        List<CsvText.Row> rows = CsvText.rows(file, text, ',', MOST_FIELDS, findings);
        if (rows.isEmpty()) {
            findings.error(Place.in(file), "csv", "The dictionary is empty; its first row names REDCap's 18 columns.");
        } else if (headed(file, rows.getFirst())) {
            ItemReader reader = new ItemReader(chinese);
            rows.stream()
                    .skip(1)
                    .map(row -> new DictionaryRow(file, row, findings))
                    .forEach(row -> add(row, reader));
        }
    }

    private boolean headed(String file, CsvText.Row header) {
        List<String> headings = Column.headings();
        List<String> wrong = IntStream.range(
                        0, Math.max(headings.size(), header.cells().size()))
                .filter(i -> i >= headings.size() || !header.cell(i).equals(headings.get(i)))
                .mapToObj(i -> i < headings.size()
                        ? "column " + (i + 1) + " is '" + header.cell(i) + "' instead of '" + headings.get(i) + "'"
                        : "column " + (i + 1) + " '" + header.cell(i) + "' is one too many")
                .toList();
        if (!wrong.isEmpty()) {
            findings.error(
                    new Place(file, header.line(), 0),
                    "csv-columns",
                    "These are not the columns of a REDCap data dictionary: " + String.join("; ", wrong) + ".");
        }
        return wrong.isEmpty();
    }

    private void add(DictionaryRow row, ItemReader reader) {
        if (row.row().cells().size() > Column.values().length) {
            row.wrong(Column.NAME, "csv-columns", "The row has more than 18 cells; a text with a comma needs quotes.");
            return;
        }
        String form = row.cell(Column.FORM);
        formPlaces.putIfAbsent(form, row.place(Column.FORM));
        reader.item(row).ifPresent(item -> {
            Field before = fields.putIfAbsent(item.name(), new Field(form, item, row));
            if (before != null) {
                row.wrong(
                        Column.NAME,
                        "duplicate-name",
                        "There is a field [" + item.name() + "] already, at "
                                + before.row().place(Column.NAME) + "; names are unique in a study.");
            }
        });
    }

    /** The forms in the order of {@code study.yaml}. */
    List<FormDefinition> forms(List<Placed<FormHeading>> headings) {
        List<FormDefinition> forms = new ArrayList<>();
        for (Placed<FormHeading> placed : headings) {
            FormHeading heading = placed.value();
            if (formPlaces.remove(heading.id()) == null) {
                findings.error(
                        placed.place(),
                        "unknown-form",
                        "No file in forms/ has fields of the form '" + heading.id() + "'.");
            }
            List<Item> items = fields.values().stream()
                    .filter(field -> field.form().equals(heading.id()))
                    .map(Field::item)
                    .toList();
            Text title = chinese.text(heading.id(), "", "title", heading.title(), placed.place());
            forms.add(new FormDefinition(heading.id(), title, heading.beforeConsent(), items));
        }
        if (!headings.isEmpty()) {
            formPlaces.forEach((form, place) -> findings.error(
                    place, "unknown-form", "The form '" + form + "' is not among the forms of study.yaml."));
        }
        return forms;
    }
}
