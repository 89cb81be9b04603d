package org.trabecula.study.protocol;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** Dates as rules see them: {@code yyyy-mm-dd} and nothing else. */
final class LogicDates {
    private static final Pattern ISO = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private LogicDates() {}

    static Optional<LocalDate> of(String text) {
        if (!ISO.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Second minus first, in REDCap's units of fixed length. */
    static BigDecimal between(LocalDate first, LocalDate second, String unit) {
        BigDecimal days = BigDecimal.valueOf(ChronoUnit.DAYS.between(first, second));
        return switch (unit) {
            case "y" -> days.divide(new BigDecimal("365.2425"), Decimals.PRECISION);
            case "M" -> days.divide(new BigDecimal("30.44"), Decimals.PRECISION);
            case "w" -> days.divide(BigDecimal.valueOf(7), Decimals.PRECISION);
            case "h" -> days.multiply(BigDecimal.valueOf(24));
            case "m" -> days.multiply(BigDecimal.valueOf(24 * 60));
            case "s" -> days.multiply(BigDecimal.valueOf(24 * 60 * 60));
            default -> days;
        };
    }
}
