package org.trabecula.study.participant;

import java.time.LocalDate;
import java.util.List;
import org.trabecula.study.journal.Fact;
import org.trabecula.study.protocol.CageMaterial;
import org.trabecula.study.spine.Segment;

/** What happens between a person and the study. */
public sealed interface ParticipantFact extends Fact {

    /** Somebody was considered for the study, at a site, on a day. */
    record ParticipantScreened(String site, LocalDate on) implements ParticipantFact {}

    /** The surgical plan was determined; only then may the person be invited. */
    record SurgicalPlanRecorded(LocalDate on, List<Segment> segments, CageMaterial cage, String reasonForCage)
            implements ParticipantFact {
        public SurgicalPlanRecorded {
            segments = List.copyOf(segments);
        }
    }

    record ParticipantInvited(LocalDate on) implements ParticipantFact {}

    /** Informed consent: which version of the document, on which day, obtained by whom. */
    record ConsentGiven(String version, LocalDate on, String obtainedBy) implements ParticipantFact {}

    record ConsentDeclined(LocalDate on) implements ParticipantFact {}

    /** The participant leaves; what was collected stays, nothing is added. */
    record ParticipantWithdrawn(LocalDate on, String why) implements ParticipantFact {}

    /**
     * Who the participant is was written into the vault, or changed there. The words themselves never enter the journal.
     *
     * @param fields which of name, born, recordNumber and phone were changed
     */
    record IdentityRecorded(List<String> fields) implements ParticipantFact {
        public IdentityRecorded {
            fields = List.copyOf(fields);
        }
    }

    /** Somebody looked up who the participant is. */
    record IdentityViewed() implements ParticipantFact {}

    /** A participant of another record, taken over with the arm that the record states. */
    record ParticipantTranscribed(String site, String arm, String source) implements ParticipantFact {}
}
