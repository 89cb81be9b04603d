package org.trabecula.study.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.trabecula.study.protocol.Answers;
import org.trabecula.study.protocol.Choice;
import org.trabecula.study.protocol.EditCheck;
import org.trabecula.study.protocol.FormDefinition;
import org.trabecula.study.protocol.Item;
import org.trabecula.study.protocol.ItemType;
import org.trabecula.study.protocol.Logic;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.Rule;

/** Whether the values typed into a form can stand. Empty values always can: a form may be saved unfinished. */
public final class FormChecks {
    private static final int LINE = 500;
    private static final int NOTES = 10_000;

    private FormChecks() {}

    /** Everything that is wrong with the values, item by item, then across items. */
    public static List<Objection> check(FormDefinition form, List<EditCheck> checks, Map<String, String> values) {
        List<Objection> objections = new ArrayList<>();
        values.forEach((name, value) -> form.item(name)
                .ifPresentOrElse(
                        item -> item(item, value).ifPresent(objections::add),
                        () -> objections.add(Objection.to(name, Rule.UNKNOWN_ITEM, name))));
        if (objections.isEmpty()) {
            FormAnswers answers = new FormAnswers(form, field -> values.getOrDefault(field, ""));
            objections.addAll(hidden(form, answers, values));
            objections.addAll(across(form, checks, answers));
        }
        return objections;
    }

    private static List<Objection> hidden(FormDefinition form, FormAnswers answers, Map<String, String> values) {
        return form.items().stream()
                .filter(item -> item.type() != ItemType.CALCULATED)
                .filter(item -> !values.getOrDefault(item.name(), "").isEmpty() && !answers.shows(item))
                .map(item ->
                        Objection.to(item.name(), Rule.ITEM_HIDDEN, item.label().english()))
                .toList();
    }

    private static List<Objection> across(FormDefinition form, List<EditCheck> checks, Answers answers) {
        return checks.stream()
                .filter(check -> check.form().equals(form.id()))
                .filter(check -> check.statement().verdict(answers) == Logic.Verdict.FAILS)
                .map(check -> Objection.to(check.item(), Rule.EDIT_CHECK, check.message(), check.id()))
                .toList();
    }

    private static Optional<Objection> item(Item item, String value) {
        if (value.isEmpty()) {
            return Optional.empty();
        }
        return switch (item.type()) {
            case CALCULATED, DESCRIPTIVE ->
                refuse(item, Rule.ITEM_CALCULATED, item.label().english());
            case TEXT -> text(item, value, LINE);
            case NOTES -> text(item, value, NOTES);
            case INTEGER ->
                value.matches("[+-]?\\d{1,15}") ? range(item, value) : refuse(item, Rule.NOT_A_WHOLE_NUMBER, value);
            case NUMBER ->
                value.matches("[+-]?\\d{1,15}([.]\\d{1,10})?")
                        ? range(item, value)
                        : refuse(item, Rule.NOT_A_NUMBER, value);
            case DATE -> date(item, value);
            case YES_NO -> value.equals("0") || value.equals("1") ? Optional.empty() : choice(item, value, "0, 1");
            case RADIO, DROPDOWN ->
                item.choices().stream().anyMatch(choice -> choice.code().equals(value))
                        ? Optional.empty()
                        : choice(item, value, codes(item));
            case CHECKBOX ->
                Arrays.stream(value.split(",", -1))
                        .filter(code -> item.choices().stream()
                                .noneMatch(choice -> choice.code().equals(code)))
                        .findFirst()
                        .flatMap(code -> choice(item, code, codes(item)));
        };
    }

    private static Optional<Objection> date(Item item, String value) {
        try {
            LocalDate.parse(value);
            return Optional.empty();
        } catch (DateTimeParseException e) {
            return refuse(item, Rule.NOT_A_DATE, value);
        }
    }

    private static Optional<Objection> text(Item item, String value, int longest) {
        if (value.length() > longest) {
            return refuse(item, Rule.TOO_LONG, value.length(), longest);
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t') {
                return refuse(item, Rule.CONTROL_CHARACTER, i + 1);
            }
        }
        return Optional.empty();
    }

    private static Optional<Objection> range(Item item, String value) {
        BigDecimal number = new BigDecimal(value);
        if (item.minimum().filter(low -> number.compareTo(low) < 0).isPresent()) {
            return refuse(item, Rule.TOO_LOW, value, item.minimum().get().toPlainString());
        }
        if (item.maximum().filter(high -> number.compareTo(high) > 0).isPresent()) {
            return refuse(item, Rule.TOO_HIGH, value, item.maximum().get().toPlainString());
        }
        return Optional.empty();
    }

    private static Optional<Objection> choice(Item item, String value, String codes) {
        return refuse(item, Rule.NOT_A_CHOICE, value, codes);
    }

    private static String codes(Item item) {
        return item.choices().stream().map(Choice::code).collect(Collectors.joining(", "));
    }

    private static Optional<Objection> refuse(Item item, Rule rule, Object... arguments) {
        return Optional.of(Objection.to(item.name(), rule, arguments));
    }
}
