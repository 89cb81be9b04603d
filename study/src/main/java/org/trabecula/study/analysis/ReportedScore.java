package org.trabecula.study.analysis;

import java.math.BigDecimal;
import java.util.Optional;
import org.trabecula.study.conduct.Casebook;
import org.trabecula.study.form.FormAnswers;
import org.trabecula.study.form.FormRecord;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.Score;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.visit.Transcript;
import org.trabecula.study.visit.VisitState;

/** A patient-reported outcome of one participant at one visit. */
public final class ReportedScore {
    private ReportedScore() {}

    /** The value with the entries that say so; empty when it was not given. */
    public static Optional<ScoreCell.Value> of(Protocol protocol, Casebook casebook, Score score, Timepoint visit) {
        VisitState state = casebook.visit(visit);
        if (state.transcript().isPresent()) {
            return stated(state.transcript().get(), score)
                    .map(value -> new ScoreCell.Value(casebook.id(), value.doubleValue(), state.trail()));
        }
        FormRecord record = casebook.form(score.form(), visit);
        return protocol.form(score.form())
                .map(form -> new FormAnswers(form, record).value(score.item()))
                .filter(text -> !text.isEmpty())
                .map(text -> new ScoreCell.Value(
                        casebook.id(),
                        Double.parseDouble(text),
                        record.positions().values().stream().distinct().sorted().toList()));
    }

    private static Optional<BigDecimal> stated(Transcript transcript, Score score) {
        return switch (score.id()) {
            case "odi" -> transcript.odi();
            case "vas_back" -> transcript.vasBack();
            case "vas_leg" -> transcript.vasLeg();
            default -> Optional.empty();
        };
    }
}
