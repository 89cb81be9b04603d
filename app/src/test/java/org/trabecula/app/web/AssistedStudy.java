package org.trabecula.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.trabecula.app.Installation;
import org.trabecula.app.OperatedParticipant;
import org.trabecula.app.images.ImageArchive;
import org.trabecula.app.images.PhantomFiles;
import org.trabecula.app.images.Uploads;
import org.trabecula.app.store.Stores;
import org.trabecula.simulation.phantom.Phantom;
import org.trabecula.simulation.phantom.Reconstruction;
import org.trabecula.simulation.phantom.Scanner;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.conduct.Request;
import org.trabecula.study.imaging.Assisted;
import org.trabecula.study.imaging.Charter;
import org.trabecula.study.imaging.Done;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.ReadingRoom;
import org.trabecula.study.imaging.ReceivedInstance;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.protocol.ReadingSheets;
import org.trabecula.study.spine.Level;
import org.trabecula.study.spine.ScrewSite;

/** A served study with one participant, two readers, and CTs that assistants can measure in. */
record AssistedStudy(
        OperatedParticipant participant, Stores stores, Installation installation, WebProgram.Running running)
        implements AutoCloseable {
    static final String SECRET = "a short sentence is easy";
    static final List<String> SITES = List.of("L4-left", "L4-right", "L5-left", "L5-right");

    /** Around each screw of the phantom, mm. */
    static final double ZONE = 2.5;

    private static final String UPLOAD = "/participants/3DCOP-01-001/visits/m6/images";

    static AssistedStudy in(Path home) throws IOException {
        return in(home, ReadingSheets.plain());
    }

    static AssistedStudy in(Path home, ReadingSheets sheets) throws IOException {
        OperatedParticipant participant = OperatedParticipant.standing(charter -> charter.with(sheets));
        Stores stores = Stores.open(home, Optional.empty(), participant.clock());
        Installation installation = new Installation(
                home,
                stores,
                ImageArchive.open(home),
                participant.protocol(),
                participant.desk(),
                participant.clock(),
                false);
        for (String user : List.of("coordinator", "reader", "reader-two", "statistician", "data_manager")) {
            String link = stores.credentials().newLink(Optional.of(user), Duration.ofHours(1));
            stores.credentials().choose(link, user, SECRET);
        }
        return new AssistedStudy(participant, stores, installation, WebProgram.start(installation, "127.0.0.1", 0));
    }

    /** A real lumbar spine without metal; its source and licence stand beside it. */
    static Map<String, byte[]> lumbar() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(Uploads.bytes("lumbar-ct-3mm.zip")))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    files.put(entry.getName(), zip.readAllBytes());
                }
            }
        }
        return files;
    }

    /** The construct of the participant in a phantom, each screw in a zone with a dense rim. */
    static Map<String, byte[]> instrumented() {
        List<Phantom.PlacedScrew> screws = SITES.stream()
                .map(site -> new Phantom.PlacedScrew(ScrewSite.of(site), 6.5, 45, 12, 3, ZONE, true))
                .toList();
        Phantom phantom = new Phantom(5, 0, Level.L4, Level.L5, Map.of(Level.L4, 95.0), screws, List.of());
        Map<String, byte[]> files = new LinkedHashMap<>();
        PhantomFiles.of(new Reconstruction(Scanner.fine(), 7).scan(phantom))
                .forEach(slice -> files.put("slice-" + files.size() + ".dcm", slice));
        return files;
    }

    /** A whole read: the same lucency at every screw, fused. */
    static Map<String, String> sheet(String mm) {
        Map<String, String> sheet = new HashMap<>();
        SITES.forEach(site -> sheet.put("screw." + site + ".mm", mm));
        sheet.put("segment.L4/L5.grade", "II");
        sheet.put("charter", "1.1");
        sheet.put("armGuess", "unknown");
        sheet.put("secret", SECRET);
        return sheet;
    }

    /** Sent by the coordinator, seen by a person, and dealt. */
    ReadingCase uploaded(Map<String, byte[]> files) throws IOException, InterruptedException {
        List<ReadingCase> before = cases();
        try (Colleague coordinator = browser("coordinator")) {
            coordinator.open(UPLOAD);
            HttpResponse<String> taken = coordinator.upload(UPLOAD, files);
            assertThat(taken.statusCode()).as(taken.body()).isEqualTo(303);
        }
        ReadingCase reading = cases().stream()
                .filter(one -> before.stream().noneMatch(other -> other.id().equals(one.id())))
                .findFirst()
                .orElseThrow();
        List<String> waiting =
                reading.images().waiting().stream().map(ReceivedInstance::uid).toList();
        if (!waiting.isEmpty()) {
            told(new Intent.ReleaseImages(reading.id(), waiting));
        }
        told(new Intent.ConfirmCoverage(reading.id()));
        told(new Intent.AcceptImagesAnyway(reading.id()));
        return now(reading);
    }

    private void told(Intent intent) {
        Actor coordinator = new Actor("coordinator", "COORDINATOR", "01");
        participant.desk().submit(Request.of(coordinator, intent).because("For this story"));
    }

    Charter charter() {
        return new Charter(participant.protocol().charter());
    }

    Assisted assisted(ReadingCase reading) {
        return room(room -> room.assisted(reading.id()));
    }

    ReadingCase now(ReadingCase reading) {
        return room(room -> room.find(reading.id()).orElseThrow());
    }

    private List<ReadingCase> cases() {
        return room(room -> room.all().toList());
    }

    private <T> T room(Function<ReadingRoom, T> look) {
        return participant.desk().view(register -> look.apply(register.readingRoom()));
    }

    /** The page of a case under the name that this reader has for it. */
    String address(String user, ReadingCase reading) {
        var lots = participant.desk().lots();
        return room(room -> Stream.concat(
                        room.tasks(user, charter(), LocalDate.EPOCH, lots).stream(),
                        room.done(user, lots).stream().map(Done::task))
                .filter(task -> task.reading().id().equals(reading.id()))
                .map(task -> "/reading/cases/" + task.handle())
                .findFirst()
                .orElseThrow());
    }

    Colleague browser(String user) throws IOException, InterruptedException {
        return new Colleague(running.port()).signIn(user, SECRET);
    }

    @Override
    public void close() {
        running.close();
        stores.close();
    }
}
