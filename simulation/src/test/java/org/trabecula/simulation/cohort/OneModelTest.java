package org.trabecula.simulation.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.simulation.mechanism.Assumptions;
import org.trabecula.simulation.mechanism.Parameter;
import org.trabecula.simulation.trial.Rules;
import org.trabecula.simulation.trial.Scenario;
import org.trabecula.simulation.trial.TriedStudies;
import org.trabecula.simulation.trial.Truth;
import org.trabecula.study.implant.Surgery;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.spine.Segment;

/** A cohort and the trials of the same seed and assumptions are draws of one model. Facts only: nothing is written down. */
class OneModelTest {
    private static final Protocol PROTOCOL = ReferenceStudy.protocol();
    private static final LocalDate SURGERY = LocalDate.of(2024, 5, 6);

    /** Somebody who was operated as planned, and how he truly fares. */
    private record Lived(Person person, boolean titanium, Surgery surgery, Nature nature) {
        boolean someScrewSettles() {
            return surgery.sites().stream()
                    .anyMatch(site -> nature.lucencyMm(site, 6) >= 1 && nature.lucencyMm(site, 24) < 1);
        }
    }

    private static List<Lived> lived(Assumptions given, long seed) {
        CohortPlan plan = new CohortPlan(seed, 90, LocalDate.of(2026, 3, 31), 18, 22, given);
        Theatre theatre = new Theatre(seed, PROTOCOL.arms());
        List<Lived> lived = new ArrayList<>();
        for (Person person : Person.draw(plan, PROTOCOL)) {
            if (person.fate() == Fate.OPERATED) {
                Surgery surgery = theatre.operate(person, SURGERY);
                boolean titanium = Intention.metal(person.intention().cage());
                lived.add(new Lived(person, titanium, surgery, new Nature(plan, person, surgery)));
            }
        }
        return lived;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 11, 2026})
    void aCohortIsTheFirstStudyOfItsSeed(long seed) {
        List<TriedStudies.Shown> tried =
                TriedStudies.of(Assumptions.reference(), PROTOCOL, seed, 1).members();
        List<Lived> lived = lived(Assumptions.reference(), seed);
        CohortPlan plan = CohortPlan.reference(seed, LocalDate.of(2026, 3, 31));
        assertThat(lived).hasSameSizeAs(tried);
        for (int number = 0; number < tried.size(); number++) {
            Lived one = lived.get(number);
            assertThat(one.person().one()).isEqualTo(tried.get(number).one());
            assertThat(one.titanium()).isEqualTo(tried.get(number).titanium());
            assertThat(new Voice(plan, one.person()).before().odi())
                    .isEqualTo(tried.get(number).before().odi());
        }
    }

    /** 40 cohorts with the arms dealt in turn; the truth of the trials is that of 20,000 who live both lives. */
    @Test
    void fusionAndLooseningHaveTheSharesOfTheTrials() {
        Assumptions dealt = Assumptions.reference().with(Parameter.CONFOUNDING, 0);
        Truth truth = Truth.of(new Scenario("all", 90, dealt), Rules.of(PROTOCOL), 20_000, 3);
        List<Lived> all = new ArrayList<>();
        for (long seed = 1; seed <= 40; seed++) {
            // The three of each cohort whose cage went wrong belong to no arm.
            lived(dealt, seed).stream().filter(OneModelTest::asPlanned).forEach(all::add);
        }
        holds(all, true, one -> one.nature().united(6) ? 1 : 0, truth.fusedTitanium());
        holds(all, false, one -> one.nature().united(6) ? 1 : 0, truth.fusedPeek());
        holds(all, true, one -> one.nature().loose(6) ? 1 : 0, truth.looseTitanium());
        holds(all, false, one -> one.nature().loose(6) ? 1 : 0, truth.loosePeek());
    }

    private static boolean asPlanned(Lived one) {
        Segment lowest = one.surgery().lowest();
        return one.surgery().cages().stream().anyMatch(cage -> cage.segment().equals(lowest))
                && one.surgery().cages().stream()
                        .filter(cage -> cage.segment().equals(lowest))
                        .allMatch(cage ->
                                cage.material() == one.person().intention().cage());
    }

    private static void holds(List<Lived> all, boolean titanium, ToDoubleFunction<Lived> event, double share) {
        List<Lived> arm = all.stream().filter(one -> one.titanium() == titanium).toList();
        double error = Math.sqrt(share * (1 - share) * (1.0 / arm.size() + 1.0 / 20_000));
        assertThat(arm.stream().mapToDouble(event).average().orElseThrow())
                .isBetween(share - 4 * error, share + 4 * error);
    }

    /** 65 to 84 % of early loose screws settled in the published series, and those whose segment had united first of all. */
    @Test
    void aLooseScrewMayHoldAgain() {
        List<Lived> loose = lived(Assumptions.reference(), 1).stream()
                .filter(one -> one.nature().loose(6))
                .toList();
        assertThat(loose).hasSizeGreaterThan(15);
        assertThat(loose.stream().filter(Lived::someScrewSettles).count() / (double) loose.size())
                .isGreaterThan(0.5);
        assertThat(lived(Assumptions.reference().with(Parameter.RECOVERY, 0), 1))
                .noneMatch(Lived::someScrewSettles);
    }

    /** The reverse arrow: the same people, and only what loose screws do to healing differs. */
    @Test
    void looseScrewsHoldUpFusion() {
        List<Lived> freely = lived(Assumptions.reference().with(Parameter.LOOSE_SLOWS, 0), 1);
        List<Lived> held = lived(Assumptions.reference().with(Parameter.LOOSE_SLOWS, 0.9), 1);
        int later = 0;
        for (int number = 0; number < held.size(); number++) {
            assertThat(freely.get(number).nature().united(12)
                            || !held.get(number).nature().united(12))
                    .isTrue();
            later += freely.get(number).nature().united(12)
                            != held.get(number).nature().united(12)
                    ? 1
                    : 0;
        }
        assertThat(later).isPositive();
    }

    @Test
    void theMarksOfTheSectionsAddUpToTheScore() {
        for (int odi = 0; odi <= 100; odi += 2) {
            List<String> marks = new Questionnaire(odi, 5, 5).sections(Chance.of(odi, "sections"));
            if (!marks.contains("")) {
                assertThat(marks.stream().mapToInt(Integer::parseInt).sum()).isEqualTo(odi / 2);
            }
        }
    }

    /** What the study writes down of an operated person is what its eligibility asks for. */
    @Test
    void everybodyHasOsteoporosis() {
        assertThat(lived(Assumptions.reference(), 1))
                .allMatch(one -> one.person().one().tScore() <= -2.5);
    }
}
