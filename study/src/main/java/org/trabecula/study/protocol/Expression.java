package org.trabecula.study.protocol;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;

/**
 * A rule after reading. Chains of the same precedence are one flat node, so that the depth of the tree is the depth of
 * the brackets, which the parser bounds. Columns count from 1.
 */
sealed interface Expression {

    int column();

    List<Expression> parts();

    /** Shows every part to the visitor, the whole before its parts. */
    default void walk(Consumer<Expression> visitor) {
        visitor.accept(this);
        parts().forEach(part -> part.walk(visitor));
    }

    sealed interface Leaf extends Expression {
        @Override
        default List<Expression> parts() {
            return List.of();
        }
    }

    record Words(String text, int column) implements Leaf {}

    record Amount(BigDecimal number, int column) implements Leaf {}

    record Constant(boolean holds, int column) implements Leaf {}

    record Field(String name, int column) implements Leaf {}

    record Ticked(String name, String code, int column) implements Leaf {}

    record Not(Expression operand, int column) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(operand);
        }
    }

    record Negative(Expression operand, int column) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(operand);
        }
    }

    record All(List<Expression> parts, int column) implements Expression {}

    record Any(List<Expression> parts, int column) implements Expression {}

    record Compare(Comparison how, Expression left, Expression right, int column) implements Expression {
        @Override
        public List<Expression> parts() {
            return List.of(left, right);
        }
    }

    /** {@code parts[0] operators[0] parts[1] operators[1] parts[2] ...}, from the left. */
    record Chain(List<Expression> parts, List<Operator> operators, int column) implements Expression {}

    record Call(LogicFunction function, List<Expression> parts, int column) implements Expression {}

    enum Operator {
        PLUS,
        MINUS,
        TIMES,
        OVER,
        POWER
    }

    enum Comparison {
        EQUAL,
        UNEQUAL,
        LESS,
        AT_MOST,
        MORE,
        AT_LEAST;

        boolean ordering() {
            return this != EQUAL && this != UNEQUAL;
        }

        boolean accepts(int order) {
            return switch (this) {
                case EQUAL -> order == 0;
                case UNEQUAL -> order != 0;
                case LESS -> order < 0;
                case AT_MOST -> order <= 0;
                case MORE -> order > 0;
                case AT_LEAST -> order >= 0;
            };
        }
    }
}
