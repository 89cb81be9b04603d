package org.trabecula.app.images;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trabecula.study.conduct.Answer;
import org.trabecula.study.conduct.Desk;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.conduct.Request;
import org.trabecula.study.imaging.Images;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.Rule;

/**
 * The one path on which images come in, from a browser or a shell. All files of an upload are taken or none; each is read,
 * de-identified, searched for what may be left of the identity, and stored by its hash; what belonged to one study becomes one
 * imaging study in the journal, filed under a visit when that is known. The same images again change nothing.
 * Images whose pixels may tell whose they are wait until a person has seen them ({@link Inspecting}), and so do other pixels that come
 * under the UID of an image that is there.
 */
public final class Intake {
    private final ImageArchive archive;
    private final Desk desk;
    private final Caps caps;

    Intake(ImageArchive archive, Desk desk, Caps caps) {
        this.archive = archive;
        this.desk = desk;
        this.caps = caps;
    }

    /**
     * Takes an upload.
     *
     * @param actor in which role the sender does each of the things that follow
     * @param to the visit that it belongs to; empty leaves it in the inbox
     */
    public Receipt receive(List<Incoming> upload, Function<Intent, Actor> actor, Optional<Destination> to)
            throws IOException {
        List<Objection> objections =
                to.map(place -> Filing.objections(desk, place, actor)).orElse(List.of());
        if (!objections.isEmpty()) {
            return new Receipt.Refused(List.of(), 0, objections);
        }
        return archive.exclusively(() -> take(upload, actor, to));
    }

    private Receipt take(List<Incoming> upload, Function<Intent, Actor> actor, Optional<Destination> to)
            throws IOException {
        try (Staging staging = archive.stage()) {
            List<Examined> examined = new ArrayList<>();
            Examination examination = new Examination(archive.key(), staging);
            List<Rejection> rejections =
                    new Unpacking(staging, caps, file -> examined.add(examination.examine(file))).run(upload);
            Sorted sorted = sorted(examined, staging, rejections);
            if (!rejections.isEmpty()) {
                return new Receipt.Refused(rejections, examined.size(), List.of());
            }
            if (to.filter(place -> examined.stream().anyMatch(file -> elsewhere(file.study(), place)))
                    .isPresent()) {
                return new Receipt.Refused(
                        List.of(), examined.size(), List.of(Objection.to("images", Rule.IMAGES_FILED_ALREADY)));
            }
            staging.keepOnly(sorted.hashes());
            staging.commit();
            List<Receipt.Arrival> arrivals = new ArrayList<>();
            for (Collected study : Collected.byStudy(examined)) {
                arrivals.add(record(study, sorted.of(study.id()), actor, to));
            }
            return new Receipt.Taken(arrivals);
        }
    }

    /** Whether images of that study belong to another visit or participant already: theirs must not grow by this upload. */
    private boolean elsewhere(ImagingStudyId study, Destination to) {
        return desk.view(register -> register.place(study))
                .filter(place -> !place.participant().equals(to.participant())
                        || !place.visit().equals(to.visit()))
                .isPresent();
    }

    /**
     * The images of an upload beside those that are there.
     *
     * @param fresh whose UID is new
     * @param others whose UID another image has, with other pixels
     */
    private record Sorted(List<Examined> fresh, List<Examined> others) {
        Sorted of(ImagingStudyId study) {
            return new Sorted(
                    fresh.stream().filter(file -> file.study().equals(study)).toList(),
                    others.stream().filter(file -> file.study().equals(study)).toList());
        }

        /** What has to be stored; what came before is stored already, or was blanked and must not come back. */
        Set<String> hashes() {
            return Stream.concat(fresh.stream(), others.stream())
                    .map(Examined::sha256)
                    .collect(Collectors.toSet());
        }
    }

    private Sorted sorted(List<Examined> examined, Staging staging, List<Rejection> rejections) throws IOException {
        Map<ImagingStudyId, ReadingCase> there = there(examined);
        Set<String> asked = examined.stream().map(Examined::instanceUid).collect(Collectors.toSet());
        Map<String, String> known = new HashMap<>();
        there.values().stream()
                .flatMap(one -> one.images().all())
                .filter(instance -> asked.contains(instance.uid()))
                .forEach(instance -> known.put(instance.uid(), instance.sha256()));
        Sorted sorted = new Sorted(new ArrayList<>(), new ArrayList<>());
        for (Examined file : examined) {
            Optional<ReadingCase> study = Optional.ofNullable(there.get(file.study()));
            String before = known.putIfAbsent(file.instanceUid(), file.sha256());
            if (before == null) {
                sorted.fresh().add(file);
                if (study.filter(ReadingCase::judged).isPresent()) {
                    rejections.add(Rejection.of(IntakeRule.IMAGE_AFTER_READ, file.name()));
                }
            } else if (!samePixels(before, file.sha256(), staging)
                    && study.filter(one -> disputed(file, one.images())).isEmpty()) {
                sorted.others().add(file);
            }
        }
        return sorted;
    }

    /** What is there already of the studies that the files belong to; one look for all. */
    private Map<ImagingStudyId, ReadingCase> there(List<Examined> files) {
        Set<ImagingStudyId> studies = files.stream().map(Examined::study).collect(Collectors.toSet());
        return desk.view(register -> studies.stream()
                .flatMap(id -> register.readingRoom().find(id).stream())
                .collect(Collectors.toMap(ReadingCase::id, Function.identity())));
    }

    /** Whether the site was asked about these very bytes already. */
    private static boolean disputed(Examined file, Images images) {
        return images.dropped().contains(file.sha256())
                || images.disputed().stream().anyMatch(other -> other.sha256().equals(file.sha256()));
    }

    private static boolean samePixels(String one, String other, Staging staging) throws IOException {
        // A file that was blanked or set aside is gone; only its hash can be compared.
        return one.equals(other)
                || (Files.exists(staging.find(one))
                        && Examination.pixels(Files.readAllBytes(staging.find(one)))
                                .equals(Examination.pixels(Files.readAllBytes(staging.find(other)))));
    }

    private Receipt.Arrival record(
            Collected all, Sorted sorted, Function<Intent, Actor> actor, Optional<Destination> to) {
        List<Objection> unreceived = sorted.fresh().isEmpty() ? List.of() : receive(all, sorted.fresh(), actor);
        List<Objection> unfiled = unreceived.isEmpty()
                ? to.map(place -> file(all.id(), place, actor)).orElse(List.of())
                : unreceived;
        long disputed = unreceived.isEmpty()
                ? sorted.others().stream().filter(file -> dispute(file, actor)).count()
                : 0;
        int fresh = unreceived.isEmpty() ? sorted.fresh().size() : 0;
        return desk.view(register -> new Receipt.Arrival(
                all.id(),
                all.modality(),
                all.files().size(),
                fresh,
                register.readingRoom()
                        .find(all.id())
                        .map(one -> one.images().waiting().size())
                        .orElse(0),
                (int) disputed,
                register.place(all.id()).isPresent(),
                unfiled));
    }

    private List<Objection> file(ImagingStudyId id, Destination to, Function<Intent, Actor> actor) {
        boolean there = desk.view(register -> register.place(id))
                .filter(place -> place.participant().equals(to.participant())
                        && place.visit().equals(to.visit()))
                .isPresent();
        if (there) {
            return List.of();
        }
        Intent intent = new Intent.FileImages(to.participant(), to.visit(), id);
        return desk.submit(Request.of(actor.apply(intent), intent)) instanceof Answer.Refused(var objections)
                ? objections
                : List.of();
    }

    /** Asks the site which of two images with one UID is right. Refused only when somebody asked at the same moment. */
    private boolean dispute(Examined file, Function<Intent, Actor> actor) {
        Intent intent = new Intent.ReceiveOtherPixels(file.study(), file.instance());
        return desk.submit(Request.of(actor.apply(intent), intent)) instanceof Answer.Recorded;
    }

    /** Refused only when somebody read the case after it was looked at. */
    private List<Objection> receive(Collected all, List<Examined> fresh, Function<Intent, Actor> actor) {
        Intent intent = new Intent.ReceiveImages(all.id(), all.modality(), new Collected(all.id(), fresh).series());
        return desk.submit(Request.of(actor.apply(intent), intent)) instanceof Answer.Refused(var objections)
                ? objections
                : List.of();
    }
}
