package org.trabecula.study.journal;

/**
 * One intended save: a key made once by whoever intends it, and a fingerprint of what was intended. The same key twice
 * has one effect; the same key with another fingerprint is refused.
 */
public record Submission(String key, String fingerprint) {
    public Submission {
        if (key.isBlank() || key.length() > 100 || fingerprint.isBlank()) {
            throw new IllegalArgumentException("A submission has a key of 1 to 100 characters and a fingerprint");
        }
    }
}
