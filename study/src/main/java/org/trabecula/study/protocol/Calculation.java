package org.trabecula.study.protocol;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import org.trabecula.study.protocol.Expression.Operator;

/** The functions of numbers. Those of a list leave out what is empty or no number, as REDCap does. */
final class Calculation {

    private Calculation() {}

    static LogicValue of(LogicFunction function, List<LogicValue> arguments) {
        boolean open = arguments.stream().anyMatch(LogicValue::open);
        Optional<BigDecimal> result = switch (function) {
            case SUM -> folded(arguments, Calculation::plus);
            case MEAN -> mean(arguments);
            case MIN -> folded(arguments, BigDecimal::min);
            case MAX -> folded(arguments, BigDecimal::max);
            case ROUND -> rounded(arguments, RoundingMode.HALF_UP);
            case ROUNDUP -> rounded(arguments, RoundingMode.CEILING);
            case ROUNDDOWN -> rounded(arguments, RoundingMode.FLOOR);
            case ABS -> arguments.getFirst().number().map(BigDecimal::abs);
            case SQRT -> arguments.getFirst().number().flatMap(Decimals::root);
            case IF, DATEDIFF, ISNUMBER, ISBLANKORMISSINGCODE ->
                throw new IllegalArgumentException(function + " is not a function of numbers");
        };
        return LogicValue.of(result, open);
    }

    private static BigDecimal plus(BigDecimal left, BigDecimal right) {
        return left.add(right, Decimals.PRECISION);
    }

    private static Optional<BigDecimal> folded(List<LogicValue> arguments, BinaryOperator<BigDecimal> how) {
        return arguments.stream()
                .flatMap(argument -> argument.number().stream())
                .reduce(how);
    }

    private static Optional<BigDecimal> mean(List<LogicValue> arguments) {
        long count = arguments.stream()
                .filter(argument -> argument.number().isPresent())
                .count();
        return folded(arguments, Calculation::plus)
                .flatMap(sum -> Decimals.compute(sum, Operator.OVER, BigDecimal.valueOf(count)));
    }

    private static Optional<BigDecimal> rounded(List<LogicValue> arguments, RoundingMode mode) {
        Optional<BigDecimal> places = arguments.size() == 1
                ? Optional.of(BigDecimal.ZERO)
                : arguments.get(1).number();
        return arguments
                .getFirst()
                .number()
                .flatMap(number -> places.flatMap(digits -> Decimals.round(number, digits, mode)));
    }
}
