package org.trabecula.study.conduct;

import static org.trabecula.study.site.Role.ADJUDICATOR;
import static org.trabecula.study.site.Role.ADMINISTRATOR;
import static org.trabecula.study.site.Role.COORDINATOR;
import static org.trabecula.study.site.Role.DATA_MANAGER;
import static org.trabecula.study.site.Role.INVESTIGATOR;
import static org.trabecula.study.site.Role.READER;
import static org.trabecula.study.site.Role.STATISTICIAN;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.site.Role;

/** Who may want what. Roles are separated: who administers does not enter data, who enters does not read. */
public final class Duties {
    private Duties() {}

    /** The roles that may have this intent; empty when only the program itself may. */
    public static Set<Role> of(Intent intent) {
        return switch (intent) {
            case Intent.Screen _,
                    Intent.CorrectScreening _,
                    Intent.Plan _,
                    Intent.Invite _,
                    Intent.Consent _,
                    Intent.Decline _,
                    Intent.Withdraw _,
                    Intent.Reinstate _,
                    Intent.ChangeIdentity _,
                    Intent.ViewIdentity _,
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
                    Intent.ReportSafety _,
                    Intent.CorrectSafety _,
                    Intent.RuleOutReoperation _,
                    Intent.RetractSafety _ -> Set.of(COORDINATOR, INVESTIGATOR);
            case Intent.ReceiveImages _, Intent.ReceiveOtherPixels _ -> Set.of(COORDINATOR, INVESTIGATOR, DATA_MANAGER);
            case Intent.SignLoosening _ -> Set.of(READER, ADJUDICATOR);
            case Intent.PlaceScrews _, Intent.SubmitRead _, Intent.SubmitReread _, Intent.NoteProposal _ ->
                Set.of(READER);
            case Intent.Adjudicate _ -> Set.of(ADJUDICATOR);
            case Intent.OpenAccount _,
                    Intent.ChangeGrants _,
                    Intent.CloseAccount _,
                    Intent.ResetSecret _,
                    Intent.AdoptProtocol _ -> Set.of(ADMINISTRATOR);
            case Intent.Transcribe _, Intent.DealWaiting _, Intent.DealAnew _ -> Set.of(DATA_MANAGER);
            case Intent.ChangeDesign _, Intent.SignDesign _ -> Set.of(STATISTICIAN);
            case Intent.ProposeLock _, Intent.ProposeUnlock _ -> Set.of(DATA_MANAGER);
            case Intent.Lock _, Intent.Unlock _ -> Set.of(STATISTICIAN, INVESTIGATOR);
            case Intent.NoteSignIn _, Intent.NoteSecretChosen _, Intent.NoteRefusedSignIn _, Intent.NoteScrews _ ->
                Set.of();
        };
    }

    static Optional<Objection> objection(Actor actor, Intent intent) {
        if (actor.isProgram()
                || of(intent).stream().anyMatch(role -> role.name().equals(actor.role()))) {
            return Optional.empty();
        }
        String whose = of(intent).stream().map(Role::name).sorted().collect(Collectors.joining(", "));
        return Optional.of(Objection.to("", Rule.NOT_YOUR_DUTY, actor.role(), whose));
    }
}
