package org.trabecula.app.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.trabecula.app.Installation;
import org.trabecula.app.MemoryJournal;
import org.trabecula.app.images.Destination;
import org.trabecula.app.images.ImageArchive;
import org.trabecula.app.images.Incoming;
import org.trabecula.app.images.Receipt;
import org.trabecula.app.images.Uploads;
import org.trabecula.app.store.Stores;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.Tags;
import org.trabecula.study.conduct.Desk;
import org.trabecula.study.conduct.Register;
import org.trabecula.study.implant.Cage;
import org.trabecula.study.implant.ImplantFact;
import org.trabecula.study.implant.Screw;
import org.trabecula.study.implant.Surgery;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.journal.Draft;
import org.trabecula.study.journal.Fact;
import org.trabecula.study.journal.StreamId;
import org.trabecula.study.participant.ParticipantFact;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.CageMaterial;
import org.trabecula.study.protocol.Protocol;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.safety.SafetyFact;
import org.trabecula.study.site.Grant;
import org.trabecula.study.site.Role;
import org.trabecula.study.site.SiteFact;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.spine.Segment;
import org.trabecula.study.visit.VisitFact;

/**
 * A served study whose circumstances a test chooses: who was operated on with what, and which scan arrived when, under which
 * names. The key of the images is always the same, so that two worlds differ in nothing else.
 */
final class BlindWorld implements AutoCloseable {
    static final String SECRET = "nobody looks behind it";
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 1);
    private static final Segment L4_L5 = Segment.of("L4/L5");
    private static final List<String> UIDS = List.of("1", "2", "3");

    /**
     * @param implant maker, lot and size of the cage
     * @param again whether a screw was revised before the first visit, and the participant died after the last
     */
    record Person(String id, String site, LocalDate surgery, CageMaterial cage, String implant, boolean again) {}

    /**
     * One examination.
     *
     * @param study which of the fixed sets of pixels it is
     * @param name of the person, in the files
     * @param ballast how many characters the files are longer by
     */
    record Scan(int study, String person, Timepoint visit, LocalDate on, String name, String file, int ballast) {}

    private final MovableClock clock = new MovableClock(TODAY);
    private final MemoryJournal journal = new MemoryJournal();
    private final Map<StreamId, Long> versions = new HashMap<>();
    private final Installation installation;
    private final WebProgram.Running pages;

    BlindWorld(Path home, Protocol protocol, List<Person> people, List<Scan> arrivals) throws IOException {
        Files.createDirectories(home);
        Files.writeString(home.resolve("image.key"), "5e".repeat(32) + "\n");
        Stores stores = Stores.open(home, Optional.empty(), clock);
        staff();
        people.forEach(person -> tell(person, arrivals));
        installation = new Installation(
                home, stores, ImageArchive.open(home), protocol, new Desk(protocol, journal, clock), clock, false);
        for (Scan scan : arrivals) {
            clock.moveTo(scan.on().plusDays(3));
            take(scan);
        }
        clock.moveTo(TODAY);
        for (String user : List.of("reader.a", "reader.b", "reader.c", "judge")) {
            String link = stores.credentials().newLink(Optional.of(user), Duration.ofHours(1));
            stores.credentials().choose(link, user, SECRET);
        }
        pages = WebProgram.start(installation, "127.0.0.1", 0);
    }

    WebProgram.Running pages() {
        return pages;
    }

    /** A session of somebody who is masked. */
    Crawl signedIn(String user) throws IOException, InterruptedException {
        return new Crawl(pages.port()).signIn(user, SECRET);
    }

    /** Five weeks go by: long enough for cases to come back. */
    void weeksLater() {
        clock.moveTo(TODAY.plusWeeks(5));
    }

    private void staff() {
        account("coordinator", Role.COORDINATOR);
        account("reader.a", Role.READER);
        account("reader.b", Role.READER);
        account("reader.c", Role.READER);
        account("judge", Role.ADJUDICATOR);
    }

    private void account(String user, Role role) {
        tell(
                Register.STUDY,
                new SiteFact.AccountOpened(user, "Full " + user, List.of(new Grant(role, Actor.EVERY_SITE))));
    }

    private void tell(Person person, List<Scan> scans) {
        StreamId stream = new ParticipantId(person.id()).stream();
        tell(
                stream,
                new ParticipantFact.ParticipantScreened(
                        person.site(), person.surgery().minusDays(30)));
        tell(stream, new ParticipantFact.ConsentGiven("1.0", person.surgery().minusDays(9), "Dr Wang"));
        tell(stream, new ImplantFact.SurgeryPerformed(surgery(person)));
        if (person.again()) {
            tell(stream, reoperation(person.surgery().plusDays(30)));
        }
        scans.stream()
                .filter(scan -> scan.person().equals(person.id()))
                .forEach(scan -> tell(stream, new VisitFact.VisitHeld(scan.visit(), scan.on())));
        if (person.again()) {
            tell(stream, death(person.surgery().plusMonths(15)));
        }
    }

    private static SafetyFact.ReoperationReported reoperation(LocalDate on) {
        return new SafetyFact.ReoperationReported(
                on,
                List.of(L4_L5),
                SafetyFact.Grounds.SCREW_LOOSENING,
                "pain",
                List.of(new SafetyFact.ScrewWork(ScrewSite.of("L5-left"), SafetyFact.Work.REMOVED)),
                List.of(),
                Optional.empty());
    }

    private static SafetyFact.DeathReported death(LocalDate on) {
        return new SafetyFact.DeathReported(
                on,
                "pneumonia",
                SafetyFact.Relation.NOT_RELATED,
                SafetyFact.Relation.NOT_RELATED,
                SafetyFact.Relation.NOT_RELATED,
                SafetyFact.KnownFrom.FAMILY);
    }

    private void tell(StreamId stream, Fact fact) {
        long version = versions.merge(stream, 1L, Long::sum) - 1;
        journal.append(List.of(new Draft(
                stream, version, clock.instant(), Actor.program(), Optional.empty(), Optional.empty(), fact)));
    }

    private static Surgery surgery(Person person) {
        List<Screw> screws = Stream.of("L4-left", "L4-right", "L5-left", "L5-right")
                .map(site -> new Screw(ScrewSite.of(site), new BigDecimal("6.5"), new BigDecimal("45"), false, false))
                .toList();
        Cage cage = new Cage(
                L4_L5,
                person.cage(),
                person.implant(),
                "Model " + person.implant(),
                "LOT-" + person.implant(),
                "",
                "26x10",
                Optional.of(BigDecimal.TEN),
                Optional.empty());
        return new Surgery(person.surgery(), "Surgeon of " + person.site(), List.of(L4_L5), screws, List.of(cage));
    }

    private void take(Scan scan) throws IOException {
        List<Incoming> files = Uploads.SLICES.stream()
                .limit(1 + scan.study() % 3)
                .map(slice -> file(scan, slice))
                .toList();
        Receipt receipt = installation
                .images()
                .intake(installation.desk())
                .receive(
                        files,
                        _ -> Actor.program(),
                        Optional.of(new Destination(new ParticipantId(scan.person()), scan.visit())));
        if (!(receipt instanceof Receipt.Taken(var studies))
                || studies.stream().anyMatch(one -> !one.unfiled().isEmpty())) {
            throw new IllegalStateException("Not taken: " + receipt);
        }
    }

    /** The pixels and the original identifiers are those of the study; everything else is the world's. */
    private static Incoming file(Scan scan, String slice) {
        DicomFile file = DicomFile.read(Uploads.bytes(slice));
        String instance = "1.2.826.9." + scan.study() + "." + UIDS.get(Uploads.SLICES.indexOf(slice));
        var dataset = file.dataset().toBuilder()
                .put(Tags.PATIENT_NAME, scan.name())
                .put(Tags.PATIENT_ID, "H-" + scan.person())
                .put(Tags.STUDY_DATE, scan.on().toString().replace("-", ""))
                .put(Tags.STUDY_INSTANCE_UID, "1.2.826.9." + scan.study())
                .put(Tags.SERIES_INSTANCE_UID, "1.2.826.9." + scan.study() + ".9")
                .put(Tags.SOP_INSTANCE_UID, instance)
                .put(Tags.STUDY_DESCRIPTION, "x".repeat(scan.ballast()))
                .build();
        byte[] bytes = DicomFile.of(dataset).toBytes();
        return new Incoming(scan.file() + "-" + slice, () -> new ByteArrayInputStream(bytes));
    }

    @Override
    public void close() {
        pages.close();
        installation.close();
    }
}
