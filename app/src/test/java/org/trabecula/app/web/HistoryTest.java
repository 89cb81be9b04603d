package org.trabecula.app.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trabecula.app.web.History.Change;
import org.trabecula.app.web.History.Difference;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.imaging.ImagingFact;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.journal.StreamId;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.CageMaterial;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.safety.SafetyFact;
import org.trabecula.study.spine.Segment;

class HistoryTest {
    private TrialStory story;

    @BeforeEach
    void tellFromTheBeginning() throws IOException {
        story = new TrialStory();
    }

    private List<Change> history(StreamId stream, Locale locale) {
        Telling telling = new Telling(new Phrases(Words.in(locale), story.protocol()));
        return History.of(story.desk().about(stream), telling);
    }

    private Change last(ParticipantId id) {
        return history(id.stream(), Locale.ENGLISH).getLast();
    }

    @Test
    void a_corrected_answer_is_told_with_its_old_value_its_new_value_and_the_reason() {
        ParticipantId id = story.consented();
        story.form(id, "vas", "m0", Map.of("vas_scale", "10", "vas_back", "7", "vas_leg", "2"), "");
        story.form(id, "vas", "m0", Map.of("vas_scale", "10", "vas_back", "5", "vas_leg", "2"), "Typing error");

        Change change = last(id);
        assertEquals(List.of(new Difference("Back pain", "7", "5")), change.differences());
        assertEquals(Optional.of("Typing error"), change.entry().reason());
        assertEquals("Visual analogue scale of pain (VAS), Baseline: saved", change.title());
    }

    @Test
    void a_cleared_answer_has_no_new_value() {
        ParticipantId id = story.consented();
        story.form(id, "vas", "m0", Map.of("vas_scale", "10", "vas_back", "7"), "");
        story.form(id, "vas", "m0", Map.of("vas_back", ""), "Not asked");

        assertEquals(List.of(new Difference("Back pain", "7", "")), last(id).differences());
    }

    @Test
    void codes_are_told_by_their_labels_in_the_language_of_the_page() {
        ParticipantId id = story.consented();
        story.form(id, "vas", "m0", Map.of("vas_scale", "10"), "");

        assertEquals(List.of(new Difference("Scale of the instrument", "", "0 to 10")), last(id).differences());
        assertEquals(
                story.protocol()
                        .form("vas")
                        .orElseThrow()
                        .item("vas_scale")
                        .orElseThrow()
                        .label()
                        .chinese(),
                history(id.stream(), Locale.CHINESE)
                        .getLast()
                        .differences()
                        .getFirst()
                        .label());
    }

    @Test
    void the_same_item_at_another_visit_is_not_a_correction() {
        story.on("2025-09-05");
        ParticipantId id = story.operated(CageMaterial.PEEK);
        story.form(id, "vas", "m0", Map.of("vas_scale", "10", "vas_back", "7"), "Taken over from the ward");
        story.on("2025-12-05");
        story.held(id, "m3");
        story.form(id, "vas", "m3", Map.of("vas_scale", "10", "vas_back", "4"), "");

        assertEquals(
                List.of(new Difference("Scale of the instrument", "", "0 to 10"), new Difference("Back pain", "", "4")),
                last(id).differences());
    }

    @Test
    void a_corrected_surgery_names_only_the_screw_that_became_another() {
        ParticipantId id = story.operated(CageMaterial.PEEK);
        story.record(
                TrialStory.COORDINATOR,
                new Intent.RecordSurgery(id, TrialStory.surgery(story.today(), "7.5", CageMaterial.PEEK)),
                "Label misread");

        assertEquals(List.of(new Difference("Screw L4 left", "6.5 × 45 mm", "7.5 × 45 mm")), last(id).differences());
    }

    @Test
    void a_cage_that_was_never_there_is_told_as_taken_away() {
        ParticipantId id = story.operated(CageMaterial.PEEK, CageMaterial.TITANIUM);
        story.record(
                TrialStory.COORDINATOR,
                new Intent.RecordSurgery(id, TrialStory.surgery(story.today(), "6.5", CageMaterial.PEEK)),
                "One cage only");

        assertEquals(
                List.of(new Difference("Cage L4/L5 (2)", "Titanium, Maker, Model, lot LOT-7, 26x10, height 10 mm", "")),
                last(id).differences());
    }

    private ParticipantId plannedTwice() {
        ParticipantId id = story.planned();
        story.record(
                TrialStory.COORDINATOR,
                new Intent.Plan(
                        id, story.today(), List.of(Segment.of("L4/L5")), CageMaterial.TITANIUM, "Surgeon's custom"),
                "Cage not in stock");
        return id;
    }

    @Test
    void a_second_plan_shows_what_the_first_one_said() {
        ParticipantId id = plannedTwice();

        assertEquals(List.of(new Difference("Cage", "PEEK", "Titanium")), last(id).differences());
    }

    @Test
    void a_visit_date_put_right_shows_both_dates() {
        story.on("2025-09-05");
        ParticipantId id = story.operated(CageMaterial.PEEK);
        story.on("2025-12-06");
        story.held(id, "m3");
        story.record(
                TrialStory.COORDINATOR,
                new Intent.HoldVisit(id, Timepoint.of("m3"), story.today().minusDays(1)),
                "Wrong day");

        assertEquals(List.of(new Difference("Held on", "2025-12-06", "2025-12-05")), last(id).differences());
        assertEquals("Visit 3 months held", last(id).title());
    }

    @Test
    void a_second_event_does_not_look_like_a_correction_of_the_first() {
        ParticipantId id = story.operated(CageMaterial.PEEK);
        for (String what : List.of("Torn pouch", "Missing label")) {
            story.record(new Intent.ReportSafety(
                    id, new SafetyFact.DeviceDeficiencyReported(story.today(), "Cage", what, false)));
        }

        assertEquals(
                List.of(new Difference("Event", "", story.today() + " · Cage: Missing label")), last(id).differences());
    }

    @Test
    void the_answers_of_a_form_are_told_in_the_order_of_the_form() {
        ParticipantId id = story.consented();
        story.form(id, "odi", "m0", Map.of("odi_10", "1", "odi_2", "3", "odi_9", "0"), "");

        List<String> labels =
                last(id).differences().stream().map(Difference::label).toList();
        List<String> form = story.protocol().form("odi").orElseThrow().items().stream()
                .filter(item -> List.of("odi_2", "odi_9", "odi_10").contains(item.name()))
                .map(item -> item.label().english())
                .toList();
        assertEquals(form, labels);
    }

    @Test
    void a_correction_also_lists_what_it_leaves_as_it_was_but_not_as_a_difference() {
        ParticipantId id = plannedTwice();

        assertEquals(
                List.of("Date", "Segments", "Cage", "Reason for the cage"),
                last(id).lines().stream().map(Difference::label).toList());
    }

    @Test
    void of_a_read_only_the_reader_is_told() {
        story.on("2025-09-05");
        ParticipantId id = story.operated(CageMaterial.PEEK);
        story.on("2025-12-05");
        story.held(id, "m3");
        ImagingStudyId images = story.unclearRadiograph(id, "m3", "abcdefgh1");

        List<Change> reads = history(images.stream(), Locale.ENGLISH).stream()
                .filter(change -> change.entry().fact() instanceof ImagingFact.ReadSubmitted)
                .toList();
        assertEquals(
                List.of(new Difference("Reader", "", "rita")), reads.getLast().differences());
    }
}
