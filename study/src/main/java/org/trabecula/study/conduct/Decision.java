package org.trabecula.study.conduct;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.participant.Membership;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.protocol.SiteDefinition;

/** All that a decision may look at: the study so far, the protocol, the request, and what time it is. */
record Decision(Register register, Protocol protocol, Request request, Instant now) {

    /** Today at a site. */
    LocalDate today(String site) {
        return now.atZone(protocol.site(site).map(SiteDefinition::zone).orElse(ZoneOffset.UTC))
                .toLocalDate();
    }

    Actor actor() {
        return request.actor();
    }

    boolean mayActAt(String site) {
        String own = actor().site();
        return own.equals(Actor.EVERY_SITE) || own.equals(site);
    }

    /** Lets a decision about a participant be taken if there is one, at the actor's site, still in the study. */
    Ruling about(ParticipantId id, Function<Casebook, Ruling> decision) {
        Optional<Casebook> found = register.casebook(id).filter(casebook -> mayActAt(casebook.site()));
        if (found.isEmpty()) {
            return Ruling.refuse("", Rule.UNKNOWN_PARTICIPANT, id);
        }
        Membership membership = found.get().membership();
        if (membership.transcribed().isPresent()) {
            return Ruling.refuse("", Rule.TRANSCRIBED);
        }
        if (membership.withdrawn().isPresent()) {
            return Ruling.refuse(
                    "", Rule.WITHDRAWN, membership.withdrawn().get().what().on());
        }
        if (membership.declined().isPresent()) {
            return Ruling.refuse(
                    "",
                    Rule.CONSENT_DECLINED,
                    membership.declined().get().what().on());
        }
        return decision.apply(found.get());
    }

    /** The same, but only after consent. */
    Ruling afterConsent(ParticipantId id, Function<Casebook, Ruling> decision) {
        return about(
                id,
                casebook -> casebook.membership().consent().isPresent()
                        ? decision.apply(casebook)
                        : Ruling.refuse("", Rule.CONSENT_BEFORE_DATA));
    }
}
