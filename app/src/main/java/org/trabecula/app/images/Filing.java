package org.trabecula.app.images;

import java.util.List;
import java.util.function.Function;
import org.trabecula.study.conduct.Casebook;
import org.trabecula.study.conduct.Duties;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.conduct.Register;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.protocol.Timepoint;

/**
 * Whether images could be filed under a visit, asked before a single byte is stored. The Desk decides when they are there; this
 * keeps images of somebody who has not consented from coming in at all.
 */
final class Filing {
    private Filing() {}

    static List<Objection> objections(
            Register register, Protocol protocol, Destination to, Function<Intent, Actor> actor) {
        Actor who = actor.apply(new Intent.FileImages(to.participant(), to.visit(), new ImagingStudyId("unknown0")));
        boolean duty = who.isProgram()
                || Duties.of(new Intent.FileImages(to.participant(), to.visit(), new ImagingStudyId("unknown0")))
                        .stream()
                        .anyMatch(role -> role.name().equals(who.role()));
        if (!duty) {
            return List.of(Objection.to("", Rule.NOT_YOUR_DUTY, who.role(), "COORDINATOR, INVESTIGATOR"));
        }
        return register.casebook(to.participant())
                .filter(one -> who.site().equals(Actor.EVERY_SITE) || who.site().equals(one.site()))
                .map(one -> about(one, protocol, to.visit()))
                .orElse(List.of(Objection.to("participant", Rule.UNKNOWN_PARTICIPANT, to.participant())));
    }

    private static List<Objection> about(Casebook casebook, Protocol protocol, Timepoint visit) {
        var membership = casebook.membership();
        if (membership.transcribed().isPresent()) {
            return List.of(Objection.to("participant", Rule.TRANSCRIBED));
        }
        if (membership.withdrawn().isPresent()) {
            return List.of(Objection.to(
                    "participant",
                    Rule.WITHDRAWN,
                    membership.withdrawn().get().what().on()));
        }
        if (membership.declined().isPresent()) {
            return List.of(Objection.to(
                    "participant",
                    Rule.CONSENT_DECLINED,
                    membership.declined().get().what().on()));
        }
        if (membership.consent().isEmpty()) {
            return List.of(Objection.to("participant", Rule.CONSENT_BEFORE_DATA));
        }
        return protocol.visit(visit).isEmpty()
                ? List.of(Objection.to("visit", Rule.UNKNOWN_VISIT, visit))
                : held(casebook, visit);
    }

    private static List<Objection> held(Casebook casebook, Timepoint visit) {
        if (visit.equals(Timepoint.BASELINE)) {
            return List.of();
        }
        if (casebook.surgery().isEmpty()) {
            return List.of(Objection.to("visit", Rule.SURGERY_BEFORE_VISITS));
        }
        return casebook.visit(visit).held().isEmpty()
                ? List.of(Objection.to("visit", Rule.VISIT_BEFORE_DATA, visit))
                : List.of();
    }
}
