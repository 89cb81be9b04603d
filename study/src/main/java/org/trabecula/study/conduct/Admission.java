package org.trabecula.study.conduct;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.trabecula.study.participant.Membership;
import org.trabecula.study.participant.ParticipantFact;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.protocol.Text;
import org.trabecula.study.protocol.Timepoint;

/** From the surgical plan to consent. */
final class Admission {
    private Admission() {}

    static Ruling plan(Decision d, Intent.Plan intent) {
        return d.about(intent.id(), casebook -> {
            if (intent.segments().isEmpty()) {
                return Ruling.refuse("segments", Rule.PLAN_NEEDS_SEGMENT);
            }
            if (intent.on().isAfter(d.today(casebook.site()))) {
                return Ruling.refuse("on", Rule.DATE_IN_FUTURE, intent.on());
            }
            if (casebook.membership().plan().isPresent() && d.request().reason().isEmpty()) {
                return Ruling.refuse("reason", Rule.REASON_REQUIRED);
            }
            return Theatre.apart("segments", intent.segments())
                    .<Ruling>map(apart -> new Ruling.Refuse(List.of(apart)))
                    .or(() -> Screening.before(casebook, intent.on()))
                    .or(() -> d.left(casebook, "on", intent.on()))
                    .orElseGet(() -> Ruling.record(
                            intent.id().stream(),
                            new ParticipantFact.SurgicalPlanRecorded(
                                    intent.on(),
                                    intent.segments().stream()
                                            .distinct()
                                            .sorted()
                                            .toList(),
                                    intent.cage(),
                                    intent.reasonForCage())));
        });
    }

    static Ruling invite(Decision d, Intent.Invite intent) {
        return d.about(
                intent.id(),
                casebook -> casebook.membership()
                        .invited()
                        .map(noted -> noted.what().on())
                        .map(before -> inviteAnew(d, casebook, intent, before))
                        .orElseGet(() -> inviteFirst(d, casebook, intent)));
    }

    private static Ruling inviteFirst(Decision d, Casebook casebook, Intent.Invite intent) {
        Membership membership = casebook.membership();
        if (membership.plan().isEmpty()) {
            return Ruling.refuse("on", Rule.PLAN_BEFORE_INVITATION);
        }
        Eligibility eligibility = Eligibility.of(casebook, d.protocol());
        if (!eligibility.failed().isEmpty()) {
            return Ruling.refuse("on", Rule.NOT_ELIGIBLE, Text.joined("; ", eligibility.failed()));
        }
        if (!eligibility.open().isEmpty()) {
            return Ruling.refuse("on", Rule.ELIGIBILITY_UNKNOWN, Text.joined("; ", eligibility.open()));
        }
        LocalDate planned = membership.firstPlan().orElseThrow().what().on();
        return dated(d, casebook, "on", intent.on(), planned, PLAN)
                .orElseGet(
                        () -> Ruling.record(intent.id().stream(), new ParticipantFact.ParticipantInvited(intent.on())));
    }

    /** A wrong date is put right; where the right one departs from the protocol, that follows from the record. */
    private static Ruling inviteAnew(Decision d, Casebook casebook, Intent.Invite intent, LocalDate before) {
        if (d.request().reason().isEmpty()) {
            return Ruling.refuse("on", Rule.INVITED_ALREADY, before);
        }
        if (before.equals(intent.on())) {
            return Ruling.refuse("", Rule.NOTHING_CHANGED);
        }
        if (intent.on().isAfter(d.today(casebook.site()))) {
            return Ruling.refuse("on", Rule.DATE_IN_FUTURE, intent.on());
        }
        return d.left(casebook, "on", intent.on())
                .orElseGet(
                        () -> Ruling.record(intent.id().stream(), new ParticipantFact.ParticipantInvited(intent.on())));
    }

    static Ruling consent(Decision d, Intent.Consent intent) {
        return d.about(intent.id(), casebook -> {
            Membership membership = casebook.membership();
            if (membership.declined().isPresent()) {
                return Ruling.refuse(
                        "",
                        Rule.CONSENT_DECLINED,
                        membership.declined().get().what().on());
            }
            if (membership.invited().isEmpty()) {
                return Ruling.refuse("on", Rule.INVITATION_BEFORE_CONSENT);
            }
            if (!d.protocol().consentVersions().contains(intent.version())) {
                return Ruling.refuse(
                        "version",
                        Rule.CONSENT_VERSION,
                        intent.version(),
                        String.join(", ", d.protocol().consentVersions()));
            }
            if (intent.obtainedBy().isBlank()) {
                return Ruling.refuse("obtainedBy", Rule.VALUE_REQUIRED);
            }
            var given = membership.consentTo(intent.version());
            if (given.isPresent() && d.request().reason().isEmpty()) {
                return Ruling.refuse(
                        "version",
                        Rule.CONSENT_GIVEN_ALREADY,
                        intent.version(),
                        given.get().on());
            }
            LocalDate invited = membership.invited().get().what().on();
            return dated(d, casebook, "on", intent.on(), invited, INVITATION)
                    .or(() -> d.left(casebook, "on", intent.on()))
                    .orElseGet(() -> Ruling.record(
                            intent.id().stream(),
                            new ParticipantFact.ConsentGiven(
                                    intent.version(),
                                    intent.on(),
                                    intent.obtainedBy().strip())));
        });
    }

    /** Who somebody is may be noted and looked up whatever became of them: also after a refusal or a withdrawal. */
    static Ruling identity(Decision d, ParticipantId id, ParticipantFact fact) {
        boolean here = d.register()
                .casebook(id)
                .filter(casebook -> d.mayActAt(casebook.site()))
                .filter(casebook -> casebook.membership().transcribed().isEmpty())
                .isPresent();
        return here ? Ruling.record(id.stream(), fact) : Ruling.refuse("", Rule.UNKNOWN_PARTICIPANT, id);
    }

    /** Refuses a date in the future or before what has to come first. */
    static Optional<Ruling> dated(
            Decision d, Casebook casebook, String place, LocalDate date, LocalDate notBefore, Text what) {
        if (date.isAfter(d.today(casebook.site()))) {
            return Optional.of(Ruling.refuse(place, Rule.DATE_IN_FUTURE, date));
        }
        if (date.isBefore(notBefore)) {
            return Optional.of(Ruling.refuse(place, Rule.DATE_BEFORE, date, what, notBefore));
        }
        return Optional.empty();
    }

    private static final Text PLAN = new Text("plan", "手术计划");
    static final Text INVITATION = new Text("invitation", "邀请");
    static final String SCREENING_FORM = "screening";
    static final Timepoint SCREENING_AT = Timepoint.BASELINE;
}
