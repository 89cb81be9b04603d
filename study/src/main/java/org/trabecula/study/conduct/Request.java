package org.trabecula.study.conduct;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.journal.Hash;

/**
 * Somebody's intent as it reaches the Desk.
 *
 * @param reason why, where a change needs one
 * @param key made once for each intended save; repeating the same request has one effect
 */
public record Request(Actor actor, Intent intent, Optional<String> reason, Optional<String> key) {

    public static Request of(Actor actor, Intent intent) {
        return new Request(actor, intent, Optional.empty(), Optional.empty());
    }

    public Request because(String why) {
        return new Request(actor, intent, why.isBlank() ? Optional.empty() : Optional.of(why.strip()), key);
    }

    /** Repeating this request with the same key has one effect. A key that is long or has other signs than text counts by its hash. */
    public Request once(String submissionKey) {
        String key = submissionKey.matches("[\\w.:/ -]{0,100}")
                ? submissionKey
                : Hash.sha256(submissionKey.getBytes(StandardCharsets.UTF_8)).toString();
        return new Request(actor, intent, reason, key.isBlank() ? Optional.empty() : Optional.of(key));
    }
}
