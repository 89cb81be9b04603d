package org.trabecula.app;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.trabecula.exchange.table.OutcomeRow;
import org.trabecula.study.conduct.TranscribedRow;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.visit.Transcript;

/** From the rows of a spreadsheet to what the Desk is asked to take over. */
public final class Transcription {
    private Transcription() {}

    public static List<TranscribedRow> of(List<OutcomeRow> rows) {
        return rows.stream().map(Transcription::of).toList();
    }

    private static TranscribedRow of(OutcomeRow row) {
        return new TranscribedRow(
                "row " + row.row(),
                new ParticipantId(row.subject()),
                row.arm(),
                new Timepoint(row.months()),
                new Transcript(
                        row.grade(),
                        row.fused(),
                        row.loose(),
                        whole(row.screws()),
                        whole(row.screwsLoose()),
                        row.odi(),
                        row.vasBack(),
                        row.vasLeg()));
    }

    private static Optional<Integer> whole(OptionalInt number) {
        return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
    }
}
