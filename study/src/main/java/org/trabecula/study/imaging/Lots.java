package org.trabecula.study.imaging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.trabecula.study.journal.Hash;

/**
 * Lots that nobody can foresee who does not hold the key, and that come out the same for whoever holds it. Each depends on its
 * name alone: on no order, no time and no other lot.
 *
 * <p>The hash is SHA-256 over the key and the SHA-256 of key and name, so that no lot can be prolonged into another.
 */
public final class Lots {
    private static final int WORD = 20;
    private static final int LETTERS = 36;
    private final byte[] key;

    private Lots(byte[] key) {
        this.key = key;
    }

    /**
     * Lots that hang on a key.
     *
     * @param key at least 32 bytes that are kept secret
     */
    public static Lots keyed(byte[] key) {
        if (key.length < 32) {
            throw new IllegalArgumentException("A key for lots has at least 32 bytes, not " + key.length);
        }
        return new Lots(key.clone());
    }

    /** Lots that whoever knows the name can foresee: for rehearsals. */
    public static Lots rehearsed(String name) {
        return new Lots(Hash.sha256(name.getBytes(StandardCharsets.UTF_8)).bytes());
    }

    /** A number from 0 to less than 1, each as likely as any other. */
    public double share(String... name) {
        return (ByteBuffer.wrap(draw(name)).getLong() >>> 11) * 0x1.0p-53;
    }

    /** Twenty lower-case letters and digits. */
    public String word(String... name) {
        String word = new java.math.BigInteger(1, draw(name)).toString(LETTERS);
        return word.substring(word.length() - WORD);
    }

    private byte[] draw(String... name) {
        byte[] said = String.join("\0", name).getBytes(StandardCharsets.UTF_8);
        return Hash.sha256(key, Hash.sha256(key, said).bytes()).bytes();
    }
}
