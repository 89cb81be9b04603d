package org.trabecula.simulation.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.trabecula.simulation.mechanism.Assumptions;
import org.trabecula.study.conduct.Allocation;
import org.trabecula.study.conduct.Casebook;
import org.trabecula.study.conduct.Desk;
import org.trabecula.study.conduct.Eligibility;
import org.trabecula.study.form.FormFact;
import org.trabecula.study.implant.ImplantFact;
import org.trabecula.study.implant.Surgery;
import org.trabecula.study.journal.Entry;
import org.trabecula.study.journal.Fact;
import org.trabecula.study.participant.ParticipantFact;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.site.SiteFact;
import org.trabecula.study.visit.VisitFact;

class CohortTest {
    private static final VirtualStudy STUDY = VirtualStudy.withSeed(1);

    @Test
    void theSameSeedGivesTheSameEntries() {
        assertThat(VirtualStudy.withSeed(1).entries()).isEqualTo(STUDY.entries());
    }

    @Test
    void anotherSeedGivesAnotherCohort() {
        assertThat(VirtualStudy.withSeed(2).entries()).isNotEqualTo(STUDY.entries());
    }

    @Test
    void oneParticipantMoreChangesNobodyElse() {
        CohortPlan plan = STUDY.plan();
        VirtualStudy larger = VirtualStudy.of(new CohortPlan(
                plan.seed(), 91, plan.today(), plan.accrualMonths(), plan.monthsSinceLast(), plan.given()));
        List<Surgery> before = surgeries(STUDY);
        assertThat(surgeries(larger))
                .containsAll(before)
                .hasSize(before.size() + corrected(larger) - corrected(STUDY) + 1);
    }

    private static int corrected(VirtualStudy study) {
        return (int) study.entries().stream()
                .filter(entry -> entry.fact() instanceof ImplantFact.SurgeryCorrected)
                .count();
    }

    private static List<Surgery> surgeries(VirtualStudy study) {
        List<Surgery> surgeries = new ArrayList<>();
        study.entries().forEach(entry -> {
            switch (entry.fact()) {
                case ImplantFact.SurgeryPerformed(var surgery) -> surgeries.add(surgery);
                case ImplantFact.SurgeryCorrected(var surgery) -> surgeries.add(surgery);
                default -> {}
            }
        });
        return surgeries;
    }

    @Test
    void ninetyAreOperatedOfAboutOneHundredAndFifteenScreened() {
        assertThat(STUDY.summary().operated()).isEqualTo(90);
        assertThat(STUDY.summary().screened()).isBetween(100, 130);
    }

    @Test
    void entriesFollowEachOtherInTimeAndEndBeforeToday() {
        List<Instant> times = STUDY.entries().stream().map(Entry::at).toList();
        assertThat(times).isSorted();
        assertThat(times.getFirst()).isEqualTo(STUDY.plan().opening());
        assertThat(times.getLast())
                .isBefore(VirtualStudy.TODAY
                        .atStartOfDay(ZoneId.of("Asia/Shanghai"))
                        .toInstant())
                .isAfter(VirtualStudy.TODAY
                        .minusDays(31)
                        .atStartOfDay(ZoneId.of("UTC"))
                        .toInstant());
    }

    @Test
    void nobodyIsOperatedOrAskedBeforeConsent() {
        Map<String, Instant> consent = new TreeMap<>();
        for (Entry entry : STUDY.entries()) {
            String who = entry.stream().toString();
            switch (entry.fact()) {
                case ParticipantFact.ConsentGiven _ -> consent.put(who, entry.at());
                case ImplantFact _, VisitFact _ -> assertThat(consent).containsKey(who);
                case FormFact.FormSaved saved
                when !saved.form().equals("screening") -> assertThat(consent).containsKey(who);
                default -> {}
            }
        }
        assertThat(consent).hasSize(STUDY.summary().consented());
    }

    @Test
    void everybodyWhoWasInvitedIsEligible() {
        List<Casebook> invited = STUDY.see(register -> register.casebooks().stream()
                .filter(one -> one.membership().invited().isPresent())
                .toList());
        assertThat(invited).hasSizeGreaterThan(90);
        assertThat(invited)
                .allMatch(one -> Eligibility.of(one, STUDY.protocol()).eligible());
        long unfit = STUDY.see(register -> register.casebooks().stream()
                .filter(one -> !Eligibility.of(one, STUDY.protocol()).eligible())
                .count());
        assertThat(unfit).isPositive();
    }

    @Test
    void theTeamHasOneAccountForEachDuty() {
        List<SiteFact.AccountOpened> opened = facts(SiteFact.AccountOpened.class);
        assertThat(opened)
                .extracting(SiteFact.AccountOpened::user)
                .containsExactly(
                        "virtual.coordinator",
                        "virtual.investigator",
                        "virtual.reader.1",
                        "virtual.reader.2",
                        "virtual.reader.3",
                        "virtual.adjudicator",
                        "virtual.manager",
                        "virtual.statistician",
                        "virtual.monitor");
        assertThat(opened).allMatch(one -> one.fullName().startsWith("Virtual "));
    }

    @Test
    void correctionsHaveReasons() {
        long withReason = STUDY.entries().stream()
                .filter(entry -> entry.reason().isPresent())
                .count();
        assertThat(withReason).isEqualTo(STUDY.summary().corrections()).isGreaterThan(9);
    }

    @Test
    void visitsTakePlaceOnWorkingDays() {
        List<VisitFact.VisitHeld> held = facts(VisitFact.VisitHeld.class);
        assertThat(held).hasSizeGreaterThan(250);
        Set<Integer> weekdays = STUDY.see(register -> register.casebooks().stream()
                .flatMap(one -> one.visits().stream())
                .flatMap(visit -> visit.held().stream())
                .map(day -> day.getDayOfWeek().getValue())
                .collect(Collectors.toSet()));
        assertThat(weekdays).isSubsetOf(1, 2, 3, 4, 5);
    }

    @Test
    void bothArmsHaveAboutHalfAndThreeHaveNone() {
        Map<String, Long> sizes = STUDY.see(register -> register.casebooks().stream()
                .filter(one -> one.surgery().isPresent())
                .collect(Collectors.groupingBy(
                        one -> Allocation.of(one, STUDY.protocol())
                                .assigned()
                                .map(arm -> arm.id())
                                .orElse("none"),
                        Collectors.counting())));
        assertThat(sizes.get("titanium")).isBetween(30L, 57L);
        assertThat(sizes.get("peek")).isBetween(30L, 57L);
        assertThat(sizes).containsEntry("none", 3L);
    }

    @Test
    void aSecondCohortInTheSameStudyEndsWithTheStudysSentence() {
        Protocol protocol = ReferenceStudy.protocol();
        CohortPlan plan = new CohortPlan(1, 2, VirtualStudy.TODAY, 18, 22, Assumptions.reference());
        StudyClock clock = new StudyClock(plan.opening());
        Desk desk = new Desk(protocol, new PlainJournal(), clock);
        Cohort.fill(desk, clock, plan, VirtualStudy::images, _ -> {});
        assertThatThrownBy(() -> Cohort.fill(desk, clock, plan, VirtualStudy::images, _ -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("The account name virtual.coordinator was used before");
    }

    @Test
    void progressGoesFromNothingToTheEnd() {
        CohortPlan plan = new CohortPlan(1, 5, VirtualStudy.TODAY, 18, 22, Assumptions.reference());
        StudyClock clock = new StudyClock(plan.opening());
        List<Progress> told = new ArrayList<>();
        Cohort.fill(
                new Desk(ReferenceStudy.protocol(), new PlainJournal(), clock),
                clock,
                plan,
                VirtualStudy::images,
                told::add);
        assertThat(told).extracting(Progress::share).isSorted().allMatch(share -> share >= 0 && share <= 1);
        assertThat(told).extracting(Progress::day).isSorted().doesNotHaveDuplicates();
    }

    private static <F extends Fact> List<F> facts(Class<F> kind) {
        return STUDY.entries().stream()
                .map(Entry::fact)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }
}
