package org.trabecula.study.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trabecula.study.testkit.Checks.recorded;
import static org.trabecula.study.testkit.Checks.refused;
import static org.trabecula.study.testkit.Checks.told;
import static org.trabecula.study.testkit.LittleStudy.M0;
import static org.trabecula.study.testkit.People.COORDINATOR;
import static org.trabecula.study.testkit.People.COORDINATOR_ELSEWHERE;
import static org.trabecula.study.testkit.Steps.CONSENTED;
import static org.trabecula.study.testkit.Steps.ELIGIBLE;
import static org.trabecula.study.testkit.Steps.SCREENED;
import static org.trabecula.study.testkit.Steps.asked;
import static org.trabecula.study.testkit.Steps.consented;
import static org.trabecula.study.testkit.Steps.does;
import static org.trabecula.study.testkit.Steps.filled;
import static org.trabecula.study.testkit.Steps.invited;
import static org.trabecula.study.testkit.Steps.planned;
import static org.trabecula.study.testkit.Steps.screened;
import static org.trabecula.study.testkit.Story.given;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.study.protocol.FormDefinition;
import org.trabecula.study.protocol.Logic.Verdict;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.testkit.LittleStudy;
import org.trabecula.study.testkit.World;

/** From screening to consent, told as stories. */
class AdmissionTest {

    @Test
    void theWholeWayFromScreeningToConsentLeavesFiveEntries() {
        World world = given(consented()).world();
        assertThat(world.journal().entries()).hasSize(5);
        assertThat(world.participant().value()).isEqualTo("LITTLE-01-001");
        assertThat(world.casebook().membership().consent().orElseThrow().what().on())
                .isEqualTo(CONSENTED);
    }

    @Test
    void everySiteCountsItsOwnParticipants() {
        World world = given(screened(), screened(), does(COORDINATOR_ELSEWHERE, _ -> new Intent.Screen("02", SCREENED)))
                .world();
        assertThat(world.<java.util.List<String>>see(register -> register.casebooks().stream()
                        .map(casebook -> casebook.id().value())
                        .toList()))
                .containsExactly("LITTLE-01-001", "LITTLE-01-002", "LITTLE-02-001");
    }

    /** Each criterion by itself: it holds, fails, or is unknown while its answer is missing. */
    @ParameterizedTest
    @CsvSource({
        "age, 50, HOLDS", "age, 49, FAILS", "age, '', UNKNOWN",
        "plif, 1, HOLDS", "plif, 0, FAILS", "plif, '', UNKNOWN",
        "earlier, 0, HOLDS", "earlier, 1, FAILS", "earlier, '', UNKNOWN"
    })
    void eligibilityIsJudgedItemByItem(String item, String value, Verdict verdict) {
        Eligibility eligibility = eligibility(AdmissionRefusals.eligibleBut(item, value));
        assertThat(eligibility.findings())
                .allSatisfy(finding -> assertThat(finding.verdict())
                        .isEqualTo(finding.criterion().id().equals(item) ? verdict : Verdict.HOLDS));
        assertThat(eligibility.eligible()).isEqualTo(verdict == Verdict.HOLDS);
    }

    /** T-score or Hounsfield units: one that suffices decides, one that does not leaves it to the other. */
    @ParameterizedTest
    @CsvSource({
        "-2.5, 200, HOLDS",
        "-2.4, 109.9, HOLDS",
        "-2.4, 110, FAILS",
        "-2.5, '', HOLDS",
        "'', 109, HOLDS",
        "-2.4, '', UNKNOWN",
        "'', 110, UNKNOWN",
        "'', '', UNKNOWN"
    })
    void eitherMeasureOfBoneSuffices(String tScore, String hu, Verdict verdict) {
        Map<String, String> values = new HashMap<>(ELIGIBLE);
        values.put("t_score", tScore);
        values.put("hu", hu);
        assertThat(eligibility(values).findings().get(1).verdict()).isEqualTo(verdict);
    }

    @Test
    void theRefusalNamesTheCriteriaThatAreNotMet() {
        Map<String, String> values = new HashMap<>(ELIGIBLE);
        values.putAll(Map.of("age", "49", "earlier", "1"));
        given(screened(), filled("screening", M0, values), planned())
                .when(invited())
                .then(told("The participant does not meet every criterion: "
                        + "Age 50 or more; No earlier instrumented surgery."));
    }

    @Test
    void theRefusalNamesTheCriteriaThatAreStillOpen() {
        given(screened(), filled("screening", M0, AdmissionRefusals.eligibleBut("age", "")), planned())
                .when(invited())
                .then(told("Eligibility is not known yet; still missing: Age 50 or more."));
    }

    @Test
    void withoutAScreeningFormNobodyIsEligibleUnseen() {
        Protocol little = LittleStudy.protocol();
        List<FormDefinition> others = new ArrayList<>(little.forms());
        others.removeIf(form -> form.id().equals("screening"));
        Protocol bare = new Protocol(
                little.id(),
                little.version(),
                little.title(),
                little.registration(),
                little.planned(),
                little.arms(),
                little.sites(),
                little.visits(),
                little.consentVersions(),
                little.eligibility(),
                others,
                little.checks(),
                little.charter(),
                little.endpoints());
        given(bare, screened(), planned()).when(invited()).then(refused("on", Rule.ELIGIBILITY_UNKNOWN));
    }

    @Test
    void aPlanMayBeChangedWithAReason() {
        given(asked()).when(planned().because("the cage was not in stock")).then(recorded(1));
    }

    @Test
    void aNewVersionOfTheConsentDocumentIsConsentedToAnew() {
        given(consented())
                .when(does(COORDINATOR, w -> new Intent.Consent(w.participant(), "v2", CONSENTED.plusDays(90), " Li ")))
                .then(
                        recorded(1),
                        world -> assertThat(world.casebook()
                                        .membership()
                                        .consent()
                                        .orElseThrow()
                                        .what())
                                .hasFieldOrPropertyWithValue("version", "v2")
                                .hasFieldOrPropertyWithValue("obtainedBy", "Li"));
    }

    @Test
    void nothingIsRecordedAboutAPersonOfAnotherSiteAndTheRefusalDoesNotBetrayThatSheExists() {
        given(asked())
                .when(does(COORDINATOR_ELSEWHERE, w -> new Intent.Invite(w.participant(), CONSENTED)))
                .then(told("There is no participant LITTLE-01-001."));
    }

    private static Eligibility eligibility(Map<String, String> values) {
        World world = given(screened(), filled("screening", M0, values)).world();
        return world.see(register ->
                Eligibility.of(register.casebook(world.participant()).orElseThrow(), world.protocol()));
    }
}
