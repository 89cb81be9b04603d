package org.trabecula.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trabecula.statistics.cluster.ClusterCorrection;
import org.trabecula.statistics.cluster.ClusteredUnits;
import org.trabecula.statistics.cluster.MarginalLogistic;
import org.trabecula.statistics.cluster.MomentConvention;
import org.trabecula.statistics.cluster.WorkingCorrelation;
import org.trabecula.statistics.estimate.Contrast;
import org.trabecula.statistics.estimate.Outcome;
import org.trabecula.statistics.estimate.Shortfall;
import org.trabecula.study.dataset.Subject;
import org.trabecula.study.endpoint.Endpoint;
import org.trabecula.study.protocol.Timepoint;

/** The steps from visit to visit of those without the effect at the first, by whether the cause was there. */
record Arrow(List<Step> steps) {
    private static final int ARMS = 2;

    /**
     * A participant between two visits.
     *
     * @param who a number for each participant
     * @param arm 0 or 1
     * @param visit the number of the first visit
     * @param exposed whether the cause was there at the first visit
     * @param changed whether the effect was there at the second
     */
    record Step(int who, int arm, int visit, boolean exposed, boolean changed) {}

    static Arrow of(Evidence evidence, Endpoint cause, Endpoint effect) {
        List<Timepoint> visits = evidence.data().visits();
        List<Step> steps = new ArrayList<>();
        for (int who = 0; who < evidence.compared().size(); who++) {
            Subject subject = evidence.compared().get(who);
            for (int v = 0; v + 1 < visits.size(); v++) {
                Optional<Boolean> exposed = subject.status(cause, visits.get(v)).yes();
                Optional<Boolean> already =
                        subject.status(effect, visits.get(v)).yes();
                Optional<Boolean> next =
                        subject.status(effect, visits.get(v + 1)).yes();
                if (exposed.isPresent() && already.isPresent() && !already.get() && next.isPresent()) {
                    steps.add(new Step(who, subject.arm(), v, exposed.get(), next.get()));
                }
            }
        }
        return new Arrow(steps);
    }

    /**
     * The log odds ratio of a change: a discrete-time model with an intercept for each visit and the arm, participants as
     * clusters. Steps that arm and visit alone foretell drive those two without end and have no part in the ratio: left out,
     * they leave the ratio that the likelihood comes ever nearer to.
     *
     * <p>Source: Geyer CJ, Electron J Stat 2009;3:259-289, the limiting conditional model.
     */
    Outcome<Contrast> ratio() {
        boolean[][] way = ways();
        List<Step> telling = steps.stream()
                .filter(step -> way[step.arm()][ARMS + step.visit()] && way[ARMS + step.visit()][step.arm()])
                .toList();
        if (telling.isEmpty()) {
            return Outcome.none(Shortfall.Cause.EMPTY_CELL, "Arm and visit foretell every change between two visits");
        }
        if (telling.stream().map(Step::exposed).distinct().count() < 2) {
            return Outcome.none(Shortfall.Cause.EMPTY_CELL, "The cause was there at every first visit, or at none");
        }
        boolean linked = way[0][1] && way[1][0];
        List<double[]> rows = new ArrayList<>();
        boolean[] changed = new boolean[telling.size()];
        for (Step step : telling) {
            double[] row = new double[way.length];
            row[0] = step.exposed() ? 1 : 0;
            row[1] = linked && step.arm() == 0 ? 1 : 0;
            row[ARMS + step.visit()] = 1;
            changed[rows.size()] = step.changed();
            rows.add(row);
        }
        return MarginalLogistic.fit(
                        new ClusteredUnits(
                                Designs.varying(rows),
                                changed,
                                telling.stream().mapToInt(Step::who).toArray()),
                        WorkingCorrelation.INDEPENDENCE,
                        MomentConvention.SAS)
                .then(fit -> fit.coefficient(0, ClusterCorrection.MANCL_DEROUEN));
    }

    /**
     * From which arm or visit a way leads to which other, arms first: each change is a way from its visit to its arm, each step
     * without one a way back. Arm and visit foretell the steps that are on no round trip, and arms that no round trip links have
     * no visit in common.
     *
     * <p>Source: Ford LR, Am Math Mon 1957;64(8):28-33, of winners and losers.
     */
    private boolean[][] ways() {
        int nodes = ARMS + 1 + steps.stream().mapToInt(Step::visit).max().orElse(0);
        boolean[][] way = new boolean[nodes][nodes];
        for (Step step : steps) {
            int visit = ARMS + step.visit();
            way[step.changed() ? visit : step.arm()][step.changed() ? step.arm() : visit] = true;
        }
        for (int via = 0; via < nodes; via++) {
            for (int from = 0; from < nodes; from++) {
                for (int to = 0; to < nodes; to++) {
                    way[from][to] |= way[from][via] && way[via][to];
                }
            }
        }
        return way;
    }
}
