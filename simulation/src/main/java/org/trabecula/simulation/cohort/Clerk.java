package org.trabecula.simulation.cohort;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.trabecula.study.form.FormAnswers;
import org.trabecula.study.form.FormChecks;
import org.trabecula.study.protocol.Choice;
import org.trabecula.study.protocol.EditCheck;
import org.trabecula.study.protocol.FormDefinition;
import org.trabecula.study.protocol.Item;
import org.trabecula.study.protocol.ItemType;
import org.trabecula.study.protocol.Objection;

/**
 * Fills in any form: with what the chart knows, and where it knows nothing with something that the item admits. Heeds
 * branching logic and edit checks: an answer to which they object is left out.
 */
final class Clerk {
    private static final double ANSWERS_OPTIONAL = 0.8;
    private static final int ROUNDS = 12;
    private final List<EditCheck> checks;

    Clerk(List<EditCheck> checks) {
        this.checks = List.copyOf(checks);
    }

    SortedMap<String, String> fill(FormDefinition form, Chart chart, LocalDate on, Chance chance) {
        SortedMap<String, String> candidates = new TreeMap<>();
        for (Item item : form.items()) {
            if (item.type() != ItemType.CALCULATED && item.type() != ItemType.DESCRIPTIVE) {
                String value = chart.find(item.name())
                        .map(known -> coded(item, known))
                        .orElseGet(() -> invent(item, on, chance));
                if (!value.isEmpty()) {
                    candidates.put(item.name(), value);
                }
            }
        }
        return accepted(form, candidates);
    }

    /** Asks the study's own checks, and takes back what they object to. */
    private SortedMap<String, String> accepted(FormDefinition form, SortedMap<String, String> candidates) {
        SortedMap<String, String> values = new TreeMap<>(candidates);
        for (int round = 0; round < ROUNDS; round++) {
            List<Objection> objections = FormChecks.check(form, checks, values);
            if (objections.isEmpty()) {
                return values;
            }
            objections.forEach(objection -> values.remove(objection.place()));
        }
        throw new IllegalStateException("Form " + form.id() + " cannot be filled in: "
                + FormChecks.check(form, checks, values).getFirst().sentence());
    }

    /**
     * The same form with one number or mark typed wrong, as it happens; empty when there is nothing to mistype without being
     * caught.
     */
    Optional<SortedMap<String, String>> slip(FormDefinition form, SortedMap<String, String> right, Chance chance) {
        List<Item> numbers = form.items().stream()
                .filter(item -> item.type() == ItemType.INTEGER || item.type() == ItemType.NUMBER)
                .filter(item -> right.containsKey(item.name()))
                .toList();
        List<Item> mistakable = numbers.isEmpty()
                ? form.items().stream()
                        .filter(item -> item.type() == ItemType.RADIO && right.containsKey(item.name()))
                        .toList()
                : numbers;
        if (mistakable.isEmpty()) {
            return Optional.empty();
        }
        Item item = chance.pick(mistakable);
        SortedMap<String, String> wrong = new TreeMap<>(right);
        wrong.put(item.name(), mistyped(item, right.getOrDefault(item.name(), ""), chance));
        FormAnswers before = new FormAnswers(form, name -> right.getOrDefault(name, ""));
        FormAnswers after = new FormAnswers(form, name -> wrong.getOrDefault(name, ""));
        boolean unnoticed = FormChecks.check(form, checks, wrong).isEmpty()
                && form.items().stream().allMatch(one -> before.shows(one) == after.shows(one));
        return unnoticed && !wrong.equals(right) ? Optional.of(wrong) : Optional.empty();
    }

    private static String mistyped(Item item, String value, Chance chance) {
        if (item.type() == ItemType.RADIO) {
            return chance.pick(item.choices()).code();
        }
        BigDecimal number = new BigDecimal(value);
        return number.add(BigDecimal.valueOf(chance.happens(0.5) ? 1 : -1)).toPlainString();
    }

    /** The code of a choice that is named by its code or by its words; other values as they are. */
    private static String coded(Item item, String known) {
        return switch (item.type()) {
            case RADIO, DROPDOWN ->
                item.choices().stream()
                        .filter(choice -> choice.code().equals(known)
                                || choice.label().english().equalsIgnoreCase(known))
                        .findFirst()
                        .map(Choice::code)
                        .orElse("");
            case INTEGER ->
                known.isEmpty()
                        ? ""
                        : new BigDecimal(known)
                                .setScale(0, RoundingMode.HALF_UP)
                                .toPlainString();
            default -> known;
        };
    }

    private static String invent(Item item, LocalDate on, Chance chance) {
        if (!item.required() && !chance.happens(ANSWERS_OPTIONAL)) {
            return "";
        }
        return switch (item.type()) {
            case CALCULATED, DESCRIPTIVE, NOTES -> "";
            case TEXT -> "virtual";
            case INTEGER -> number(item, chance, 0);
            case NUMBER -> number(item, chance, 1);
            case DATE -> on.minusDays(chance.between(0, 30)).toString();
            case YES_NO -> chance.happens(0.2) ? "1" : "0";
            case RADIO, DROPDOWN, CHECKBOX ->
                item.choices().isEmpty() ? "" : chance.pick(item.choices()).code();
        };
    }

    private static String number(Item item, Chance chance, int digits) {
        double low = item.minimum().map(BigDecimal::doubleValue).orElse(0.0);
        double high = item.maximum().map(BigDecimal::doubleValue).orElse(low + 100);
        BigDecimal drawn = BigDecimal.valueOf(chance.between(low, Math.max(low, high)))
                .setScale(digits, low < 0 ? RoundingMode.DOWN : RoundingMode.HALF_UP);
        return item.maximum().map(drawn::min).orElse(drawn).toPlainString();
    }
}
