package org.trabecula.study.participant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.trabecula.study.journal.Noted;
import org.trabecula.study.participant.ParticipantFact.ConsentDeclined;
import org.trabecula.study.participant.ParticipantFact.ConsentGiven;
import org.trabecula.study.participant.ParticipantFact.DeclineEnteredInError;
import org.trabecula.study.participant.ParticipantFact.IdentityRecorded;
import org.trabecula.study.participant.ParticipantFact.IdentityViewed;
import org.trabecula.study.participant.ParticipantFact.ParticipantInvited;
import org.trabecula.study.participant.ParticipantFact.ParticipantScreened;
import org.trabecula.study.participant.ParticipantFact.ParticipantTranscribed;
import org.trabecula.study.participant.ParticipantFact.ParticipantWithdrawn;
import org.trabecula.study.participant.ParticipantFact.SurgicalPlanRecorded;
import org.trabecula.study.participant.ParticipantFact.WithdrawalEnteredInError;

/**
 * How far a person has come with the study: screened, planned, invited, consented; declined or withdrawn.
 *
 * @param plans each plan that was made, as now known; one that only says another date puts the date of the last one right
 * @param consents the consent to each version of the document as now known, in the order of their first record
 */
public record Membership(
        String site,
        Optional<Noted<ParticipantScreened>> screened,
        List<Noted<SurgicalPlanRecorded>> plans,
        Optional<Noted<ParticipantInvited>> invited,
        List<Noted<ConsentGiven>> consents,
        Optional<Noted<ConsentDeclined>> declined,
        Optional<Noted<ParticipantWithdrawn>> withdrawn,
        Optional<Noted<ParticipantTranscribed>> transcribed) {
    public Membership {
        plans = List.copyOf(plans);
        consents = List.copyOf(consents);
    }

    public static Membership unknown() {
        return new Membership(
                "",
                Optional.empty(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public Membership after(ParticipantFact fact, long at) {
        return switch (fact) {
            case ParticipantScreened f ->
                new Membership(f.site(), noted(f, at), plans, invited, consents, declined, withdrawn, transcribed);
            case SurgicalPlanRecorded f ->
                new Membership(
                        site,
                        screened,
                        instead(plans, f, at, Membership::samePlan),
                        invited,
                        consents,
                        declined,
                        withdrawn,
                        transcribed);
            case ParticipantInvited f ->
                new Membership(site, screened, plans, noted(f, at), consents, declined, withdrawn, transcribed);
            case ConsentGiven f ->
                new Membership(
                        site,
                        screened,
                        plans,
                        invited,
                        instead(consents, f, at, (one, other) -> one.version().equals(other.version())),
                        declined,
                        withdrawn,
                        transcribed);
            case ConsentDeclined f ->
                new Membership(site, screened, plans, invited, consents, noted(f, at), withdrawn, transcribed);
            case DeclineEnteredInError _ ->
                new Membership(site, screened, plans, invited, consents, Optional.empty(), withdrawn, transcribed);
            case ParticipantWithdrawn f ->
                new Membership(site, screened, plans, invited, consents, declined, noted(f, at), transcribed);
            case WithdrawalEnteredInError _ ->
                new Membership(site, screened, plans, invited, consents, declined, Optional.empty(), transcribed);
            case IdentityRecorded _, IdentityViewed _ -> this;
            case ParticipantTranscribed f ->
                new Membership(f.site(), screened, plans, invited, consents, declined, withdrawn, noted(f, at));
        };
    }

    /** The surgical plan in force. */
    public Optional<Noted<SurgicalPlanRecorded>> plan() {
        return plans.isEmpty() ? Optional.empty() : Optional.of(plans.getLast());
    }

    /** The earliest plan: from its day on the person could be invited. */
    public Optional<Noted<SurgicalPlanRecorded>> firstPlan() {
        return plans.stream().min(Comparator.comparing(plan -> plan.what().on()));
    }

    /** The consent in force, to the version of the document that was consented to last. */
    public Optional<Noted<ConsentGiven>> consent() {
        return consents.isEmpty() ? Optional.empty() : Optional.of(consents.getLast());
    }

    /** The earliest consent: from its day on data may be collected. A new version of the document does not move it. */
    public Optional<Noted<ConsentGiven>> firstConsent() {
        return consents.stream()
                .min(Comparator.comparing(consent -> consent.what().on()));
    }

    /** The consent to a version of the document. */
    public Optional<ConsentGiven> consentTo(String version) {
        return consents.stream()
                .map(Noted::what)
                .filter(consent -> consent.version().equals(version))
                .findFirst();
    }

    private static boolean samePlan(SurgicalPlanRecorded one, SurgicalPlanRecorded other) {
        return one.segments().equals(other.segments())
                && one.cage() == other.cage()
                && one.reasonForCage().equals(other.reasonForCage());
    }

    /** The list with the fact in the place of the one that it puts right, or at the end. */
    private static <T> List<Noted<T>> instead(List<Noted<T>> known, T fact, long at, BiPredicate<T, T> same) {
        List<Noted<T>> next = new ArrayList<>(known);
        for (int i = 0; i < next.size(); i++) {
            if (same.test(next.get(i).what(), fact)) {
                next.set(i, new Noted<>(fact, at));
                return next;
            }
        }
        next.add(new Noted<>(fact, at));
        return next;
    }

    private static <T> Optional<Noted<T>> noted(T fact, long position) {
        return Optional.of(new Noted<>(fact, position));
    }
}
