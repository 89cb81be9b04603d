package org.trabecula.app.web;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.trabecula.study.imaging.Attestation;
import org.trabecula.study.imaging.Findings;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.Rule;

/** How a read is closed: how sure the guess is, and a signature. */
@Component
final class ReadingSigning {
    private final Signing signing;

    ReadingSigning(Signing signing) {
        this.signing = signing;
    }

    /**
     * What closes the sheet; worth something only when {@code typed} is sound afterwards.
     *
     * @param meaning the key of the sentence that is signed; it is kept in English
     */
    Attestation attest(Typed typed, Visitor visitor, String meaning) {
        Optional<Integer> certainty = certainty(typed);
        return new Attestation(signing.sign(typed, visitor, meaning), certainty);
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
}
