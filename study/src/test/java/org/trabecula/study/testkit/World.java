package org.trabecula.study.testkit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.trabecula.study.conduct.Answer;
import org.trabecula.study.conduct.Casebook;
import org.trabecula.study.conduct.Desk;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.conduct.Register;
import org.trabecula.study.conduct.Request;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.Protocol;

/** The study in which a story plays: a Desk over a journal in memory, on a day on which everything has already happened. */
public final class World {
    /** Noon, Greenwich. The operation of the stories is on {@link Steps#SURGERY}, so that every window has closed. */
    public static final Instant NOW = Instant.parse("2029-06-01T12:00:00Z");

    private final MemoryJournal journal = new MemoryJournal();
    private Instant now = NOW;
    private final Desk desk;
    private final List<Answer> answers = new ArrayList<>();
    private Optional<ParticipantId> participant = Optional.empty();
    private Optional<ImagingStudyId> images = Optional.empty();
    private String reason = "";
    private String key = "";
    private int received;

    public World() {
        this(LittleStudy.protocol());
    }

    public World(Protocol protocol) {
        this.desk = new Desk(protocol, journal, new Calendar());
    }

    /** Puts a request to the Desk and remembers what it said and whom it was about. */
    public Answer submit(Actor actor, Intent intent) {
        Answer answer = desk.submit(Request.of(actor, intent).because(reason).once(key));
        answers.add(answer);
        if (answer instanceof Answer.Recorded(var entries)) {
            entries.stream()
                    .map(entry -> entry.stream())
                    .filter(stream -> stream.kind().equals(ParticipantId.KIND))
                    .forEach(stream -> participant = Optional.of(new ParticipantId(stream.id())));
        }
        return answer;
    }

    /** Takes a step with a reason or a submission key on every request of it. */
    void during(String why, String submissionKey, Runnable step) {
        String reasonBefore = reason;
        String keyBefore = key;
        reason = why.isEmpty() ? reason : why;
        key = submissionKey.isEmpty() ? key : submissionKey;
        step.run();
        reason = reasonBefore;
        key = keyBefore;
    }

    public Desk desk() {
        return desk;
    }

    public MemoryJournal journal() {
        return journal;
    }

    public Protocol protocol() {
        return desk.protocol();
    }

    public List<Answer> answers() {
        return List.copyOf(answers);
    }

    /** The participant about whom something was recorded last; a subject id that nobody has before that. */
    public ParticipantId participant() {
        return participant.orElse(new ParticipantId("NOBODY"));
    }

    /** The imaging study received last; a handle that nothing has before that. */
    public ImagingStudyId images() {
        return images.orElse(new ImagingStudyId("nothing0"));
    }

    /** A fresh handle for images. */
    public ImagingStudyId nextImages() {
        received++;
        ImagingStudyId next = new ImagingStudyId("images%04d".formatted(received));
        images = Optional.of(next);
        return next;
    }

    public Casebook casebook() {
        return see(register -> register.casebook(participant()).orElseThrow());
    }

    public ReadingCase reading() {
        return see(register -> register.readingRoom().find(images()).orElseThrow());
    }

    public <T> T see(Function<Register, T> view) {
        return desk.view(view);
    }

    /** Today at the site of the stories. */
    public LocalDate today() {
        return now.atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** Turns the calendar to noon of a day. */
    void turnTo(LocalDate day) {
        now = day.atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    /** The clock of the story, which only the story moves. */
    private final class Calendar extends Clock {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
