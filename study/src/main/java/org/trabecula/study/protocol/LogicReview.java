package org.trabecula.study.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Holds a rule against the items it looks at. */
final class LogicReview {
    private static final Set<ItemType> NO_NUMBER = Set.of(ItemType.TEXT, ItemType.NOTES, ItemType.DATE);
    private static final Set<ItemType> MAY_BE_DATE = Set.of(ItemType.DATE, ItemType.CALCULATED);
    private static final Set<ItemType> NUMERIC = Set.of(ItemType.INTEGER, ItemType.NUMBER);

    private final Function<String, Optional<Item>> items;
    private final List<LogicFlaw> flaws = new ArrayList<>();

    LogicReview(Function<String, Optional<Item>> items) {
        this.items = items;
    }

    List<LogicFlaw> of(Expression expression) {
        expression.walk(this::look);
        return List.copyOf(flaws);
    }

    private void look(Expression part) {
        switch (part) {
            case Expression.Field field -> field(field);
            case Expression.Ticked ticked -> ticked(ticked);
            case Expression.Compare compare -> {
                sides(compare.left(), compare.right(), compare.how().ordering());
                sides(compare.right(), compare.left(), compare.how().ordering());
            }
            case Expression.Negative negative -> number(negative.operand());
            case Expression.Chain chain -> chain.parts().forEach(this::number);
            case Expression.Call call -> call(call);
            case Expression.Words _,
                    Expression.Amount _,
                    Expression.Constant _,
                    Expression.Not _,
                    Expression.All _,
                    Expression.Any _ -> {}
        }
    }

    private void field(Expression.Field field) {
        Optional<Item> item = items.apply(field.name());
        if (item.isEmpty()) {
            flaw(field, "there is no field [" + field.name() + "]");
        } else if (item.get().type() == ItemType.CHECKBOX) {
            flaw(
                    field,
                    "[" + field.name() + "] is a checkbox: name one of its codes, as in [" + field.name() + "("
                            + codes(item.get()) + ")]");
        } else if (item.get().type() == ItemType.DESCRIPTIVE) {
            flaw(field, "[" + field.name() + "] is a descriptive text and has no value");
        }
    }

    private void ticked(Expression.Ticked box) {
        Optional<Item> item = items.apply(box.name());
        if (item.isEmpty()) {
            flaw(box, "there is no field [" + box.name() + "]");
        } else if (item.get().type() != ItemType.CHECKBOX) {
            flaw(box, "[" + box.name() + "] is not a checkbox: write it without (" + box.code() + ")");
        } else if (!hasCode(item.get(), box.code())) {
            flaw(box, "[" + box.name() + "] has no code " + box.code() + "; its codes are " + codes(item.get()));
        }
    }

    private void sides(Expression side, Expression other, boolean ordering) {
        Optional<Item> item = side instanceof Expression.Field field ? items.apply(field.name()) : Optional.empty();
        Optional<String> literal = literal(other);
        if (item.isEmpty() || literal.isEmpty() || literal.get().isEmpty()) {
            return;
        }
        String shown = "[" + item.get().name() + "]";
        ItemType type = item.get().type();
        boolean list = type == ItemType.RADIO || type == ItemType.DROPDOWN || type == ItemType.YES_NO;
        if (list && !ordering && !hasCode(item.get(), literal.get())) {
            flaw(other, shown + " has no code " + literal.get() + "; its codes are " + codes(item.get()));
        } else if (type == ItemType.DATE && LogicDates.of(literal.get()).isEmpty()) {
            flaw(other, shown + " is a date, and '" + literal.get() + "' is not one: write it like 2025-01-31");
        } else if (NUMERIC.contains(type) && Decimals.of(literal.get()).isEmpty()) {
            flaw(other, shown + " is a number, and '" + literal.get() + "' is not one");
        }
    }

    private static Optional<String> literal(Expression side) {
        return switch (side) {
            case Expression.Words words -> Optional.of(words.text());
            case Expression.Amount amount -> Optional.of(Decimals.text(amount.number()));
            default -> Optional.empty();
        };
    }

    private void call(Expression.Call call) {
        switch (call.function()) {
            case SUM, MEAN, MIN, MAX, ROUND, ROUNDUP, ROUNDDOWN, ABS, SQRT ->
                call.parts().forEach(this::number);
            case DATEDIFF -> call.parts().subList(0, 2).forEach(this::date);
            case IF, ISNUMBER, ISBLANKORMISSINGCODE -> {}
        }
    }

    private void number(Expression part) {
        if (part instanceof Expression.Words words && Decimals.of(words.text()).isEmpty()) {
            flaw(part, "'" + words.text() + "' is not a number");
        } else if (typeOf(part).filter(NO_NUMBER::contains).isPresent()) {
            flaw(
                    part,
                    "[" + ((Expression.Field) part).name() + "] is not a number, so nothing can be computed from it");
        }
    }

    private void date(Expression part) {
        if (typeOf(part).filter(type -> !MAY_BE_DATE.contains(type)).isPresent()) {
            flaw(part, "[" + ((Expression.Field) part).name() + "] is not a date");
        }
    }

    private Optional<ItemType> typeOf(Expression part) {
        return part instanceof Expression.Field field
                ? items.apply(field.name()).map(Item::type)
                : Optional.empty();
    }

    private static boolean hasCode(Item item, String code) {
        return item.type() == ItemType.YES_NO
                ? code.equals("0") || code.equals("1")
                : item.choices().stream().anyMatch(choice -> choice.code().equals(code));
    }

    private static String codes(Item item) {
        return item.type() == ItemType.YES_NO
                ? "1, 0"
                : item.choices().stream().map(Choice::code).collect(Collectors.joining(", "));
    }

    private void flaw(Expression part, String sentence) {
        flaws.add(new LogicFlaw(part.column(), sentence));
    }
}
