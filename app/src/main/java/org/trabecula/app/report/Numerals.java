package org.trabecula.app.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.trabecula.study.report.Cell;

/** Numbers as they are printed: rounded half away from zero on the shortest decimal that names the value. */
final class Numerals {
    private static final String MINUS = "−";

    private Numerals() {}

    static String fixed(double value, int decimals) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : MINUS + "∞";
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
        return rounded.signum() < 0 ? MINUS + rounded.negate().toPlainString() : rounded.toPlainString();
    }

    static String shown(double value, int decimals, Cell.Scale scale) {
        return switch (scale) {
            case PLAIN, DIFFERENCE -> fixed(value, decimals);
            case PERCENT -> fixed(100 * value, decimals) + "%";
            case POINTS -> fixed(100 * value, decimals);
        };
    }

    static String p(double p) {
        return p < 0.001 ? "<0.001" : fixed(p, 3);
    }
}
