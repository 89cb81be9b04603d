package org.trabecula.study.protocol;

/** The text is not a rule. The message names the column, counted from 1, and what was expected there. */
public final class LogicException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int column;

    LogicException(int column, String sentence) {
        super("Column " + column + ": " + sentence);
        this.column = column;
    }

    /** Where in the rule, counted from 1. */
    public int column() {
        return column;
    }
}
