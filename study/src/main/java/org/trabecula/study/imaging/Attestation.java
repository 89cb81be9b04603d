package org.trabecula.study.imaging;

import java.util.Optional;
import org.trabecula.study.journal.Signature;

/**
 * How a person closes a read: signs it, and says how sure the guess of the arm is.
 *
 * @param certainty from {@link #LEAST} to {@link #MOST}; empty when there is no guess
 */
public record Attestation(Signature signature, Optional<Integer> certainty) {
    /** Hardly more than a coin's toss. */
    public static final int LEAST = 1;

    /** As good as certain. */
    public static final int MOST = 5;
}
