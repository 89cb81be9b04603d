package org.trabecula.study.conduct;

import java.util.Optional;
import org.trabecula.study.journal.Actor;

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

    public Request once(String submissionKey) {
        return new Request(
                actor, intent, reason, submissionKey.isBlank() ? Optional.empty() : Optional.of(submissionKey));
    }
}
