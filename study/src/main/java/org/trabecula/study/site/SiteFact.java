package org.trabecula.study.site;

import java.util.List;
import java.util.SortedMap;
import org.trabecula.study.journal.Fact;

/** What happens to the study's own set-up: its protocol and its accounts. Secrets are never part of a fact. */
public sealed interface SiteFact extends Fact {

    /** A protocol version came into force. The texts of its folder stand here whole, so that the journal explains itself. */
    record ProtocolAdopted(String name, String version, SortedMap<String, String> files) implements SiteFact {}

    /** Somebody may work in the study. An account's name is never used for a second person. */
    record AccountOpened(String user, String fullName, List<Grant> grants) implements SiteFact {
        public AccountOpened {
            grants = List.copyOf(grants);
        }
    }

    record GrantsChanged(String user, List<Grant> grants) implements SiteFact {
        public GrantsChanged {
            grants = List.copyOf(grants);
        }
    }

    record AccountClosed(String user) implements SiteFact {}

    record SignedIn(String user) implements SiteFact {}

    /** A sign-in was refused: unknown name, wrong secret, or too many attempts. */
    record SignInRefused(String user, String why) implements SiteFact {}

    /** The person chose a secret with a one-time link. */
    record SecretChosen(String user) implements SiteFact {}

    /** A new one-time link was made so that the person can set a new secret. */
    record SecretReset(String user) implements SiteFact {}
}
