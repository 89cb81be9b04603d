package org.trabecula.study.visit;

import java.time.LocalDate;
import org.trabecula.study.journal.Fact;
import org.trabecula.study.journal.StreamId;
import org.trabecula.study.protocol.Timepoint;

/** What happens when a participant is seen, or is not. */
public sealed interface VisitFact extends Fact {

    /** Recorded again, with a reason, when the date was wrong. */
    record VisitHeld(Timepoint visit, LocalDate on) implements VisitFact {}

    record VisitMissed(Timepoint visit, String why) implements VisitFact {}

    /**
     * Images were found to belong to this visit.
     *
     * @param images the stream of the imaging study
     * @param modality {@code RADIOGRAPH} or {@code CT}
     */
    record ImagesFiled(Timepoint visit, StreamId images, String modality) implements VisitFact {}

    /**
     * Images that were filed here do not belong to this visit.
     *
     * @param images the stream of the imaging study
     */
    record ImagesTakenBack(Timepoint visit, StreamId images) implements VisitFact {}

    record OutcomesTranscribed(Timepoint visit, Transcript outcomes) implements VisitFact {}
}
