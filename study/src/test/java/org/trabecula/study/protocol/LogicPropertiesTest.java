package org.trabecula.study.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Laws that every rule keeps, tried on random rules with fixed seeds. */
class LogicPropertiesTest {
    private static final List<String> FIELDS = List.of("a", "b", "c", "d");
    private static final String SIGNS = "()[]'\"<>=+-*/^,. abcif01\n";

    /** Names the seed of a failing case. */
    private static void seeds(int count, Consumer<RandomGenerator> law) {
        for (int seed = 1; seed <= count; seed++) {
            try {
                law.accept(new SplittableRandom(seed));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("with seed " + seed, e);
            }
        }
    }

    @Test
    void deMorganHoldsInTwoAndThreeValues() {
        seeds(500, random -> {
            String left = condition(random, 3);
            String right = condition(random, 3);
            Answers answers = answers(random, 0.4);
            Logic one = Logic.parse("not ((" + left + ") and (" + right + "))");
            Logic other = Logic.parse("not (" + left + ") or not (" + right + ")");
            assertThat(one.verdict(answers)).isEqualTo(other.verdict(answers));
            assertThat(one.holds(answers)).isEqualTo(other.holds(answers));
        });
    }

    @Test
    void aDefiniteVerdictStaysWhateverTheEmptyAnswersTurnOutToBe() {
        seeds(500, random -> {
            Logic rule = Logic.parse(condition(random, 4));
            Map<String, String> known = some(random, 0.5);
            Logic.Verdict early = rule.verdict(field -> known.getOrDefault(field, ""));
            Map<String, String> filled = some(random, 0);
            filled.putAll(known);
            Logic.Verdict late = rule.verdict(field -> filled.getOrDefault(field, ""));
            assertThat(late).isNotEqualTo(Logic.Verdict.UNKNOWN);
            if (early != Logic.Verdict.UNKNOWN) {
                assertThat(late).isEqualTo(early);
            }
        });
    }

    @Test
    void withoutEmptyAnswersBothReadingsAgree() {
        seeds(300, random -> {
            Logic rule = Logic.parse(condition(random, 4));
            Answers answers = answers(random, 0);
            assertThat(rule.verdict(answers) == Logic.Verdict.HOLDS).isEqualTo(rule.holds(answers));
        });
    }

    @Test
    void sumsOfDecimalsAreExact() {
        seeds(300, random -> {
            BigDecimal expected = BigDecimal.ZERO;
            StringBuilder rule = new StringBuilder("0");
            for (int i = 0; i < 20; i++) {
                BigDecimal term = BigDecimal.valueOf(random.nextLong(-100_000, 100_000), 3);
                expected = expected.add(term);
                rule.append(" + ").append(term.toPlainString());
            }
            assertThat(new BigDecimal(Logic.parse(rule.toString()).value(field -> "")))
                    .isEqualByComparingTo(expected);
        });
    }

    @Test
    void anyTextIsEitherARuleOrARefusalAndNeverAFault() {
        seeds(2000, random -> {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(1, 40), 0, SIGNS.length()).forEach(i -> text.append(SIGNS.charAt(i)));
            try {
                Logic rule = Logic.parse(text.toString());
                assertThat(rule.value(field -> "1")).isNotNull();
                assertThat(rule.verdict(field -> "")).isNotNull();
            } catch (LogicException refusal) {
                assertThat(refusal.column()).isBetween(1, text.length() + 1);
            }
        });
    }

    /** Comparisons of fields and numbers only: these are the rules for which three values promise that nothing flips. */
    private static String condition(RandomGenerator random, int depth) {
        return switch (depth == 0 ? 0 : random.nextInt(5)) {
            case 1 -> "(" + condition(random, depth - 1) + " and " + condition(random, depth - 1) + ")";
            case 2 -> "(" + condition(random, depth - 1) + " or " + condition(random, depth - 1) + ")";
            case 3 -> "not " + condition(random, depth - 1);
            case 4 -> "if(" + condition(random, depth - 1) + ", " + amount(random) + ", " + amount(random) + ") > 2";
            default ->
                amount(random) + " " + pick(random, List.of("=", "<>", "<", "<=", ">", ">=")) + " " + amount(random);
        };
    }

    private static String amount(RandomGenerator random) {
        return switch (random.nextInt(3)) {
            case 0 -> String.valueOf(random.nextInt(6));
            case 1 -> "[" + pick(random, FIELDS) + "] + [" + pick(random, FIELDS) + "]";
            default -> "[" + pick(random, FIELDS) + "]";
        };
    }

    private static Answers answers(RandomGenerator random, double empty) {
        Map<String, String> values = some(random, empty);
        return field -> values.getOrDefault(field, "");
    }

    private static Map<String, String> some(RandomGenerator random, double empty) {
        Map<String, String> values = new HashMap<>();
        for (String field : FIELDS) {
            if (random.nextDouble() >= empty) {
                values.put(field, String.valueOf(random.nextInt(6)));
            }
        }
        return values;
    }

    private static String pick(RandomGenerator random, List<String> words) {
        return words.get(random.nextInt(words.size()));
    }
}
