package org.trabecula.simulation.trial;

import java.util.random.RandomGenerator;
import org.trabecula.simulation.mechanism.Allocation;
import org.trabecula.simulation.mechanism.Construct;
import org.trabecula.simulation.mechanism.Participant;
import org.trabecula.simulation.mechanism.Population;

/**
 * What a study tries to find out: the risks at the primary visit if everybody had titanium, and if everybody had PEEK, among
 * those who could have had either (weighted by e(1 - e) with the true propensity e). Each participant lives both lives. They
 * are risks of being united and of having a loose screw, not of looking so.
 *
 * @param fusionError the standard error of the difference in fusion, from having drawn so many participants and no more
 * @param looseError the same of loosening
 */
public record Truth(
        double fusedTitanium,
        double fusedPeek,
        double looseTitanium,
        double loosePeek,
        double fusionError,
        double looseError) {
    /** Negative, so that no study shares the streams. */
    private static final long STREAMS = -1;

    /** Draws so many participants and lives both lives of each. */
    public static Truth of(Scenario scenario, Rules rules, int participants, long seed) {
        Population population = new Population(scenario.given());
        Allocation allocation = new Allocation(scenario.given());
        Construct construct = new Construct(scenario.given());
        Sums sums = new Sums();
        Luck luck = new Luck(seed, STREAMS);
        for (int index = 0; index < participants; index++) {
            RandomGenerator chance = luck.participant(index);
            RandomGenerator again = luck.participant(index);
            Participant one = population.draw(chance);
            population.draw(again);
            double e = allocation.chance(one);
            construct.live(one, true, chance);
            boolean fused =
                    construct.grade(construct.segments() - 1, rules.primary()).fused();
            boolean loose = construct.loose(rules.primary());
            construct.live(one, false, again);
            sums.add(
                    allocation.dealt() ? 1 : e * (1 - e),
                    fused,
                    construct.grade(construct.segments() - 1, rules.primary()).fused(),
                    loose,
                    construct.loose(rules.primary()));
        }
        return sums.truth();
    }

    /** Titanium minus PEEK. */
    public double fusion() {
        return fusedTitanium - fusedPeek;
    }

    /** Titanium minus PEEK. */
    public double loosening() {
        return looseTitanium - loosePeek;
    }

    /** What an analysis of a risk difference tries to find. */
    public double of(Analysis analysis) {
        return analysis.about() == Analysis.About.FUSION ? fusion() : loosening();
    }

    double error(Analysis analysis) {
        return analysis.about() == Analysis.About.FUSION ? fusionError : looseError;
    }

    /** Whether a rejection is an error of the first kind. */
    boolean none(Analysis analysis) {
        return switch (analysis.about()) {
            case FUSION -> fusion() == 0;
            case LOOSENING -> loosening() == 0;
            case COMPLAINTS -> fusion() == 0 && loosening() == 0;
        };
    }

    private static final class Sums {
        private double weight;
        private double squares;
        private final double[] events = new double[4];
        private final double[] apart = new double[2];

        void add(double own, boolean fused1, boolean fused0, boolean loose1, boolean loose0) {
            weight += own;
            squares += own * own;
            events[0] += fused1 ? own : 0;
            events[1] += fused0 ? own : 0;
            events[2] += loose1 ? own : 0;
            events[3] += loose0 ? own : 0;
            apart[0] += fused1 == fused0 ? 0 : own;
            apart[1] += loose1 == loose0 ? 0 : own;
        }

        Truth truth() {
            return new Truth(
                    events[0] / weight,
                    events[1] / weight,
                    events[2] / weight,
                    events[3] / weight,
                    error(apart[0] / weight, (events[0] - events[1]) / weight),
                    error(apart[1] / weight, (events[2] - events[3]) / weight));
        }

        private double error(double square, double mean) {
            return Math.sqrt(Math.max(0, square - mean * mean) * squares) / weight;
        }
    }
}
