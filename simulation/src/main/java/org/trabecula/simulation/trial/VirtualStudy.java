package org.trabecula.simulation.trial;

import java.util.List;
import java.util.Optional;
import org.trabecula.simulation.mechanism.Complaints;
import org.trabecula.simulation.mechanism.Participant;
import org.trabecula.study.endpoint.Endpoint;
import org.trabecula.study.endpoint.Outcome;
import org.trabecula.study.endpoint.VisitOutcomes;

/** What a virtual study hands to its analysis: of each participant the baseline, the arm and the visits that were held. */
record VirtualStudy(List<Member> members) {
    VirtualStudy {
        members = List.copyOf(members);
    }

    /**
     * One participant as the study knows him.
     *
     * @param before what he said before surgery
     */
    record Member(Participant baseline, boolean titanium, Complaints.Said before, List<Seen> visits) {
        Member {
            visits = List.copyOf(visits);
        }

        /** The visit that was planned for so many months after surgery; empty when it was not held. */
        Optional<Seen> at(int planned) {
            for (Seen seen : visits) {
                if (seen.planned() == planned) {
                    return Optional.of(seen);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * A visit that was held.
     *
     * @param planned months after surgery
     * @param held months after surgery at which it truly was
     * @param said what the participant said
     */
    record Seen(int planned, double held, VisitOutcomes outcomes, Complaints.Said said) {
        /** Yes or no; empty when the visit does not tell. */
        Optional<Boolean> known(Endpoint endpoint) {
            return switch (outcomes.of(endpoint)) {
                case Outcome.Known known -> Optional.of(known.yes());
                case Outcome.Missing _ -> Optional.empty();
            };
        }
    }
}
