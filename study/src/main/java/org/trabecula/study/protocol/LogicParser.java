package org.trabecula.study.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.trabecula.study.protocol.Expression.Comparison;
import org.trabecula.study.protocol.Expression.Operator;
import org.trabecula.study.protocol.LogicTokens.Kind;
import org.trabecula.study.protocol.LogicTokens.Token;

/**
 * Reads a rule by recursive descent. From loose to tight: {@code or}, {@code and}, {@code not}, comparison,
 * {@code + -}, {@code * /}, sign, {@code ^}.
 */
final class LogicParser {
    /** So that ten thousand brackets are a sentence and not a stack overflow. */
    static final int DEEPEST = 60;

    private final List<Token> tokens;
    private int at;
    private int depth;

    LogicParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    Expression whole() {
        if (peek().kind() == Kind.END) {
            throw new LogicException(1, "the rule is empty");
        }
        Expression all = any();
        if (peek().kind() != Kind.END) {
            throw expected("and, or, a comparison, or the end");
        }
        return all;
    }

    private Expression any() {
        return deeper(() -> {
            int column = peek().column();
            List<Expression> parts = separated("or", this::all);
            return parts.size() == 1 ? parts.getFirst() : new Expression.Any(parts, column);
        });
    }

    private Expression all() {
        int column = peek().column();
        List<Expression> parts = separated("and", this::not);
        return parts.size() == 1 ? parts.getFirst() : new Expression.All(parts, column);
    }

    private List<Expression> separated(String word, Supplier<Expression> part) {
        List<Expression> parts = new ArrayList<>();
        do {
            parts.add(part.get());
        } while (accept(word));
        return List.copyOf(parts);
    }

    private Expression not() {
        int column = peek().column();
        return accept("not") ? deeper(() -> new Expression.Not(not(), column)) : comparison();
    }

    private Expression comparison() {
        Expression left = sum();
        int column = peek().column();
        Optional<Comparison> how = comparisonSign();
        if (how.isEmpty()) {
            return left;
        }
        at++;
        Expression right = sum();
        if (comparisonSign().isPresent()) {
            throw new LogicException(
                    peek().column(), "a comparison has two sides; join two comparisons by and, or use brackets");
        }
        return new Expression.Compare(how.get(), left, right, column);
    }

    private Optional<Comparison> comparisonSign() {
        return peek().kind() != Kind.SIGN
                ? Optional.empty()
                : switch (peek().text()) {
                    case "=" -> Optional.of(Comparison.EQUAL);
                    case "<>" -> Optional.of(Comparison.UNEQUAL);
                    case "<" -> Optional.of(Comparison.LESS);
                    case "<=" -> Optional.of(Comparison.AT_MOST);
                    case ">" -> Optional.of(Comparison.MORE);
                    case ">=" -> Optional.of(Comparison.AT_LEAST);
                    default -> Optional.empty();
                };
    }

    private Expression sum() {
        return chain(this::product, "+", Operator.PLUS, "-", Operator.MINUS);
    }

    private Expression product() {
        return chain(this::signed, "*", Operator.TIMES, "/", Operator.OVER);
    }

    private Expression chain(
            Supplier<Expression> part, String firstSign, Operator first, String secondSign, Operator second) {
        int column = peek().column();
        List<Expression> parts = new ArrayList<>();
        List<Operator> operators = new ArrayList<>();
        parts.add(part.get());
        while (peek().is(firstSign) || peek().is(secondSign)) {
            operators.add(peek().is(firstSign) ? first : second);
            at++;
            parts.add(part.get());
        }
        return operators.isEmpty()
                ? parts.getFirst()
                : new Expression.Chain(List.copyOf(parts), List.copyOf(operators), column);
    }

    private Expression signed() {
        int column = peek().column();
        if (accept("-")) {
            return deeper(() -> new Expression.Negative(signed(), column));
        }
        return accept("+") ? deeper(this::signed) : power();
    }

    /** Binds from the right: 2^3^2 is 512, and -2^2 is -4. */
    private Expression power() {
        int column = peek().column();
        Expression base = atom();
        return accept("^")
                ? deeper(() -> new Expression.Chain(List.of(base, signed()), List.of(Operator.POWER), column))
                : base;
    }

    private Expression atom() {
        Token token = peek();
        return switch (token.kind()) {
            case NUMBER -> {
                at++;
                yield new Expression.Amount(
                        Decimals.of(token.text())
                                .orElseThrow(
                                        () -> new LogicException(token.column(), "the number has too many digits")),
                        token.column());
            }
            case TEXT -> {
                at++;
                yield new Expression.Words(token.text(), token.column());
            }
            case FIELD -> {
                at++;
                yield new Expression.Field(token.text(), token.column());
            }
            case TICKED -> {
                at++;
                yield new Expression.Ticked(token.text(), token.code(), token.column());
            }
            case WORD -> word(token);
            case SIGN -> brackets();
            case END -> throw expected("a field, a number, a text or (");
        };
    }

    private Expression brackets() {
        if (!accept("(")) {
            throw expected("a field, a number, a text or (");
        }
        Expression inner = any();
        close();
        return inner;
    }

    private Expression word(Token token) {
        at++;
        if (token.text().equals("true") || token.text().equals("false")) {
            return new Expression.Constant(token.text().equals("true"), token.column());
        }
        LogicFunction function = LogicFunction.named(token.text())
                .orElseThrow(() -> new LogicException(
                        token.column(),
                        token.text() + " is no function; there are " + LogicFunction.names() + "; a field is written ["
                                + token.text() + "]"));
        if (!accept("(")) {
            throw expected("( after " + token.text());
        }
        List<Expression> arguments = peek().is(")") ? List.of() : separated(",", this::any);
        close();
        function.check(arguments, token.column());
        return new Expression.Call(function, arguments, token.column());
    }

    private void close() {
        if (!accept(")")) {
            throw expected(")");
        }
    }

    private Token peek() {
        return tokens.get(at);
    }

    private boolean accept(String sign) {
        if (peek().is(sign)) {
            at++;
            return true;
        }
        return false;
    }

    private LogicException expected(String what) {
        return new LogicException(peek().column(), "expected " + what + ", but found " + peek().shown());
    }

    private Expression deeper(Supplier<Expression> inner) {
        if (++depth > DEEPEST) {
            throw new LogicException(peek().column(), "the rule is nested more than " + DEEPEST + " deep");
        }
        Expression result = inner.get();
        depth--;
        return result;
    }
}
