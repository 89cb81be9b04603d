package org.trabecula.study.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.trabecula.statistics.describe.Summary;
import org.trabecula.study.conduct.Casebook;
import org.trabecula.study.endpoint.Windows;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.Score;
import org.trabecula.study.protocol.Timepoint;

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
                .flatMap(casebook -> counted(casebook, score, visit).stream())
                .toList();
        return new ScoreCell(
                score,
                visit,
                protocol.compared().get(arm),
                Summary.of(values.stream().mapToDouble(ScoreCell.Value::value).toArray()),
                groups.get(arm).size() - values.size(),
                values);
    }

    private Optional<ScoreCell.Value> counted(Casebook casebook, Score score, Timepoint visit) {
        return new Windows(protocol)
                .from(
                        casebook,
                        visit,
                        at -> ReportedScore.of(protocol, casebook, score, at).isPresent(),
                        _ -> false)
                .flatMap(at -> ReportedScore.of(protocol, casebook, score, at));
    }
}
