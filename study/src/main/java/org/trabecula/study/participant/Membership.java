package org.trabecula.study.participant;

import java.util.Optional;
import org.trabecula.study.journal.Noted;
import org.trabecula.study.participant.ParticipantFact.ConsentDeclined;
import org.trabecula.study.participant.ParticipantFact.ConsentGiven;
import org.trabecula.study.participant.ParticipantFact.IdentityRecorded;
import org.trabecula.study.participant.ParticipantFact.IdentityViewed;
import org.trabecula.study.participant.ParticipantFact.ParticipantInvited;
import org.trabecula.study.participant.ParticipantFact.ParticipantScreened;
import org.trabecula.study.participant.ParticipantFact.ParticipantTranscribed;
import org.trabecula.study.participant.ParticipantFact.ParticipantWithdrawn;
import org.trabecula.study.participant.ParticipantFact.SurgicalPlanRecorded;

/** How far a person has come with the study: screened, planned, invited, consented; declined or withdrawn. */
public record Membership(
        String site,
        Optional<Noted<ParticipantScreened>> screened,
        Optional<Noted<SurgicalPlanRecorded>> plan,
        Optional<Noted<ParticipantInvited>> invited,
        Optional<Noted<ConsentGiven>> consent,
        Optional<Noted<ConsentDeclined>> declined,
        Optional<Noted<ParticipantWithdrawn>> withdrawn,
        Optional<Noted<ParticipantTranscribed>> transcribed) {

    public static Membership unknown() {
        return new Membership(
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public Membership after(ParticipantFact fact, long at) {
        return switch (fact) {
            case ParticipantScreened f ->
                new Membership(f.site(), noted(f, at), plan, invited, consent, declined, withdrawn, transcribed);
            case SurgicalPlanRecorded f ->
                new Membership(site, screened, noted(f, at), invited, consent, declined, withdrawn, transcribed);
            case ParticipantInvited f ->
                new Membership(site, screened, plan, noted(f, at), consent, declined, withdrawn, transcribed);
            case ConsentGiven f ->
                new Membership(site, screened, plan, invited, noted(f, at), declined, withdrawn, transcribed);
            case ConsentDeclined f ->
                new Membership(site, screened, plan, invited, consent, noted(f, at), withdrawn, transcribed);
            case ParticipantWithdrawn f ->
                new Membership(site, screened, plan, invited, consent, declined, noted(f, at), transcribed);
            case IdentityRecorded _, IdentityViewed _ -> this;
            case ParticipantTranscribed f ->
                new Membership(f.site(), screened, plan, invited, consent, declined, withdrawn, noted(f, at));
        };
    }

    private static <T> Optional<Noted<T>> noted(T fact, long position) {
        return Optional.of(new Noted<>(fact, position));
    }
}
