package org.trabecula.study.analysis;

import java.util.List;
import org.trabecula.statistics.describe.Summary;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Arm;
import org.trabecula.study.protocol.Score;
import org.trabecula.study.protocol.Timepoint;

/** One cell of the score table: a patient-reported outcome at a visit in an arm, with everybody behind it. */
public record ScoreCell(Score score, Timepoint visit, Arm arm, Summary summary, int missing, List<Value> values) {

    /** One participant's value and the entries that say so. */
    public record Value(ParticipantId participant, double value, List<Long> positions) {}

    public ScoreCell {
        values = List.copyOf(values);
    }
}
