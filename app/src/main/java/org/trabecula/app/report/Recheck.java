package org.trabecula.app.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.trabecula.statistics.estimate.Confidence;
import org.trabecula.study.protocol.Estimation.Estimator;
import org.trabecula.study.report.Computed;
import org.trabecula.study.report.Effects;

/**
 * The numbers of the first computation beside those of the second.
 *
 * @param unrepeated those whose claim rests on an estimate that the second computation does not have
 */
record Recheck(List<Line> lines, List<Effects> unrepeated) {
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
            String endpoint = name(one);
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
                double[] weighted = second.weighted(Estimator.OVERLAP_WEIGHTS, effect.variance(), one.penalised());
                lines.add(new Line(endpoint, "weighted1", effect.means().treated(), weighted[0]));
                lines.add(new Line(endpoint, "weighted2", effect.means().control(), weighted[1]));
                lines.add(new Line(endpoint, "weighted-difference", effect.difference(), weighted[2]));
                lines.add(new Line(endpoint, "weighted-error", effect.error(), weighted[3]));
            });
            if (repeated(one)) {
                claim(one, second, level, lines);
            }
        }
        lines.addAll(claims(computed, csv));
        return new Recheck(lines, unrepeated(computed));
    }

    /** What the claim rests on. */
    private static void claim(Effects one, SecondComputation second, double level, List<Line> lines) {
        one.claim().contrast().value().ifPresent(contrast -> {
            double[] again = claimed(one, second);
            StudentByHand student = new StudentByHand(second.degrees());
            double reach = student.reach(level) * again[3];
            lines.add(new Line(name(one), "claim-difference", contrast.estimate(), again[2]));
            lines.add(new Line(name(one), "claim-error", contrast.standardError(), again[3]));
            lines.add(new Line(name(one), "claim-p", contrast.p(), student.p(again[2] / again[3])));
            lines.add(
                    new Line(name(one), "claim-lower", contrast.interval(level).lower(), again[2] - reach));
            lines.add(
                    new Line(name(one), "claim-upper", contrast.interval(level).upper(), again[2] + reach));
        });
    }

    private static double[] claimed(Effects one, SecondComputation second) {
        return one.claim().estimator() == Estimator.AUGMENTED_OVERLAP
                ? second.augmented(
                        one.claim().variance(),
                        one.penalised(),
                        one.augmentation().penalised())
                : second.weighted(one.claim().estimator(), one.claim().variance(), one.penalised());
    }

    /** The adjusted p-values, where every claim rests on an estimate that is computed twice. */
    private static List<Line> claims(Computed computed, String csv) {
        boolean whole = computed.family().members().stream()
                        .allMatch(one -> one.status() && one.p().isPresent())
                && unrepeated(computed).isEmpty();
        if (!whole) {
            return List.of();
        }
        double[] p = computed.effects().stream()
                .mapToDouble(one -> {
                    SecondComputation second = new SecondComputation(csv, name(one));
                    double[] again = claimed(one, second);
                    return new StudentByHand(second.degrees()).p(again[2] / again[3]);
                })
                .toArray();
        double[] again = SecondComputation.adjusted(computed.family().procedure(), p);
        double[] first = computed.family().adjusted();
        return IntStream.range(0, p.length)
                .mapToObj(i -> new Line(name(computed.effects().get(i)), "adjusted-p", first[i], again[i]))
                .toList();
    }

    private static String name(Effects one) {
        return one.endpoint().id() + "_" + one.visit();
    }

    private static boolean repeated(Effects one) {
        return !one.claim().imputed()
                && switch (one.claim().estimator()) {
                    case OVERLAP_WEIGHTS, AUGMENTED_OVERLAP, INVERSE_WEIGHTS, TREATED_WEIGHTS -> true;
                    case DOUBLY_ROBUST, UNADJUSTED -> false;
                };
    }

    private static List<Effects> unrepeated(Computed computed) {
        return computed.effects().stream()
                .filter(one -> !repeated(one))
                .filter(one -> one.claim().difference().isPresent())
                .toList();
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
