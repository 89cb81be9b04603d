package org.trabecula.study.protocol;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.trabecula.study.protocol.Expression.Comparison;
import org.trabecula.study.protocol.Logic.Verdict;
import org.trabecula.study.protocol.LogicValue.Blank;
import org.trabecula.study.protocol.LogicValue.Truth;
import org.trabecula.study.protocol.LogicValue.Words;

/** Works a rule out for one set of answers. */
final class Evaluation {
    private final Answers answers;
    private final boolean emptyIsUnknown;

    private Evaluation(Answers answers, boolean emptyIsUnknown) {
        this.answers = answers;
        this.emptyIsUnknown = emptyIsUnknown;
    }

    static Evaluation plain(Answers answers) {
        return new Evaluation(answers, false);
    }

    static Evaluation threeValued(Answers answers) {
        return new Evaluation(answers, true);
    }

    Verdict verdict(Expression expression) {
        return value(expression).verdict();
    }

    LogicValue value(Expression expression) {
        return switch (expression) {
            case Expression.Words words -> words.text().isEmpty() ? new Blank(false) : new Words(words.text());
            case Expression.Amount amount -> new LogicValue.Amount(amount.number());
            case Expression.Constant constant -> LogicValue.of(constant.holds());
            case Expression.Field field -> field(answers.value(field.name()));
            case Expression.Ticked ticked -> LogicValue.of(ticked(ticked));
            case Expression.Not not -> new Truth(opposite(verdict(not.operand())));
            case Expression.Negative negative -> negative(value(negative.operand()));
            case Expression.All all -> new Truth(joined(all.parts(), Verdict.FAILS, Verdict.HOLDS));
            case Expression.Any any -> new Truth(joined(any.parts(), Verdict.HOLDS, Verdict.FAILS));
            case Expression.Compare compare -> compare(compare);
            case Expression.Chain chain -> chain(chain);
            case Expression.Call call -> call(call);
        };
    }

    private LogicValue field(String answer) {
        return answer.isEmpty() ? new Blank(emptyIsUnknown) : new Words(answer);
    }

    private boolean ticked(Expression.Ticked box) {
        return Arrays.stream(answers.value(box.name()).split(",", -1))
                .map(String::strip)
                .anyMatch(box.code()::equals);
    }

    private static Verdict opposite(Verdict verdict) {
        return switch (verdict) {
            case HOLDS -> Verdict.FAILS;
            case FAILS -> Verdict.HOLDS;
            case UNKNOWN -> Verdict.UNKNOWN;
        };
    }

    /** Kleene: one deciding part decides, else one unknown part leaves it unknown. */
    private Verdict joined(List<Expression> parts, Verdict deciding, Verdict otherwise) {
        Verdict result = otherwise;
        for (Expression part : parts) {
            Verdict verdict = verdict(part);
            if (verdict == deciding) {
                return deciding;
            }
            result = verdict == Verdict.UNKNOWN ? Verdict.UNKNOWN : result;
        }
        return result;
    }

    private LogicValue compare(Expression.Compare compare) {
        LogicValue left = value(compare.left());
        LogicValue right = value(compare.right());
        Predicate<Expression> asksWhetherEmpty =
                side -> side instanceof Expression.Words words && words.text().isEmpty();
        boolean definite = asksWhetherEmpty.test(compare.left()) || asksWhetherEmpty.test(compare.right());
        if ((left.open() || right.open()) && !definite) {
            return new Truth(Verdict.UNKNOWN);
        }
        return LogicValue.of(compare(compare.how(), left, right));
    }

    private static boolean compare(Comparison how, LogicValue left, LogicValue right) {
        boolean empty = left.text().isEmpty() || right.text().isEmpty();
        if (how.ordering() && empty) {
            return false;
        }
        Optional<BigDecimal> first = left.number();
        Optional<BigDecimal> second = right.number();
        return (first.isPresent() && second.isPresent())
                ? how.accepts(first.get().compareTo(second.get()))
                : how.accepts(left.text().compareTo(right.text()));
    }

    private static LogicValue negative(LogicValue value) {
        return LogicValue.of(value.number().map(BigDecimal::negate), value.open());
    }

    private LogicValue chain(Expression.Chain chain) {
        LogicValue result = value(chain.parts().getFirst());
        for (int i = 0; i < chain.operators().size(); i++) {
            Expression.Operator operator = chain.operators().get(i);
            LogicValue next = value(chain.parts().get(i + 1));
            Optional<BigDecimal> left = result.number();
            result = LogicValue.of(
                    next.number().flatMap(right -> left.flatMap(number -> Decimals.compute(number, operator, right))),
                    result.open() || next.open());
        }
        return result;
    }

    private LogicValue call(Expression.Call call) {
        List<Expression> parts = call.parts();
        return switch (call.function()) {
            case IF -> choice(parts);
            case ISBLANKORMISSINGCODE ->
                LogicValue.of(value(parts.getFirst()).text().isEmpty());
            case ISNUMBER -> LogicValue.of(value(parts.getFirst()).number().isPresent());
            case DATEDIFF -> dates(parts);
            case SUM, MEAN, MIN, MAX, ROUND, ROUNDUP, ROUNDDOWN, ABS, SQRT ->
                Calculation.of(call.function(), parts.stream().map(this::value).toList());
        };
    }

    private LogicValue choice(List<Expression> parts) {
        return switch (verdict(parts.getFirst())) {
            case HOLDS -> value(parts.get(1));
            case FAILS -> value(parts.get(2));
            case UNKNOWN -> {
                LogicValue yes = value(parts.get(1));
                yield yes.equals(value(parts.get(2))) ? yes : new Blank(true);
            }
        };
    }

    private LogicValue dates(List<Expression> parts) {
        LogicValue first = value(parts.get(0));
        LogicValue second = value(parts.get(1));
        boolean signed = parts.getLast() instanceof Expression.Constant constant && constant.holds();
        String unit = ((Expression.Words) parts.get(2)).text();
        Optional<BigDecimal> difference = LogicDates.of(first.text())
                .flatMap(from -> LogicDates.of(second.text()).map(to -> LogicDates.between(from, to, unit)))
                .map(number -> signed ? number : number.abs());
        return LogicValue.of(difference, first.open() || second.open());
    }
}
