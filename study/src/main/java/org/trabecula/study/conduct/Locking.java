package org.trabecula.study.conduct;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.trabecula.study.milestone.LockState;
import org.trabecula.study.milestone.MilestoneFact;
import org.trabecula.study.milestone.Milestones;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.Rule;

/** Locking the data and unlocking them, by two people each. */
final class Locking {
    private Locking() {}

    /** Why this cannot be recorded while the data are locked; empty when they are not, or it may be. */
    static Optional<Objection> objection(Register register, Intent intent) {
        return entersData(intent) ? locked(register.milestones().lock()) : Optional.empty();
    }

    private static Optional<Objection> locked(LockState state) {
        return switch (state) {
            case LockState.Open _, LockState.Proposed _ -> Optional.empty();
            case LockState.Locked locked -> Optional.of(locked(locked));
            case LockState.Unlocking(var locked, var _) -> Optional.of(locked(locked));
        };
    }

    private static Objection locked(LockState.Locked locked) {
        return Objection.to(
                "",
                Rule.DATA_LOCKED,
                locked.lock().at().atZone(ZoneOffset.UTC).toLocalDate(),
                locked.proposal().user(),
                locked.lock().user());
    }

    /**
     * What goes on under a lock: accounts, who somebody is, leaving the study, safety, images that scanners send (they wait in
     * the inbox), the protocol and the milestones themselves. None of it reaches the cut that was locked.
     */
    private static boolean entersData(Intent intent) {
        return switch (intent) {
            case Intent.Screen _,
                    Intent.CorrectScreening _,
                    Intent.Plan _,
                    Intent.Invite _,
                    Intent.Consent _,
                    Intent.Decline _,
                    Intent.Reinstate _,
                    Intent.SaveForm _,
                    Intent.RecordSurgery _,
                    Intent.HoldVisit _,
                    Intent.MissVisit _,
                    Intent.FileImages _,
                    Intent.RefileImages _,
                    Intent.ReleaseImages _,
                    Intent.BlankImage _,
                    Intent.SetImagesAside _,
                    Intent.SettleOtherPixels _,
                    Intent.ConfirmCoverage _,
                    Intent.AcceptImagesAnyway _,
                    Intent.PlaceScrews _,
                    Intent.SignLoosening _,
                    Intent.SubmitRead _,
                    Intent.SubmitReread _,
                    Intent.Adjudicate _,
                    Intent.NoteProposal _,
                    Intent.NoteScrews _,
                    Intent.DealWaiting _,
                    Intent.DealAnew _,
                    Intent.Transcribe _ -> true;
            case Intent.Withdraw _,
                    Intent.ChangeIdentity _,
                    Intent.ViewIdentity _,
                    Intent.ReceiveImages _,
                    Intent.ReceiveOtherPixels _,
                    Intent.ReportSafety _,
                    Intent.CorrectSafety _,
                    Intent.RuleOutReoperation _,
                    Intent.RetractSafety _,
                    Intent.OpenAccount _,
                    Intent.ChangeGrants _,
                    Intent.CloseAccount _,
                    Intent.ResetSecret _,
                    Intent.NoteSecretChosen _,
                    Intent.NoteSignIn _,
                    Intent.NoteRefusedSignIn _,
                    Intent.AdoptProtocol _,
                    Intent.ChangeDesign _,
                    Intent.SignDesign _,
                    Intent.ProposeLock _,
                    Intent.Lock _,
                    Intent.ProposeUnlock _,
                    Intent.Unlock _ -> false;
        };
    }

    static Ruling propose(Decision d, Intent.ProposeLock intent) {
        Optional<Objection> locked = locked(d.register().milestones().lock());
        if (locked.isPresent()) {
            return new Ruling.Refuse(List.of(locked.get()));
        }
        long position = intent.cut().position();
        return position > d.register().position() || d.register().dataPosition() > position
                ? Ruling.refuse("", Rule.DATA_MOVED, position)
                : Designing.fact(new MilestoneFact.LockProposed(intent.cut(), intent.signature()));
    }

    static Ruling lock(Decision d, Intent.Lock intent) {
        if (!(d.register().milestones().lock() instanceof LockState.Proposed(var proposal, var cut))
                || proposal.position() != intent.proposal()) {
            return Ruling.refuse("", Rule.NOTHING_PROPOSED);
        }
        if (d.register().dataPosition() > cut.position()) {
            return Ruling.refuse("", Rule.DATA_MOVED, cut.position());
        }
        return second(d, proposal)
                .orElseGet(() -> Designing.fact(new MilestoneFact.DataLocked(cut, intent.signature())));
    }

    static Ruling proposeUnlock(Decision d, Intent.ProposeUnlock intent) {
        if (!(d.register().milestones().lock() instanceof LockState.Locked)) {
            return Ruling.refuse("", Rule.NOT_LOCKED);
        }
        return d.request().reason().isEmpty()
                ? Ruling.refuse("reason", Rule.REASON_REQUIRED)
                : Designing.fact(new MilestoneFact.UnlockProposed(intent.signature()));
    }

    static Ruling unlock(Decision d, Intent.Unlock intent) {
        if (!(d.register().milestones().lock() instanceof LockState.Unlocking(var _, var proposal))
                || proposal.position() != intent.proposal()) {
            return Ruling.refuse("", Rule.NOTHING_PROPOSED);
        }
        return second(d, proposal).orElseGet(() -> Designing.fact(new MilestoneFact.DataUnlocked(intent.signature())));
    }

    private static Optional<Ruling> second(Decision d, Milestones.Event proposal) {
        return proposal.user().equalsIgnoreCase(d.actor().user())
                ? Optional.of(Ruling.refuse("", Rule.SECOND_PERSON))
                : Optional.empty();
    }
}
