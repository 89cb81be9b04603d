package org.trabecula.app.web;

import org.trabecula.study.conduct.Casebook;
import org.trabecula.study.conduct.Eligibility;
import org.trabecula.study.participant.Membership;
import org.trabecula.study.protocol.Logic;
import org.trabecula.study.protocol.Protocol;

/** How far a participant has come, in one word. */
enum Standing {
    SCREENED,
    NOT_ELIGIBLE,
    ELIGIBLE,
    PLANNED,
    INVITED,
    DECLINED,
    CONSENTED,
    OPERATED,
    WITHDRAWN,
    DIED,
    TRANSCRIBED;

    static Standing of(Casebook casebook, Protocol protocol) {
        Membership membership = casebook.membership();
        if (membership.transcribed().isPresent()) {
            return TRANSCRIBED;
        }
        if (casebook.safety().death().isPresent()) {
            return DIED;
        }
        if (membership.withdrawn().isPresent()) {
            return WITHDRAWN;
        }
        if (membership.declined().isPresent()) {
            return DECLINED;
        }
        if (casebook.surgery().isPresent()) {
            return OPERATED;
        }
        if (membership.consent().isPresent()) {
            return CONSENTED;
        }
        return membership.invited().isPresent() ? INVITED : beforeInvitation(casebook, protocol);
    }

    private static Standing beforeInvitation(Casebook casebook, Protocol protocol) {
        Eligibility eligibility = Eligibility.of(casebook, protocol);
        if (eligibility.findings().stream().anyMatch(finding -> finding.verdict() == Logic.Verdict.FAILS)) {
            return NOT_ELIGIBLE;
        }
        if (casebook.membership().plan().isPresent()) {
            return PLANNED;
        }
        return eligibility.eligible() ? ELIGIBLE : SCREENED;
    }

    /** Whether nothing more will happen with the participant; what had happened may still be recorded or put right. */
    boolean closed() {
        return switch (this) {
            case NOT_ELIGIBLE, DECLINED, WITHDRAWN, DIED, TRANSCRIBED -> true;
            case SCREENED, ELIGIBLE, PLANNED, INVITED, CONSENTED, OPERATED -> false;
        };
    }

    /** How the tag is coloured. */
    public String tone() {
        return switch (this) {
            case SCREENED, ELIGIBLE, PLANNED, INVITED, TRANSCRIBED -> "";
            case CONSENTED, OPERATED -> "good";
            case NOT_ELIGIBLE, DECLINED, WITHDRAWN, DIED -> "warn";
        };
    }
}
