package org.trabecula.study.form;

import java.util.HashMap;
import java.util.Map;
import org.trabecula.study.protocol.Answers;
import org.trabecula.study.protocol.FormDefinition;
import org.trabecula.study.protocol.Item;
import org.trabecula.study.protocol.ItemType;

/**
 * The answers of one form with its calculated items worked out. What is calculated is never stored, so it can never
 * disagree with what it was calculated from.
 */
public final class FormAnswers implements Answers {
    private final FormDefinition form;
    private final Answers entered;
    private final Map<String, String> calculated = new HashMap<>();

    public FormAnswers(FormDefinition form, Answers entered) {
        this.form = form;
        this.entered = entered;
    }

    @Override
    public String value(String field) {
        return form.item(field)
                .filter(item -> item.type() == ItemType.CALCULATED)
                .map(this::calculate)
                .orElseGet(() -> entered.value(field));
    }

    /** Whether the item applies, given the other answers. */
    public boolean shows(Item item) {
        return item.shownWhen().map(rule -> rule.holds(this)).orElse(true);
    }

    private String calculate(Item item) {
        String known = calculated.get(item.name());
        if (known != null) {
            return known;
        }
        calculated.put(item.name(), "");
        String value = item.calculation().map(rule -> rule.value(this)).orElse("");
        calculated.put(item.name(), value);
        return value;
    }

    /** Whether every required item that applies has a value. */
    public boolean complete() {
        return form.items().stream()
                .filter(Item::required)
                .filter(this::shows)
                .noneMatch(item -> value(item.name()).isEmpty());
    }
}
