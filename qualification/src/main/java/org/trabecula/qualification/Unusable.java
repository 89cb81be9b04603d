package org.trabecula.qualification;

/** A case, table or formula that cannot be computed; the message names the place and the rule. */
public final class Unusable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unusable(String sentence) {
        super(sentence);
    }
}
