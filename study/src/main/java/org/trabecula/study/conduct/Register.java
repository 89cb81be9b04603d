package org.trabecula.study.conduct;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.study.imaging.ImagingFact;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.ReadingRoom;
import org.trabecula.study.journal.Entry;
import org.trabecula.study.journal.Noted;
import org.trabecula.study.journal.StreamId;
import org.trabecula.study.milestone.MilestoneFact;
import org.trabecula.study.milestone.Milestones;
import org.trabecula.study.participant.ParticipantFact;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.site.Accounts;
import org.trabecula.study.site.SiteFact;
import org.trabecula.study.visit.VisitFact;

/**
 * The whole study as the journal tells it up to a position. It can be thrown away and folded again at any time. Changed by
 * whoever folds it (the Desk under its lock, or a replay); everybody else only looks.
 */
public final class Register {
    /** The stream of the study's own set-up. */
    public static final StreamId STUDY = new StreamId("study", "site");

    /** The stream of the study's milestones. */
    public static final StreamId MILESTONES = new StreamId("study", "milestones");

    /** By subject id as the streams write it, so that a replay need not check each id again. */
    private final Map<String, Casebook> casebooks = new HashMap<>();

    /** Of the streams that are not a participant's. */
    private final Map<StreamId, Long> versions = new HashMap<>();

    private final Map<String, Noted<String>> submissions = new HashMap<>();
    private final Map<ImagingStudyId, Place> places = new HashMap<>();
    private final ReadingRoom readingRoom = new ReadingRoom();
    private Accounts accounts = Accounts.none();
    private Milestones milestones = Milestones.none();
    private long dataPosition;
    private Optional<SiteFact.ProtocolAdopted> adopted = Optional.empty();
    private long position;
    private Instant upTo = Instant.EPOCH;

    /** Takes the next entry into account. */
    public void after(Entry entry) {
        if (entry.position() != position + 1) {
            throw new IllegalStateException("Entry " + entry.position() + " does not follow position " + position);
        }
        StreamId stream = entry.stream();
        switch (stream.kind()) {
            case ParticipantId.KIND -> participant(entry);
            case ImagingStudyId.KIND -> imaging(entry);
            default -> set(entry);
        }
        if (!stream.kind().equals(ParticipantId.KIND)) {
            versions.put(stream, entry.version() + 1);
        }
        entry.submission().ifPresent(s -> submissions.put(s.key(), new Noted<>(s.fingerprint(), entry.position())));
        position = entry.position();
        upTo = entry.at();
        if (entry.fact() instanceof ParticipantFact.IdentityViewed
                || entry.fact() instanceof ParticipantFact.IdentityRecorded) {
            return;
        }
        if (stream.kind().equals(ParticipantId.KIND) || stream.kind().equals(ImagingStudyId.KIND)) {
            dataPosition = position;
        }
    }

    private void participant(Entry entry) {
        Casebook next = casebooks.compute(
                entry.stream().id(),
                (id, known) -> (known == null ? Casebook.unknown(new ParticipantId(id)) : known).after(entry));
        if (entry.fact() instanceof VisitFact.ImagesFiled filed) {
            places.put(new ImagingStudyId(filed.images().id()), new Place(next.id(), filed.visit()));
        }
        if (entry.fact() instanceof VisitFact.ImagesTakenBack back) {
            places.remove(new ImagingStudyId(back.images().id()));
        }
    }

    private void imaging(Entry entry) {
        if (!(entry.fact() instanceof ImagingFact fact)) {
            throw new IllegalStateException("The reading room does not know " + entry.fact());
        }
        readingRoom.after(new ImagingStudyId(entry.stream().id()), fact, entry.position(), entry.at());
    }

    private void set(Entry entry) {
        if (entry.fact() instanceof MilestoneFact fact) {
            milestones = milestones.after(new Milestones.Event(
                    fact, entry.position(), entry.at(), entry.actor().user(), entry.reason()));
            return;
        }
        if (!(entry.fact() instanceof SiteFact fact)) {
            throw new IllegalStateException("The study's set-up does not know " + entry.fact());
        }
        accounts = accounts.after(fact, entry.position());
        if (fact instanceof SiteFact.ProtocolAdopted protocol) {
            adopted = Optional.of(protocol);
        }
    }

    /** Everybody's casebook, by subject id. Sorted here and not while folding: a replay folds far more often than anybody looks. */
    public List<Casebook> casebooks() {
        return casebooks.values().stream()
                .sorted(Comparator.comparing(Casebook::id))
                .toList();
    }

    public Optional<Casebook> casebook(ParticipantId id) {
        return Optional.ofNullable(casebooks.get(id.value()));
    }

    public ReadingRoom readingRoom() {
        return readingRoom;
    }

    /** Where images were filed; empty while they wait in the inbox. */
    public Optional<Place> place(ImagingStudyId images) {
        return Optional.ofNullable(places.get(images));
    }

    /** Images of the same kind that were taken of the same participant at the nearest visit before, if readers may see them. */
    public Optional<ReadingCase> earlier(ReadingCase reading) {
        return place(reading.id())
                .flatMap(here -> places.entrySet().stream()
                        .filter(other -> other.getValue().participant().equals(here.participant()))
                        .filter(other -> other.getValue().visit().compareTo(here.visit()) < 0)
                        .sorted(Map.Entry.<ImagingStudyId, Place>comparingByValue(Comparator.comparing(Place::visit))
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                        .flatMap(other -> readingRoom.find(other.getKey()).stream())
                        .filter(other -> other.opened() && other.modality() == reading.modality())
                        .findFirst());
    }

    public Accounts accounts() {
        return accounts;
    }

    public Milestones milestones() {
        return milestones;
    }

    /** The position of the newest entry about participants or images, looking up who somebody is apart; 0 before any. */
    public long dataPosition() {
        return dataPosition;
    }

    /** The protocol version in force. */
    public Optional<SiteFact.ProtocolAdopted> adopted() {
        return adopted;
    }

    /** The fingerprint and position of an earlier submission with this key. */
    Optional<Noted<String>> submission(String key) {
        return Optional.ofNullable(submissions.get(key));
    }

    /** The version that the next entry of the stream will have. */
    long version(StreamId stream) {
        if (stream.kind().equals(ParticipantId.KIND)) {
            Casebook casebook = casebooks.get(stream.id());
            return casebook == null ? 0 : casebook.entries();
        }
        return versions.getOrDefault(stream, 0L);
    }

    /** The position of the newest entry that is taken into account. */
    public long position() {
        return position;
    }

    /** When the newest entry that is taken into account was recorded; the epoch before any. */
    public Instant upTo() {
        return upTo;
    }
}
