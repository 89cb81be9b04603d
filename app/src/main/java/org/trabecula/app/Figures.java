package org.trabecula.app;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.trabecula.statistics.estimate.Interval;

/** Numbers of the result tables as people read them, the same on paper, page and terminal. What is not defined is a dash. */
public final class Figures {
    public static final String NONE = "–";
    private static final String MINUS = "−";

    private Figures() {}

    /** A confidence level in per cent, without the sign: {@code 95}. */
    public static String level(double level) {
        return BigDecimal.valueOf(level).movePointRight(2).stripTrailingZeros().toPlainString();
    }

    /** A share in per cent with one decimal, without the sign. */
    public static String percent(OptionalDouble share) {
        return share.isPresent() ? fixed(100 * share.getAsDouble()) : NONE;
    }

    /** An interval of shares in per cent: {@code 8.1–30.0}. */
    public static String percent(Optional<Interval> shares) {
        return shares.map(one -> fixed(100 * one.lower()) + "–" + fixed(100 * one.upper()))
                .orElse(NONE);
    }

    /** A difference of shares in percentage points, with its sign. */
    public static String points(OptionalDouble difference) {
        return difference.isPresent() ? signed(100 * difference.getAsDouble()) : NONE;
    }

    /** An interval of differences in percentage points: {@code −49.3 to −8.0}. */
    public static String points(Optional<Interval> difference, String to) {
        return difference
                .map(one -> signed(100 * one.lower()) + " " + to + " " + signed(100 * one.upper()))
                .orElse(NONE);
    }

    /** Three decimals, and no pretence of more below 0.001. */
    public static String p(OptionalDouble p) {
        if (p.isEmpty()) {
            return NONE;
        }
        return p.getAsDouble() < 0.001 ? "<0.001" : String.format(Locale.ROOT, "%.3f", p.getAsDouble());
    }

    /** One decimal. */
    public static String fixed(OptionalDouble value) {
        return value.isPresent() ? signed(value.getAsDouble()) : NONE;
    }

    /** One person's score, with as many decimals as it has, two at most. */
    public static String score(double value) {
        return BigDecimal.valueOf(value)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String fixed(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String signed(double value) {
        String size = fixed(Math.abs(value));
        return value < 0 && !size.equals("0.0") ? MINUS + size : size;
    }
}
