package org.trabecula.study.testkit;

import java.math.BigDecimal;
import java.util.Optional;
import org.trabecula.study.conduct.TranscribedRow;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.spine.FusionGrade;
import org.trabecula.study.visit.Transcript;

/** Outcomes as other records state them. */
public final class Transcripts {
    public static final Transcript SILENT = new Transcript(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    private Transcripts() {}

    public static TranscribedRow row(int number, String id, String arm, int month, Transcript outcomes) {
        return new TranscribedRow("row " + number, new ParticipantId(id), arm, new Timepoint(month), outcomes);
    }

    public static Transcript fused(boolean yes) {
        return with(Optional.empty(), Optional.of(yes), Optional.empty());
    }

    public static Transcript graded(FusionGrade grade) {
        return with(Optional.of(grade), Optional.empty(), Optional.empty());
    }

    public static Transcript loose(boolean yes) {
        return with(Optional.empty(), Optional.empty(), Optional.of(yes));
    }

    public static Transcript screws(int loose, int of) {
        return new Transcript(
                Optional.empty(),
                Optional.empty(),
                Optional.of(loose > 0),
                Optional.of(of),
                Optional.of(loose),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public static Transcript odi(String percent) {
        return new Transcript(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new BigDecimal(percent)),
                Optional.empty(),
                Optional.empty());
    }

    private static Transcript with(Optional<FusionGrade> grade, Optional<Boolean> fused, Optional<Boolean> loose) {
        return new Transcript(
                grade,
                fused,
                loose,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
