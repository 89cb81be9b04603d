package org.trabecula.app.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.trabecula.app.Installation;
import org.trabecula.app.store.Credentials;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.conduct.Request;
import org.trabecula.study.imaging.Attestation;
import org.trabecula.study.imaging.Findings;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.journal.Signature;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.Rule;

/** How a read is closed: how sure the guess is, and a signature for which the password is asked again. */
@Component
final class ReadingSigning {
    private final Installation installation;

    ReadingSigning(Installation installation) {
        this.installation = installation;
    }

    /**
     * What closes the sheet; worth something only when {@code typed} is sound afterwards. The password is looked at last, so that
     * a slip in the sheet costs no attempt.
     *
     * @param meaning the key of the sentence that is signed; it is kept in English
     */
    Attestation attest(Typed typed, Visitor visitor, String meaning) {
        Optional<Integer> certainty = certainty(typed);
        if (typed.sound()) {
            checked(typed, visitor);
        }
        return new Attestation(
                new Signature(
                        visitor.account().fullName(), Words.in(Words.ENGLISH).say(meaning)),
                certainty);
    }

    private static Optional<Integer> certainty(Typed typed) {
        String guess = typed.text("armGuess");
        if (guess.isEmpty() || guess.equals(Findings.NO_IDEA)) {
            return Optional.empty();
        }
        String sure = typed.text("certainty");
        if (!sure.matches("[" + Attestation.LEAST + "-" + Attestation.MOST + "]")) {
            typed.object(Objection.to("certainty", Rule.CERTAINTY_REQUIRED));
            return Optional.empty();
        }
        return Optional.of(Integer.valueOf(sure));
    }

    private void checked(Typed typed, Visitor visitor) {
        String secret = typed.required("secret");
        if (secret.isEmpty()) {
            return;
        }
        switch (installation.credentials().check(visitor.user(), secret)) {
            case Credentials.Check.Passed _ -> {}
            case Credentials.Check.TooMany _ -> typed.object(Objection.to("secret", Rule.SIGNATURE_PAUSED));
            case Credentials.Check.Failed _ -> {
                typed.object(Objection.to("secret", Rule.SIGNATURE_REFUSED));
                installation
                        .desk()
                        .submit(Request.of(
                                Actor.program(),
                                new Intent.NoteRefusedSignIn(visitor.user(), "wrong password at signing")));
            }
        }
    }
}
