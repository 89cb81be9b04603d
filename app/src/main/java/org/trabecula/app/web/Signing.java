package org.trabecula.app.web;

import org.springframework.stereotype.Component;
import org.trabecula.app.Installation;
import org.trabecula.app.store.Credentials;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.conduct.Request;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.journal.Signature;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.Rule;

/** A signature, for which the password is asked again (21 CFR 11.200). */
@Component
final class Signing {
    private final Installation installation;

    Signing(Installation installation) {
        this.installation = installation;
    }

    /**
     * Signs; worth something only when {@code typed} is sound afterwards. The password is looked at last, so that a slip elsewhere
     * on the page costs no attempt.
     *
     * @param meaning the key of the sentence that is signed; it is kept in English
     */
    Signature sign(Typed typed, Visitor visitor, String meaning) {
        if (typed.sound()) {
            checked(typed, visitor);
        }
        return new Signature(
                visitor.account().fullName(), Words.in(Words.ENGLISH).say(meaning));
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
