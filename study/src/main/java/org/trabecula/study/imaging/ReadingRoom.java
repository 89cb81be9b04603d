package org.trabecula.study.imaging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All images and cases, and who has still to read which. Knows nothing about participants. Changed by the Desk alone,
 * under its lock.
 */
public final class ReadingRoom {
    private final Map<ImagingStudyId, ReadingCase> cases = new HashMap<>();
    private final Map<ImagingStudyId, Assisted> assisted = new HashMap<>();

    /** Takes a fact into account. */
    public void after(ImagingStudyId id, ImagingFact fact, long position, Instant at) {
        ReadingCase known = cases.get(id);
        if (known != null) {
            cases.put(id, known.after(fact, position, at));
        } else if (fact instanceof ImagingFact.ImagingStudyReceived received) {
            cases.put(id, ReadingCase.received(id, received));
        } else {
            throw new IllegalStateException("Imaging study " + id + " has facts before it was received");
        }
        Assisted before = assisted(id);
        Assisted after = before.after(fact, position);
        if (!after.equals(before)) {
            assisted.put(id, after);
        }
    }

    /** What assistants have said about a case. */
    public Assisted assisted(ImagingStudyId id) {
        return assisted.getOrDefault(id, Assisted.NOTHING);
    }

    public Optional<ReadingCase> find(ImagingStudyId id) {
        return Optional.ofNullable(cases.get(id));
    }

    public Stream<ReadingCase> all() {
        return cases.values().stream();
    }

    /** All that this reader has still to read: new cases, and between them, not to be told apart, those that come back. */
    public List<ReadTask> tasks(String reader, Charter charter, LocalDate today, Lots lots) {
        return all().flatMap(one -> task(one, reader, charter, today, lots).stream())
                .sorted(Comparator.comparing(ReadTask::handle))
                .toList();
    }

    private static Optional<ReadTask> task(
            ReadingCase one, String reader, Charter charter, LocalDate today, Lots lots) {
        if (awaits(one, reader, charter)) {
            return Optional.of(ReadTask.of(one, reader, false, charter.next(one, reader, false), lots));
        }
        boolean back = charter.deals(one)
                && one.rereadBy(reader)
                        .filter(again -> again.read().isEmpty() && !again.from().isAfter(today))
                        .isPresent();
        return back
                ? Optional.of(ReadTask.of(one, reader, true, charter.next(one, reader, true), lots))
                : Optional.empty();
    }

    private static boolean awaits(ReadingCase one, String reader, Charter charter) {
        return charter.deals(one)
                && one.reads().size() < charter.terms().readers()
                && one.isFor(reader)
                && !one.readBy(reader);
    }

    /** Everything that this reader has read, the newest last: first and second reads alike, each under its own handle. */
    public List<Done> done(String reader, Lots lots) {
        return all().flatMap(one -> Stream.concat(
                        one.reads().stream()
                                .filter(read -> read.by(reader))
                                .map(read -> new Done(ReadTask.of(one, reader, false, Sheet.WHOLE, lots), read)),
                        one.rereadBy(reader).flatMap(Reread::read).stream()
                                .map(read -> new Done(ReadTask.of(one, reader, true, Sheet.WHOLE, lots), read))))
                .sorted(Comparator.comparingLong(done -> done.read().position()))
                .toList();
    }

    /** The cases in dispute that this adjudicator may decide: none that he has read himself; in no order. */
    public List<ReadingCase> disputes(String adjudicator, Charter charter) {
        return all().filter(ReadingCase::opened)
                .filter(one -> !one.readBy(adjudicator))
                .filter(one -> Settlement.of(one, charter).needsAdjudication())
                .toList();
    }

    /** The same as tasks, under handles that only this adjudicator knows. */
    public List<ReadTask> matters(String adjudicator, Charter charter, Lots lots) {
        return disputes(adjudicator, charter).stream()
                .map(one -> ReadTask.of(one, adjudicator, false, charter.third(one, adjudicator), lots))
                .sorted(Comparator.comparing(ReadTask::handle))
                .toList();
    }

    /** How many cases each reader was dealt. */
    Map<String, Long> loads() {
        return all().flatMap(one -> one.dealt().stream())
                .collect(Collectors.groupingBy(Dealt::reader, Collectors.counting()));
    }
}
