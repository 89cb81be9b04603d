package org.trabecula.study.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.trabecula.statistics.describe.Summary;
import org.trabecula.study.conduct.Casebook;
import org.trabecula.study.form.FormAnswers;
import org.trabecula.study.form.FormRecord;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.Score;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.visit.Transcript;
import org.trabecula.study.visit.VisitState;

/** Patient-reported outcomes by arm and visit, baseline included. */
record ScoreTable(Protocol protocol, List<List<Casebook>> groups) {

    List<ScoreCell> cells(Collection<Timepoint> followUps) {
        List<Timepoint> visits = new ArrayList<>();
        visits.add(Timepoint.BASELINE);
        visits.addAll(followUps);
        List<ScoreCell> cells = new ArrayList<>();
        for (Score score : protocol.endpoints().scores()) {
            for (Timepoint visit : visits) {
                for (int arm = 0; arm < groups.size(); arm++) {
                    cells.add(cell(score, visit, arm));
                }
            }
        }
        return cells;
    }

    private ScoreCell cell(Score score, Timepoint visit, int arm) {
        List<ScoreCell.Value> values = groups.get(arm).stream()
                .flatMap(casebook -> value(casebook, score, visit).stream())
                .toList();
        return new ScoreCell(
                score,
                visit,
                protocol.arms().get(arm),
                Summary.of(values.stream().mapToDouble(ScoreCell.Value::value).toArray()),
                groups.get(arm).size() - values.size(),
                values);
    }

    private Optional<ScoreCell.Value> value(Casebook casebook, Score score, Timepoint visit) {
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
