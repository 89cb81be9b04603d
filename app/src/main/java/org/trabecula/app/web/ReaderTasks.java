package org.trabecula.app.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.trabecula.app.Installation;
import org.trabecula.study.imaging.Begun;
import org.trabecula.study.imaging.Done;
import org.trabecula.study.imaging.Measurement;
import org.trabecula.study.imaging.Read;
import org.trabecula.study.imaging.ReadTask;
import org.trabecula.study.imaging.ReadingCase;

/** What a reader has to read and has read, and what of it he may see. */
@Component
final class ReaderTasks {
    private final CaseSheets sheets;
    private final Installation installation;
    private final Clock clock;

    ReaderTasks(CaseSheets sheets, Installation installation) {
        this.sheets = sheets;
        this.installation = installation;
        this.clock = installation.clock();
    }

    List<ReadTask> all(Visitor visitor) {
        LocalDate today = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        return sheets.view(room -> room.tasks(visitor.user(), sheets.charter(), today, sheets.lots()));
    }

    Optional<ReadTask> find(String handle, Visitor visitor) {
        return find(all(visitor), handle);
    }

    static Optional<ReadTask> find(List<ReadTask> tasks, String handle) {
        return tasks.stream().filter(one -> one.handle().equals(handle)).findFirst();
    }

    /** The newest last. */
    List<Done> done(Visitor visitor) {
        return sheets.view(room -> room.done(visitor.user(), sheets.lots()));
    }

    Optional<Done> done(String handle, Visitor visitor) {
        return done(visitor).stream()
                .filter(one -> one.task().handle().equals(handle))
                .findFirst();
    }

    /** Whether a signed read may still be looked at. */
    boolean maybeSeen(Done done) {
        Instant last = done.read().at().plus(Duration.ofDays(sheets.routine().lookAgainDays()));
        return clock.instant().isBefore(last);
    }

    /** The task behind a handle if this reader may see its whole images: not before the screws are signed where they come first. */
    Optional<ReadTask> whole(String handle, Visitor visitor) {
        return find(handle, visitor)
                .filter(task -> task.sheet().asksSegments()
                        || !sheets.charter().terms().sheets().screwsOnly())
                .or(() -> done(handle, visitor).filter(this::maybeSeen).map(Done::task));
    }

    /** The images of the visit before, where the charter lets a task's segments be judged beside them. */
    Optional<ReadingCase> earlier(ReadTask task) {
        return task.sheet().asksSegments() && sheets.charter().terms().sheets().compareEarlier()
                ? installation.desk().view(register -> register.earlier(task.reading()))
                : Optional.empty();
    }

    /** Under what name this reader knows the images of the visit before: it tells neither of that visit nor of its own case. */
    String earlierHandle(ReadTask task, Visitor visitor) {
        return sheets.lots()
                .word(
                        "earlier",
                        visitor.user().toLowerCase(Locale.ROOT),
                        task.reading().id().value(),
                        task.again() ? "again" : "first");
    }

    /** The images behind such a name while the task is open. */
    Optional<ReadingCase> earlier(String handle, Visitor visitor) {
        return all(visitor).stream()
                .filter(task -> earlierHandle(task, visitor).equals(handle))
                .findFirst()
                .flatMap(this::earlier);
    }

    /** Where the reader placed the screws; empty before he did. */
    static Optional<List<Measurement>> axes(ReadTask task, Visitor visitor) {
        return task.reading().begunBy(visitor.user(), task.again()).flatMap(Begun::axes);
    }

    /** What the reader signed about the screws; empty before he did. */
    Optional<Read> loosening(ReadTask task, Visitor visitor) {
        return sheets.charter().loosening(task.reading(), visitor.user(), task.again());
    }
}
