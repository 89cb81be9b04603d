package org.trabecula.study.protocol;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The functions of a rule and how many arguments each takes. */
enum LogicFunction {
    SUM(1, 500),
    MEAN(1, 500),
    MIN(1, 500),
    MAX(1, 500),
    ROUND(1, 2),
    ROUNDUP(1, 2),
    ROUNDDOWN(1, 2),
    ABS(1, 1),
    SQRT(1, 1),
    IF(3, 3),
    DATEDIFF(3, 5),
    ISNUMBER(1, 1),
    ISBLANKORMISSINGCODE(1, 1);

    private static final Set<String> UNITS = Set.of("y", "M", "w", "d", "h", "m", "s");
    private static final Set<String> ORDERS = Set.of("ymd", "mdy", "dmy");

    private final int fewest;
    private final int most;

    LogicFunction(int fewest, int most) {
        this.fewest = fewest;
        this.most = most;
    }

    static Optional<LogicFunction> named(String word) {
        return Arrays.stream(values())
                .filter(function -> function.word().equals(word))
                .findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(LogicFunction::word).collect(Collectors.joining(", "));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    void check(List<Expression> arguments, int column) {
        if (arguments.size() < fewest || arguments.size() > most) {
            String count = fewest == most ? String.valueOf(fewest) : fewest + " to " + most;
            throw new LogicException(column, word() + " takes " + count + " arguments, but has " + arguments.size());
        }
        if (this == DATEDIFF) {
            checkDates(arguments);
        }
    }

    private static void checkDates(List<Expression> arguments) {
        for (Expression date : arguments.subList(0, 2)) {
            if (date instanceof Expression.Words words
                    && LogicDates.of(words.text()).isEmpty()) {
                throw new LogicException(
                        date.column(),
                        "'" + words.text() + "' is no date yyyy-mm-dd; a rule may not depend on today either");
            }
        }
        if (!(arguments.get(2) instanceof Expression.Words unit && UNITS.contains(unit.text()))) {
            throw new LogicException(
                    arguments.get(2).column(),
                    "the unit of datediff is \"y\", \"M\" (months), \"w\", \"d\", \"h\", \"m\" (minutes) or \"s\"");
        }
        for (int i = 3; i < arguments.size(); i++) {
            boolean order = arguments.get(i) instanceof Expression.Words words && ORDERS.contains(words.text());
            boolean signed = arguments.get(i) instanceof Expression.Constant;
            if (!(signed && i == arguments.size() - 1) && !(order && i == 3)) {
                throw new LogicException(
                        arguments.get(i).column(),
                        "after the unit, datediff takes \"ymd\", \"mdy\" or \"dmy\", and then true or false");
            }
        }
    }
}
