package org.trabecula.statistics.proportion;

import java.util.function.DoubleUnaryOperator;
import org.trabecula.statistics.solve.Brent;
import org.trabecula.statistics.solve.Root;

/** How the odds ratio and its limits of {@link ExactTest} are solved for, since no formula gives them. */
public enum OddsRatioSearch {
    /** To the last digits of a double. The default, and right. */
    FULL_PRECISION {
        @Override
        double solved(DoubleUnaryOperator falling) {
            DoubleUnaryOperator onLog = log -> falling.applyAsDouble(Math.exp(log));
            return Math.exp(Root.beyond(onLog, 0, onLog.applyAsDouble(0) > 0 ? 1 : -1));
        }
    },
    /**
     * Stopping where R stops: Brent's method on the odds ratio, or on its reciprocal above 1, between 0 and 1 with
     * a tolerance of eps^0.25 = 1.2e-4. It prints what {@code fisher.test} and exact2x2 print, digit by digit; large
     * limits are then off in the third digit (396.2 for 397.0). For comparing with R output only.
     */
    AS_R {
        @Override
        double solved(DoubleUnaryOperator falling) {
            double atOne = falling.applyAsDouble(1);
            if (atOne == 0) {
                return 1;
            }
            return atOne < 0
                    ? Brent.zero(falling, 0, 1, R_TOLERANCE)
                    : 1 / Brent.zero(t -> falling.applyAsDouble(1 / t), Math.ulp(1.0), 1, R_TOLERANCE);
        }
    };

    private static final double R_TOLERANCE = Math.sqrt(Math.sqrt(Math.ulp(1.0)));

    /** The positive number at which a falling function is zero. */
    abstract double solved(DoubleUnaryOperator falling);
}
