package org.trabecula.cluster;

/** Why nothing more can be done, as a sentence for the person at the shell. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refused(String sentence) {
        super(sentence);
    }
}
