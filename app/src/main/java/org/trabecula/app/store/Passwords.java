package org.trabecula.app.store;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Argon2id with 19 MiB, two passes and one lane: the first choice of the OWASP Password Storage Cheat Sheet. Hashing is
 * made to be costly, so only as many at once as there are processors; a flood of attempts must not take 19 MiB each.
 */
final class Passwords {
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;

    private final Argon2PasswordEncoder argon =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KIBIBYTES, PASSES);
    private final Semaphore hashing = new Semaphore(Runtime.getRuntime().availableProcessors());

    String hash(String password) {
        return inTurn(() -> String.valueOf(argon.encode(password)));
    }

    /** Takes as long when there is no hash to compare with. */
    boolean matches(String password, Optional<String> hash) {
        return inTurn(() -> hash.map(known -> argon.matches(password, known))
                .orElseGet(() -> String.valueOf(argon.encode(password)).isEmpty()));
    }

    private <T> T inTurn(Supplier<T> work) {
        hashing.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            hashing.release();
        }
    }
}
