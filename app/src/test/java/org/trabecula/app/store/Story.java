package org.trabecula.app.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.journal.Draft;
import org.trabecula.study.journal.Fact;
import org.trabecula.study.journal.StreamId;
import org.trabecula.study.journal.Submission;
import org.trabecula.study.participant.ParticipantFact.ConsentGiven;

/** Drafts for tests. */
final class Story {
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private Story() {}

    static StreamId participant(int number) {
        return new StreamId("participant", "P-" + number);
    }

    static Draft draft(int participant, long version) {
        return draft(participant, version, consent("2.0"));
    }

    static Draft draft(int participant, long version, Fact fact) {
        return new Draft(
                participant(participant),
                version,
                NOON,
                new Actor("li.na", "COORDINATOR", "01"),
                Optional.empty(),
                Optional.empty(),
                fact);
    }

    static Fact consent(String version) {
        return new ConsentGiven(version, LocalDate.of(2026, 3, 1), "Dr Wang");
    }

    static Draft at(Draft draft, Instant at) {
        return new Draft(
                draft.stream(), draft.version(), at, draft.actor(), draft.reason(), draft.submission(), draft.fact());
    }

    static Draft submitted(Draft draft, String key) {
        return new Draft(
                draft.stream(),
                draft.version(),
                draft.at(),
                draft.actor(),
                draft.reason(),
                Optional.of(new Submission(key, "fingerprint")),
                draft.fact());
    }
}
