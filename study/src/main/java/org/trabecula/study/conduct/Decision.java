package org.trabecula.study.conduct;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Function;
import org.trabecula.study.imaging.Lots;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.participant.Membership;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.protocol.SiteDefinition;

/** All that a decision may look at: the study so far, the protocol, the lots, the request, and what time it is. */
record Decision(Register register, Protocol protocol, Lots lots, Request request, Instant now) {

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

    /** Lets a decision about a participant be taken if there is one, at the actor's site, whose data are captured here. */
    Ruling about(ParticipantId id, Function<Casebook, Ruling> decision) {
        Optional<Casebook> found = register.casebook(id).filter(casebook -> mayActAt(casebook.site()));
        if (found.isEmpty()) {
            return Ruling.refuse("", Rule.UNKNOWN_PARTICIPANT, id);
        }
        return found.get().membership().transcribed().isPresent()
                ? Ruling.refuse("", Rule.TRANSCRIBED)
                : decision.apply(found.get());
    }

    /** Refuses what is dated after the participant's death. */
    Optional<Ruling> died(Casebook casebook, String place, LocalDate day) {
        return casebook.safety()
                .death()
                .map(noted -> noted.what().on())
                .filter(day::isAfter)
                .map(on -> Ruling.refuse(place, Rule.DIED, on));
    }

    /**
     * Refuses what is dated after the day on which the person declined, left or died: until then the record may be completed.
     */
    Optional<Ruling> left(Casebook casebook, String place, LocalDate day) {
        Membership membership = casebook.membership();
        Optional<Ruling> withdrawn = membership
                .withdrawn()
                .map(noted -> noted.what().on())
                .filter(day::isAfter)
                .map(on -> Ruling.refuse(place, Rule.WITHDRAWN, on));
        return died(casebook, place, day)
                .or(() -> withdrawn)
                .or(() -> membership
                        .declined()
                        .map(noted -> noted.what().on())
                        .filter(day::isAfter)
                        .map(on -> Ruling.refuse(place, Rule.CONSENT_DECLINED, on)));
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
