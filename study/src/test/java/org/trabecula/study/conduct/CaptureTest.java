package org.trabecula.study.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trabecula.study.testkit.Checks.recorded;
import static org.trabecula.study.testkit.Checks.refused;
import static org.trabecula.study.testkit.Checks.told;
import static org.trabecula.study.testkit.LittleStudy.M0;
import static org.trabecula.study.testkit.People.INVESTIGATOR;
import static org.trabecula.study.testkit.Steps.consented;
import static org.trabecula.study.testkit.Steps.does;
import static org.trabecula.study.testkit.Steps.filled;
import static org.trabecula.study.testkit.Story.given;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.trabecula.study.form.FormAnswers;
import org.trabecula.study.form.FormFact;
import org.trabecula.study.form.FormRecord;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.testkit.Step;
import org.trabecula.study.testkit.World;

/** Writing into forms, told as stories. */
class CaptureTest {

    @Test
    void onlyWhatBecameAnotherValueIsRecorded() {
        World world = given(consented(), baseline(Map.of("sex", "1", "weight", "70", "height", "168")))
                .and(baseline(Map.of("sex", "1", "weight", " 71 ", "height", "168"))
                        .because("misread"))
                .world();
        assertThat(world.journal().entries().getLast().fact())
                .isEqualTo(new FormFact.FormSaved("baseline", M0, "1.0", new TreeMap<>(Map.of("weight", "71"))));
    }

    @Test
    void theSecondSaverIsToldWhoWasFaster() {
        given(consented(), baseline(Map.of("sex", "1")))
                .when(does(
                        INVESTIGATOR,
                        w -> new Intent.SaveForm(
                                w.participant(), "baseline", M0, 0, new TreeMap<>(Map.of("sex", "2")))))
                .then(
                        told("chen saved this form after you opened it. Nothing of yours was saved; "
                                + "compare both and save again."),
                        world -> assertThat(
                                        world.casebook().form("baseline", M0).value("sex"))
                                .isEqualTo("1"));
    }

    @Test
    void aFirstValueNeedsNoReasonAndAChangeDoes() {
        given(consented(), baseline(Map.of("sex", "1")))
                .when(baseline(Map.of("sex", "1", "weight", "70")))
                .then(recorded(1))
                .when(baseline(Map.of("weight", "71")))
                .then(refused("reason", Rule.REASON_REQUIRED))
                .when(baseline(Map.of("weight", "71")).because("misread"))
                .then(recorded(1));
    }

    @Test
    void everyFaultOfAFormIsNamedAtOnceAndNothingIsSaved() {
        given(consented())
                .when(baseline(Map.of("sex", "7", "weight", "900", "diagnosed", "yesterday", "bone_drug", "none")))
                .then(
                        refused("sex", Rule.NOT_A_CHOICE),
                        refused("weight", Rule.TOO_HIGH),
                        refused("diagnosed", Rule.NOT_A_DATE),
                        world -> assertThat(
                                        world.casebook().form("baseline", M0).revision())
                                .isZero());
    }

    @Test
    void theLimitsThemselvesAreAllowed() {
        given(consented())
                .when(baseline(Map.of("weight", "20", "height", "230")))
                .then(recorded(1))
                .when(baseline(Map.of("weight", "250.0", "height", "")).because("again"))
                .then(recorded(1));
    }

    @Test
    void anItemThatAppliesIsAskedAndOneThatNoLongerDoesHasToBeCleared() {
        given(consented())
                .when(baseline(Map.of("smoker", "1", "cigarettes", "20")))
                .then(recorded(1))
                .when(baseline(Map.of("smoker", "0", "cigarettes", "20")).because("he stopped"))
                .then(refused("cigarettes", Rule.ITEM_HIDDEN))
                .when(baseline(Map.of("smoker", "0", "cigarettes", "")).because("he stopped"))
                .then(recorded(1));
    }

    @Test
    void anEditCheckWaitsUntilEveryValueItLooksAtIsThere() {
        given(consented())
                .when(baseline(Map.of("height", "1.68")))
                .then(recorded(1))
                .when(baseline(Map.of("weight", "70")))
                .then(refused("height", Rule.EDIT_CHECK), told("Height is in cm and weight in kg."));
    }

    @Test
    void whatIsCalculatedIsNeverStoredAndIsWorkedOutAnew() {
        World world = given(consented(), baseline(Map.of("height", "168", "weight", "70", "bmi", "99")))
                .world();
        FormRecord record = world.casebook().form("baseline", M0);
        assertThat(record.values()).doesNotContainKey("bmi");
        // 70 kg / (1.68 m)^2 = 24.80 kg/m2
        assertThat(new FormAnswers(world.protocol().form("baseline").orElseThrow(), record).value("bmi"))
                .isEqualTo("24.8");
    }

    @Test
    void aClearedItemIsEmptyAndStillKnowsWhoClearedIt() {
        World world = given(
                        consented(),
                        baseline(Map.of("sex", "1")),
                        baseline(Map.of("sex", "")).because("wrong chart"))
                .world();
        FormRecord record = world.casebook().form("baseline", M0);
        assertThat(record.value("sex")).isEmpty();
        assertThat(record.positions()).containsEntry("sex", 7L);
    }

    @Test
    void anUnfinishedFormMayBeSaved() {
        given(consented())
                .when(baseline(Map.of("remark", "to be continued", "sex", "")))
                .then(recorded(1));
    }

    private static Step baseline(Map<String, String> values) {
        return filled("baseline", M0, values);
    }
}
