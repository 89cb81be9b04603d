package org.trabecula.exchange.folder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trabecula.exchange.CsvText;
import org.trabecula.exchange.Findings;
import org.trabecula.exchange.Place;
import org.trabecula.study.protocol.Text;

/**
 * Texts of the forms in another language: a CSV with the columns form, field, part, text, where part is title (with an
 * empty field), section, label, note or choice:CODE. A section belongs to the field above which it stands.
 */
final class Translations {
    private static final List<String> COLUMNS = List.of("form", "field", "part", "text");

    private record Key(String form, String field, String part) {}

    private final Map<Key, Placed<String>> texts = new LinkedHashMap<>();
    private final Findings findings;

    private Translations(Findings findings) {
        this.findings = findings;
    }

    static Translations read(String file, String text, Findings findings) {
        Translations translations = new Translations(findings);
        List<CsvText.Row> rows = CsvText.rows(file, text, ',', 50_000, findings);
        if (!rows.isEmpty()
                && !rows.getFirst().cells().stream().map(String::strip).toList().equals(COLUMNS)) {
            findings.error(
                    new Place(file, 1, 0), "csv-columns", "The first row has to be " + String.join(",", COLUMNS) + ".");
        } else {
            rows.stream().skip(1).forEach(row -> translations.add(file, row));
        }
        return translations;
    }

    private void add(String file, CsvText.Row row) {
        Place place = new Place(file, row.line(), 0);
        Key key = new Key(row.cell(0), row.cell(1), row.cell(2));
        if (row.cells().size() > COLUMNS.size()) {
            findings.error(place, "csv-columns", "The row has more than 4 cells; a text with a comma needs quotes.");
        } else if (row.cell(3).isEmpty()) {
            findings.error(place, "missing-value", "The translation is empty.");
        } else if (texts.putIfAbsent(key, new Placed<>(row.cell(3), place)) != null) {
            findings.error(place, "duplicate-name", "This text is translated a second time.");
        }
    }

    /** Both languages of a text; English stands in for what is missing, with a warning. */
    Text text(String form, String field, String part, String english, Place place) {
        Placed<String> translated = texts.remove(new Key(form, field, part));
        if (translated == null) {
            findings.warning(place, "missing-translation", "'" + english + "' has no Chinese text in texts-zh.csv.");
            return Text.same(english);
        }
        return new Text(english, translated.value());
    }

    /** What has been translated and is not there. */
    void unused() {
        texts.forEach((key, text) -> findings.error(
                text.place(),
                "unknown-field",
                "There is no " + key.part() + " of " + key.form() + (key.field().isEmpty() ? "" : "/" + key.field())
                        + " to translate."));
    }
}
