package org.trabecula.simulation.mechanism;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.trabecula.statistics.resample.Philox;

/** What must hold of every life, whatever the numbers are. */
class ConstructTest {
    private static final int PEOPLE = 300;
    private static final Assumptions REFERENCE = Assumptions.reference();

    private interface Check {
        void of(Participant one, Construct with, Construct without);
    }

    /** Two lives of the same people: one with titanium, or under other assumptions. */
    private static void everybody(Assumptions one, boolean titanium, Assumptions other, Check check) {
        Population population = new Population(one);
        Construct with = new Construct(one);
        Construct without = new Construct(other);
        for (int index = 0; index < PEOPLE; index++) {
            RandomGenerator chance = Philox.of(7, index);
            RandomGenerator again = Philox.of(7, index);
            Participant person = population.draw(chance);
            new Population(other).draw(again);
            with.live(person, titanium, chance);
            without.live(person, false, again);
            check.of(person, with, without);
        }
    }

    @Test
    void aCageWithoutEffectChangesNothing() {
        Assumptions none = REFERENCE.with(Parameter.CAGE_SPEED, 1);
        everybody(none, true, none, (one, titanium, peek) -> {
            for (int screw = 0; screw < one.screws(); screw++) {
                assertThat(titanium.lucencyMm(screw, 12)).isEqualTo(peek.lucencyMm(screw, 12));
            }
        });
    }

    @Test
    void aQuickerCageFusesTheLowestSegmentSoonerAndUnloadsTheScrewsBesideIt() {
        everybody(REFERENCE, true, REFERENCE, (one, titanium, peek) -> {
            int lowest = one.segments() - 1;
            assertThat(titanium.maturity(lowest, 6)).isGreaterThan(peek.maturity(lowest, 6));
            assertThat(titanium.loadLeft(lowest, 6)).isLessThanOrEqualTo(peek.loadLeft(lowest, 6));
            for (int screw = 2 * lowest; screw < one.screws(); screw++) {
                assertThat(titanium.lucencyMm(screw, 24)).isLessThanOrEqualTo(peek.lucencyMm(screw, 24));
            }
        });
    }

    /** The arrow can be turned round: with a ratio above 1 the quicker cage harms the screws. */
    @Test
    void whenFusionLoadsTheScrewsTheQuickerCageHarmsThem() {
        Assumptions harmful = REFERENCE.with(Parameter.LOAD_RATIO, 1.2).with(Parameter.LOOSE_SLOWS, 0);
        everybody(harmful, true, harmful, (one, titanium, peek) -> {
            for (int screw = 0; screw < one.screws(); screw++) {
                assertThat(titanium.lucencyMm(screw, 24)).isGreaterThanOrEqualTo(peek.lucencyMm(screw, 24));
            }
        });
    }

    @Test
    void nothingClosesWhereFusionTakesNoLoadAway() {
        Assumptions loaded = REFERENCE.with(Parameter.LOAD_RATIO, 1);
        everybody(loaded, false, loaded, (one, construct, _) -> {
            for (int screw = 0; screw < one.screws(); screw++) {
                assertThat(construct.lucencyMm(screw, 24)).isGreaterThanOrEqualTo(construct.lucencyMm(screw, 6));
            }
        });
    }

    @Test
    void looseScrewsSlowTheHealingBesideThem() {
        Assumptions freely = REFERENCE.with(Parameter.LOOSE_SLOWS, 0);
        int[] slowed = {0};
        everybody(REFERENCE, false, freely, (one, held, free) -> {
            int lowest = one.segments() - 1;
            assertThat(held.maturity(lowest, 12)).isLessThanOrEqualTo(free.maturity(lowest, 12));
            slowed[0] += held.maturity(lowest, 12) < free.maturity(lowest, 12) ? 1 : 0;
        });
        assertThat(slowed[0]).isPositive();
    }

    @Test
    void poorerBoneNeverHoldsBetter() {
        Hold hold = new Hold(REFERENCE);
        everybody(REFERENCE, false, REFERENCE, (one, _, _) -> {
            Participant poorer = new Participant(
                    one.age(),
                    one.male(),
                    one.weightKg(),
                    one.tScore(),
                    one.hu() - 10,
                    one.steps(),
                    one.drug(),
                    one.smokes(),
                    one.diabetes(),
                    one.segments(),
                    one.sacrum(),
                    one.surgeon(),
                    one.elapsed(),
                    one.frailty());
            assertThat(hold.shared(poorer)).isLessThan(hold.shared(one));
            assertThat(hold.toggleLoss(poorer.hu())).isGreaterThanOrEqualTo(hold.toggleLoss(one.hu()));
        });
    }

    @Test
    void theTabulatedPowerIsThePower() {
        PowerTable cube = new PowerTable(0.1, 1, -3);
        for (double x = 0.1; x <= 1; x += 0.0037) {
            assertThat(cube.of(x) / Math.pow(x, -3)).isBetween(0.999, 1.001);
        }
        assertThat(cube.of(1)).isBetween(1 - 1e-12, 1 + 1e-12);
    }

    @Test
    void activityComesBackAsItWasCounted() {
        assertThat(1 - Load.activity(1 / 4.345)).isBetween(0.70, 0.72);
        assertThat(1 - Load.activity(2 / 4.345)).isBetween(0.36, 0.41);
        assertThat(1 - Load.activity(4 / 4.345)).isBetween(0.20, 0.24);
    }
}
