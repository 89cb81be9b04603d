package org.trabecula.app;

/** Something that the person at the shell can put right. The message is a whole sentence for that person. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Refusal(String sentence) {
        super(sentence);
    }
}
