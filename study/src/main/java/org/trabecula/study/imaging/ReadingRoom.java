package org.trabecula.study.imaging;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.trabecula.study.journal.Hash;

/**
 * All images and cases, and who has still to read which. Knows nothing about participants. Changed by the Desk alone,
 * under its lock.
 */
public final class ReadingRoom {
    private final Map<ImagingStudyId, ReadingCase> cases = new HashMap<>();

    /** Takes a fact into account. */
    public void after(ImagingStudyId id, ImagingFact fact, long position) {
        ReadingCase known = cases.get(id);
        if (known != null) {
            cases.put(id, known.after(fact, position));
        } else if (fact instanceof ImagingFact.ImagingStudyReceived received) {
            cases.put(id, ReadingCase.received(id, received));
        } else {
            throw new IllegalStateException("Imaging study " + id + " has facts before it was received");
        }
    }

    public Optional<ReadingCase> find(ImagingStudyId id) {
        return Optional.ofNullable(cases.get(id));
    }

    public Stream<ReadingCase> all() {
        return cases.values().stream();
    }

    /** The open cases that this reader has still to read, in an order of his own that tells nothing. */
    public List<ReadingCase> worklist(String reader, Charter charter) {
        return all().filter(charter::deals)
                .filter(one -> one.reads().size() < charter.terms().readers())
                .filter(one -> !one.readBy(reader))
                .sorted(shuffled(reader))
                .toList();
    }

    /** The cases in dispute that this adjudicator may decide: none that he has read himself. */
    public List<ReadingCase> disputes(String adjudicator, Charter charter) {
        return all().filter(ReadingCase::opened)
                .filter(one -> !one.readBy(adjudicator))
                .filter(one -> Settlement.of(one, charter).needsAdjudication())
                .sorted(shuffled(adjudicator))
                .toList();
    }

    private static Comparator<ReadingCase> shuffled(String reader) {
        return Comparator.comparing(
                one -> Hash.sha256((reader + "/" + one.id()).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .toString());
    }
}
