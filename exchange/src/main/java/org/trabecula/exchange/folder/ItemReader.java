package org.trabecula.exchange.folder;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trabecula.study.protocol.Choice;
import org.trabecula.study.protocol.Item;
import org.trabecula.study.protocol.ItemType;
import org.trabecula.study.protocol.Logic;
import org.trabecula.study.protocol.Text;

/** Makes an item of a dictionary row. A section header stands for all fields of its form until the next. */
final class ItemReader {
    private static final Set<ItemType> LISTS = Set.of(ItemType.RADIO, ItemType.DROPDOWN, ItemType.CHECKBOX);
    private static final List<Choice> YES_OR_NO =
            List.of(new Choice("1", new Text("Yes", "是")), new Choice("0", new Text("No", "否")));

    private final Translations chinese;
    private String form = "";
    private Text section = Text.same("");

    ItemReader(Translations chinese) {
        this.chinese = chinese;
    }

    /** Empty when even the name or the type is wrong. */
    Optional<Item> item(DictionaryRow row) {
        String name = row.cell(Column.NAME);
        if (!name.matches("[a-z][a-z0-9_]{0,99}")) {
            row.wrong(
                    Column.NAME,
                    "field-name",
                    "'" + name + "' is no field name: a small letter, then small letters, digits and _ (100 at most).");
            return Optional.empty();
        }
        group(row);
        return type(row).map(type -> item(row, name, type));
    }

    private void group(DictionaryRow row) {
        if (!row.cell(Column.FORM).equals(form)) {
            form = row.cell(Column.FORM);
            section = Text.same("");
        }
        if (row.has(Column.SECTION)) {
            section = text(row, "section", Column.SECTION);
        }
    }

    private Item item(DictionaryRow row, String name, ItemType type) {
        if (!row.has(Column.LABEL)) {
            row.wrong(Column.LABEL, "missing-value", "The field [" + name + "] has no label.");
        }
        boolean bounded = type == ItemType.INTEGER || type == ItemType.NUMBER;
        Optional<BigDecimal> minimum = bound(row, Column.MINIMUM, bounded);
        Optional<BigDecimal> maximum = bound(row, Column.MAXIMUM, bounded);
        if (minimum.isPresent() && maximum.isPresent() && minimum.get().compareTo(maximum.get()) > 0) {
            row.wrong(Column.MINIMUM, "bounds", "The smallest value of [" + name + "] is above its largest.");
        }
        return new Item(
                name,
                type,
                section,
                text(row, "label", Column.LABEL),
                text(row, "note", Column.NOTE),
                choices(row, type),
                minimum,
                maximum,
                row.flag(Column.REQUIRED),
                row.flag(Column.IDENTIFIER),
                rule(row, Column.BRANCHING),
                type == ItemType.CALCULATED ? calculation(row) : Optional.empty());
    }

    private Text text(DictionaryRow row, String part, Column column) {
        return row.has(column)
                ? chinese.text(row.cell(Column.FORM), row.cell(Column.NAME), part, row.cell(column), row.place(column))
                : Text.same("");
    }

    private static Optional<ItemType> type(DictionaryRow row) {
        Optional<ItemType> type = switch (row.cell(Column.TYPE)) {
            case "text" -> validated(row);
            case "notes" -> Optional.of(ItemType.NOTES);
            case "radio" -> Optional.of(ItemType.RADIO);
            case "dropdown" -> Optional.of(ItemType.DROPDOWN);
            case "checkbox" -> Optional.of(ItemType.CHECKBOX);
            case "yesno" -> Optional.of(ItemType.YES_NO);
            case "calc" -> Optional.of(ItemType.CALCULATED);
            case "descriptive" -> Optional.of(ItemType.DESCRIPTIVE);
            default -> {
                row.wrong(
                        Column.TYPE,
                        "field-type",
                        "The field type '" + row.cell(Column.TYPE) + "' is not known; known are text, notes, radio,"
                                + " dropdown, checkbox, yesno, calc and descriptive.");
                yield Optional.empty();
            }
        };
        if (!row.cell(Column.TYPE).equals("text") && row.has(Column.VALIDATION)) {
            row.wrong(Column.VALIDATION, "field-type", "Only a field of type text can have a validation.");
        }
        return type;
    }

    private static Optional<ItemType> validated(DictionaryRow row) {
        String validation = row.cell(Column.VALIDATION);
        return switch (validation) {
            case "" -> Optional.of(ItemType.TEXT);
            case "integer" -> Optional.of(ItemType.INTEGER);
            case "number", "number_1dp", "number_2dp", "number_3dp", "number_4dp" -> Optional.of(ItemType.NUMBER);
            case "date_ymd", "date_mdy", "date_dmy" -> Optional.of(ItemType.DATE);
            default -> {
                row.wrong(
                        Column.VALIDATION,
                        "field-type",
                        "The validation '" + validation + "' is not known; known are integer, number, number_1dp to"
                                + " number_4dp, date_ymd, date_mdy and date_dmy.");
                yield Optional.empty();
            }
        };
    }

    private static Optional<BigDecimal> bound(DictionaryRow row, Column column, boolean bounded) {
        if (!row.has(column)) {
            return Optional.empty();
        }
        if (bounded && row.cell(column).matches("-?\\d{1,12}(\\.\\d{1,12})?")) {
            return Optional.of(new BigDecimal(row.cell(column)));
        }
        row.wrong(
                column,
                "bounds",
                bounded
                        ? "'" + row.cell(column) + "' is not a number."
                        : "Only an integer or a number has bounds; write an edit check in study.yaml.");
        return Optional.empty();
    }

    private List<Choice> choices(DictionaryRow row, ItemType type) {
        if (type == ItemType.YES_NO) {
            return YES_OR_NO;
        }
        if (!LISTS.contains(type)) {
            if (type != ItemType.CALCULATED && row.has(Column.CHOICES)) {
                row.wrong(Column.CHOICES, "choices", "A field of this type has no choices.");
            }
            return List.of();
        }
        List<Choice> choices = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (String choice : row.cell(Column.CHOICES).split("\\|", -1)) {
            String[] parts = choice.split(",", 2);
            String code = parts[0].strip();
            if (parts.length < 2 || !code.matches("[A-Za-z0-9_.-]{1,50}") || parts[1].isBlank()) {
                row.wrong(
                        Column.CHOICES,
                        "choices",
                        "'" + choice.strip() + "' is no choice: write code, label and put | between choices.");
            } else if (!codes.add(code)) {
                row.wrong(Column.CHOICES, "duplicate-name", "The code " + code + " stands twice.");
            } else {
                choices.add(new Choice(code, label(row, code, parts[1].strip())));
            }
        }
        return choices;
    }

    private Text label(DictionaryRow row, String code, String english) {
        return chinese.text(
                row.cell(Column.FORM), row.cell(Column.NAME), "choice:" + code, english, row.place(Column.CHOICES));
    }

    private static Optional<Logic> calculation(DictionaryRow row) {
        if (!row.has(Column.CHOICES)) {
            row.wrong(Column.CHOICES, "missing-value", "A calculated field needs its calculation here.");
        }
        return rule(row, Column.CHOICES);
    }

    private static Optional<Logic> rule(DictionaryRow row, Column column) {
        return row.has(column) ? Rules.read(row.cell(column), row.place(column), row.findings()) : Optional.empty();
    }
}
