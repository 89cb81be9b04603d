package org.trabecula.study.protocol;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A rule in REDCap's logic syntax, for example {@code [age] >= 50 and [sex] = '1'}: the one expression language for
 * eligibility, skip logic, edit checks and derivations.
 *
 * <p>There are {@code = <> != < <= > >=}, {@code and or not}, parentheses, {@code + - * / ^}, {@code [field]},
 * {@code [checkbox(code)]} (1 when ticked, else 0), texts in single or double quotes, numbers, {@code true} and
 * {@code false}, and the functions {@code sum mean min max round roundup rounddown abs sqrt if datediff isnumber
 * isblankormissingcode}. Words are read in any case. Both sides of a comparison are taken as numbers when both are
 * numbers, else as text; dates are {@code yyyy-mm-dd}, whose order as text is their order in time.
 *
 * <p>An empty value equals {@code ''}, is never smaller or larger than anything, makes arithmetic empty, and is left out
 * by {@code sum mean min max}. Numbers are decimal with 34 digits, so that 0.1 + 0.2 is 0.3; what has no value (division
 * by zero, root of a negative number) is empty. {@code datediff} follows REDCap's units: {@code "y"} of 365.2425 days,
 * {@code "M"} of 30.44 days, {@code "d" "h" "m"} (minutes) {@code "s"}; {@code "w"} for weeks is an addition. There is
 * no "today": a rule gives the same answer whenever it is asked.
 */
public final class Logic {

    /** The answer of a rule when empty values are taken as not known yet. */
    public enum Verdict {
        HOLDS,
        FAILS,
        /** Nothing decided: the rule looks at an empty value, and the answer depends on it. */
        UNKNOWN
    }

    private final String source;
    private final Expression expression;

    private Logic(String source, Expression expression) {
        this.source = source;
        this.expression = expression;
    }

    /**
     * Reads a rule.
     *
     * @throws LogicException when the text is not a rule; the message names the column
     */
    public static Logic parse(String source) {
        return new Logic(source, new LogicParser(LogicTokens.of(source)).whole());
    }

    /** Whether the rule holds for these answers; an empty value is a value like any other. */
    public boolean holds(Answers answers) {
        return Evaluation.plain(answers).verdict(expression) == Verdict.HOLDS;
    }

    /**
     * Whether the rule holds, in Kleene's three-valued logic: a comparison with an empty value is unknown, except the
     * comparison with {@code ''}. A checkbox is never unknown, since nothing ticked is an answer.
     */
    public Verdict verdict(Answers answers) {
        return Evaluation.threeValued(answers).verdict(expression);
    }

    /** The value of a calculation as text, truth as 1 or 0; empty when it cannot be computed. */
    public String value(Answers answers) {
        return Evaluation.plain(answers).value(expression).text();
    }

    /** The names of all fields that the rule looks at. */
    public Set<String> fields() {
        Set<String> names = new TreeSet<>();
        expression.walk(part -> {
            switch (part) {
                case Expression.Field field -> names.add(field.name());
                case Expression.Ticked ticked -> names.add(ticked.name());
                default -> {}
            }
        });
        return Set.copyOf(names);
    }

    /** What the rule gets wrong about the items: names that are not there, codes and types that do not fit. */
    public List<LogicFlaw> flaws(Function<String, Optional<Item>> items) {
        return new LogicReview(items).of(expression);
    }

    /** The rule as it was written. */
    public String source() {
        return source;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Logic that && source.equals(that.source);
    }

    @Override
    public int hashCode() {
        return source.hashCode();
    }

    @Override
    public String toString() {
        return source;
    }
}
