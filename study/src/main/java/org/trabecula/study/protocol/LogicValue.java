package org.trabecula.study.protocol;

import java.math.BigDecimal;
import java.util.Optional;
import org.trabecula.study.protocol.Logic.Verdict;

/** What a part of a rule comes to. */
sealed interface LogicValue {

    String text();

    Optional<BigDecimal> number();

    Verdict verdict();

    /** Whether this is empty for want of an answer that may still come. */
    default boolean open() {
        return false;
    }

    static LogicValue of(Optional<BigDecimal> number, boolean open) {
        return number.isPresent() ? new Amount(number.get()) : new Blank(open);
    }

    static LogicValue of(boolean truth) {
        return new Truth(truth ? Verdict.HOLDS : Verdict.FAILS);
    }

    record Blank(boolean open) implements LogicValue {
        @Override
        public String text() {
            return "";
        }

        @Override
        public Optional<BigDecimal> number() {
            return Optional.empty();
        }

        @Override
        public Verdict verdict() {
            return open ? Verdict.UNKNOWN : Verdict.FAILS;
        }
    }

    record Words(String text) implements LogicValue {
        @Override
        public Optional<BigDecimal> number() {
            return Decimals.of(text);
        }

        @Override
        public Verdict verdict() {
            boolean zero = number().map(number -> number.signum() == 0).orElse(false);
            return text.isEmpty() || zero ? Verdict.FAILS : Verdict.HOLDS;
        }
    }

    record Amount(BigDecimal amount) implements LogicValue {
        @Override
        public String text() {
            return Decimals.text(amount);
        }

        @Override
        public Optional<BigDecimal> number() {
            return Optional.of(amount);
        }

        @Override
        public Verdict verdict() {
            return amount.signum() == 0 ? Verdict.FAILS : Verdict.HOLDS;
        }
    }

    record Truth(Verdict verdict) implements LogicValue {
        @Override
        public String text() {
            return switch (verdict) {
                case HOLDS -> "1";
                case FAILS -> "0";
                case UNKNOWN -> "";
            };
        }

        @Override
        public Optional<BigDecimal> number() {
            return Decimals.of(text());
        }

        @Override
        public boolean open() {
            return verdict == Verdict.UNKNOWN;
        }
    }
}
