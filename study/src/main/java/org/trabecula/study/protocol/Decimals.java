package org.trabecula.study.protocol;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.trabecula.study.protocol.Expression.Operator;

/**
 * Decimal arithmetic of rules, 34 digits (IEEE 754 decimal128). Results beyond 10^±400 count as having no value: no
 * clinical quantity lies there, and writing such a number out could fill the memory.
 */
final class Decimals {
    static final MathContext PRECISION = MathContext.DECIMAL128;
    private static final int LARGEST_EXPONENT = 400;
    private static final Pattern NUMBER = Pattern.compile("[-+]?(?:\\d{1,60}(?:\\.\\d{0,60})?|\\.\\d{1,60})");
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private Decimals() {}

    static Optional<BigDecimal> of(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    static Optional<BigDecimal> compute(BigDecimal left, Operator operator, BigDecimal right) {
        return switch (operator) {
            case PLUS -> bounded(left.add(right, PRECISION));
            case MINUS -> bounded(left.subtract(right, PRECISION));
            case TIMES -> bounded(left.multiply(right, PRECISION));
            case OVER -> right.signum() == 0 ? Optional.empty() : bounded(left.divide(right, PRECISION));
            case POWER -> power(left, right);
        };
    }

    private static Optional<BigDecimal> power(BigDecimal base, BigDecimal exponent) {
        if (base.signum() == 0) {
            return exponent.signum() < 0
                    ? Optional.empty()
                    : Optional.of(exponent.signum() == 0 ? BigDecimal.ONE : BigDecimal.ZERO);
        }
        if (exponent.abs().compareTo(BigDecimal.valueOf(10_000)) > 0) {
            return Optional.empty();
        }
        if (exponent.stripTrailingZeros().scale() <= 0) {
            return bounded(base.pow(exponent.intValueExact(), PRECISION));
        }
        if (exponent.compareTo(HALF) == 0) {
            return root(base);
        }
        double near = Math.pow(base.doubleValue(), exponent.doubleValue());
        // A broken exponent goes through binary numbers, of which 15 decimal digits can be trusted.
        return Double.isFinite(near) ? bounded(new BigDecimal(near).round(new MathContext(15))) : Optional.empty();
    }

    static Optional<BigDecimal> root(BigDecimal number) {
        return number.signum() < 0 ? Optional.empty() : bounded(number.sqrt(PRECISION));
    }

    static Optional<BigDecimal> round(BigDecimal number, BigDecimal places, RoundingMode mode) {
        boolean sensible =
                places.stripTrailingZeros().scale() <= 0 && places.abs().compareTo(BigDecimal.TEN) <= 0;
        return sensible ? Optional.of(number.setScale(places.intValueExact(), mode)) : Optional.empty();
    }

    static String text(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static Optional<BigDecimal> bounded(BigDecimal number) {
        if (number.signum() == 0) {
            return Optional.of(BigDecimal.ZERO);
        }
        long exponent = (long) number.precision() - number.scale();
        return Math.abs(exponent) > LARGEST_EXPONENT ? Optional.empty() : Optional.of(number);
    }
}
