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

    /** Recorded again, with a reason, when the date was wrong. */
    record ParticipantInvited(LocalDate on) implements ParticipantFact {}

    /** Informed consent: which version of the document, on which day, obtained by whom. Recorded again for a version, it puts right. */
    record ConsentGiven(String version, LocalDate on, String obtainedBy) implements ParticipantFact {}

    /** Recorded again, with a reason, when the date was wrong. */
    record ConsentDeclined(LocalDate on) implements ParticipantFact {}

    /** The person had not declined: that was recorded by mistake. */
    record DeclineEnteredInError() implements ParticipantFact {}

    /**
     * The participant leaves. What was collected until then stays and may be completed; nothing later is collected. Recorded
     * again, with a reason, when the date or the cause was wrong.
     */
    record ParticipantWithdrawn(LocalDate on, String why) implements ParticipantFact {}

    /** The participant had not withdrawn: that was recorded by mistake. */
    record WithdrawalEnteredInError() implements ParticipantFact {}

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
