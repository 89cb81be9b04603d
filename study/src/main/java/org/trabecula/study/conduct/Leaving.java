package org.trabecula.study.conduct;

import java.time.LocalDate;
import java.util.Optional;
import org.trabecula.study.participant.Membership;
import org.trabecula.study.participant.ParticipantFact;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.protocol.Text;

/** Declining and withdrawing, and what is put right about either. */
final class Leaving {
    private static final Text CONSENT = new Text("consent", "知情同意");

    private Leaving() {}

    static Ruling decline(Decision d, Intent.Decline intent) {
        return d.about(intent.id(), casebook -> {
            Membership membership = casebook.membership();
            if (membership.invited().isEmpty()) {
                return Ruling.refuse("on", Rule.INVITATION_BEFORE_CONSENT);
            }
            var given = membership.consent().map(noted -> noted.what());
            if (given.isPresent()) {
                return Ruling.refuse(
                        "on",
                        Rule.CONSENT_GIVEN_ALREADY,
                        given.get().version(),
                        given.get().on());
            }
            LocalDate invited = membership.invited().get().what().on();
            var fact = new ParticipantFact.ConsentDeclined(intent.on());
            return anew(d, membership.declined().map(noted -> noted.what()), fact)
                    .or(() -> Admission.dated(d, casebook, "on", intent.on(), invited, Admission.INVITATION))
                    .orElseGet(() -> Ruling.record(intent.id().stream(), fact));
        });
    }

    static Ruling withdraw(Decision d, Intent.Withdraw intent) {
        return d.afterConsent(intent.id(), casebook -> {
            if (intent.why().isBlank()) {
                return Ruling.refuse("why", Rule.VALUE_REQUIRED);
            }
            Membership membership = casebook.membership();
            LocalDate consented = membership.firstConsent().orElseThrow().what().on();
            var fact = new ParticipantFact.ParticipantWithdrawn(
                    intent.on(), intent.why().strip());
            return anew(d, membership.withdrawn().map(noted -> noted.what()), fact)
                    .or(() -> Admission.dated(d, casebook, "on", intent.on(), consented, CONSENT))
                    .or(() -> d.died(casebook, "on", intent.on()))
                    .orElseGet(() -> Ruling.record(intent.id().stream(), fact));
        });
    }

    /** The participant is in the study after all: that she declined or withdrew was entered in error. */
    static Ruling reinstate(Decision d, Intent.Reinstate intent) {
        return d.about(intent.id(), casebook -> {
            Membership membership = casebook.membership();
            if (membership.declined().isEmpty() && membership.withdrawn().isEmpty()) {
                return Ruling.refuse("", Rule.NOT_LEFT);
            }
            if (d.request().reason().isEmpty()) {
                return Ruling.refuse("reason", Rule.REASON_REQUIRED);
            }
            return Ruling.record(
                    intent.id().stream(),
                    membership.withdrawn().isPresent()
                            ? new ParticipantFact.WithdrawalEnteredInError()
                            : new ParticipantFact.DeclineEnteredInError());
        });
    }

    /** What is recorded already is said again only with a reason, and only when it differs. */
    private static <T> Optional<Ruling> anew(Decision d, Optional<T> known, T fact) {
        if (known.filter(fact::equals).isPresent()) {
            return Optional.of(Ruling.refuse("", Rule.NOTHING_CHANGED));
        }
        return known.isPresent() && d.request().reason().isEmpty()
                ? Optional.of(Ruling.refuse("reason", Rule.REASON_REQUIRED))
                : Optional.empty();
    }
}
