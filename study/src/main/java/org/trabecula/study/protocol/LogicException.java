package org.trabecula.study.protocol;

/** The text is not a rule. The message names the column and what was expected there. */
public final class LogicException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public LogicException(String message) {
        super(message);
    }
}
