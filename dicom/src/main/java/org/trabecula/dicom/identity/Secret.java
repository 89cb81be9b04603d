package org.trabecula.dicom.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of a study, from which new UIDs and date shifts are made. Whoever has it can tell which new UID belongs to which old one; whoever
 * has it not cannot. The same key gives the same answers for ever, so it must be kept.
 */
public final class Secret {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST_BYTES = 16;

    private final SecretKeySpec key;

    private Secret(SecretKeySpec key) {
        this.key = key;
    }

    public static Secret of(byte[] key) {
        if (key.length < LEAST_BYTES) {
            throw new IllegalArgumentException(
                    "A secret needs at least " + LEAST_BYTES + " bytes, not " + key.length + ".");
        }
        return new Secret(new SecretKeySpec(key, ALGORITHM));
    }

    /** HMAC-SHA-256 of a text; the purpose keeps answers for one use apart from those for another. */
    byte[] digest(String purpose, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM + ".", e);
        }
    }
}
