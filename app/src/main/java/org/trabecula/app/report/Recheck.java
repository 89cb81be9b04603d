package org.trabecula.app.report;

import java.util.ArrayList;
import java.util.List;
import org.trabecula.statistics.estimate.Confidence;
import org.trabecula.study.report.Computed;
import org.trabecula.study.report.Effects;

/** The numbers of the first computation beside those of the second. */
record Recheck(List<Line> lines) {
    /** How far two computations of one number may differ. */
    private static final double TOLERANCE = 1e-9;

    /** One number of an endpoint, both ways. */
    record Line(String endpoint, String quantity, double first, double second) {
        boolean agrees() {
            return Math.abs(first - second) <= TOLERANCE * Math.max(1, Math.abs(first));
        }
    }

    /** Compares what was computed with what the exported data say. */
    static Recheck of(Computed computed, String csv) {
        List<Line> lines = new ArrayList<>();
        for (Effects one : computed.effects()) {
            String endpoint = one.endpoint().id() + "_" + one.visit();
            SecondComputation second = new SecondComputation(csv, endpoint);
            var table = one.judged().table();
            lines.add(new Line(endpoint, "events1", table.first().events(), second.count(true, true)));
            lines.add(new Line(endpoint, "total1", table.first().total(), second.count(true, false)));
            lines.add(new Line(endpoint, "events2", table.second().events(), second.count(false, true)));
            lines.add(new Line(endpoint, "total2", table.second().total(), second.count(false, false)));
            double level = computed.evidence().terms().level();
            table.riskDifference().ifPresent(difference -> {
                double[] newcombe = second.newcombe(Confidence.deviate(level));
                lines.add(new Line(endpoint, "difference", difference.estimate(), second.difference()));
                lines.add(new Line(endpoint, "lower", difference.newcombe(level).lower(), newcombe[0]));
                lines.add(new Line(endpoint, "upper", difference.newcombe(level).upper(), newcombe[1]));
            });
            one.overlap().value().ifPresent(effect -> {
                double[] weighted = second.overlap();
                lines.add(new Line(endpoint, "weighted1", effect.means().treated(), weighted[0]));
                lines.add(new Line(endpoint, "weighted2", effect.means().control(), weighted[1]));
                lines.add(new Line(endpoint, "weighted-difference", effect.difference(), weighted[2]));
                lines.add(new Line(endpoint, "weighted-error", effect.error(), weighted[3]));
            });
        }
        return new Recheck(lines);
    }

    boolean agrees() {
        return lines.stream().allMatch(Line::agrees);
    }

    List<Line> apart() {
        return lines.stream().filter(line -> !line.agrees()).toList();
    }

    double furthest() {
        return lines.stream()
                .mapToDouble(line -> Math.abs(line.first() - line.second()))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }
}
