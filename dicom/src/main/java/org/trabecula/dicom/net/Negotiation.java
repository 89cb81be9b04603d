package org.trabecula.dicom.net;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.dicom.TransferSyntax;

/** What of a proposal is agreed to (PS3.8 section 9.3.3, PS3.7 annex D.3). */
record Negotiation(Acceptance acceptance, Map<Integer, Messages.Agreed> agreed) {

    static Negotiation of(Proposal proposal, NetworkLimits limits) {
        List<Acceptance.Context> answers = new ArrayList<>();
        Map<Integer, Messages.Agreed> agreed = new LinkedHashMap<>();
        for (Proposal.Context context : proposal.contexts()) {
            List<TransferSyntax> taken = Services.encodings(context.abstractSyntax());
            Optional<TransferSyntax> best = Encodings.best(context.syntaxes(), taken);
            int result = taken.isEmpty()
                    ? Acceptance.NO_SUCH_SERVICE
                    : best.isEmpty() ? Acceptance.NO_SUCH_ENCODING : Acceptance.ACCEPTED;
            // A syntax has to stand there even when nothing was agreed; it says nothing then.
            TransferSyntax syntax = best.orElse(TransferSyntax.IMPLICIT_LITTLE_ENDIAN);
            answers.add(new Acceptance.Context(context.id(), result, syntax.uid()));
            if (result == Acceptance.ACCEPTED) {
                agreed.put(context.id(), new Messages.Agreed(context.id(), context.abstractSyntax(), syntax));
            }
        }
        Acceptance acceptance = new Acceptance(
                proposal.called(),
                proposal.calling(),
                Proposal.APPLICATION,
                answers,
                Proposal.UserInformation.ours(limits.pduBytes(), roles(proposal)));
        return new Negotiation(acceptance, agreed);
    }

    /** Objects and questions are only taken, never asked for; of storage commitment the answers are taken too. */
    private static List<Proposal.Role> roles(Proposal proposal) {
        return proposal.user().roles().stream()
                .map(role -> new Proposal.Role(
                        role.sopClass(),
                        role.user(),
                        role.provider() && role.sopClass().equals(Services.COMMITMENT)))
                .toList();
    }
}
