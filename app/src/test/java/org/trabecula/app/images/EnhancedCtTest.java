package org.trabecula.app.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.assistance.volume.Point;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.Tag;
import org.trabecula.dicom.Tags;
import org.trabecula.dicom.pixel.DisplayImage;
import org.trabecula.simulation.phantom.Phantom;
import org.trabecula.simulation.phantom.Reconstruction;
import org.trabecula.simulation.phantom.Scan;
import org.trabecula.simulation.phantom.Scanner;
import org.trabecula.study.imaging.Acquisition;
import org.trabecula.study.imaging.BoneProposal;
import org.trabecula.study.imaging.ImagePoint;
import org.trabecula.study.imaging.Images;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.imaging.Judgements;
import org.trabecula.study.imaging.KnownDiameter;
import org.trabecula.study.imaging.KnownDiameters;
import org.trabecula.study.imaging.Measurement;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.ReceivedSeries;
import org.trabecula.study.spine.Level;
import org.trabecula.study.spine.ScrewSite;

/** One scan of a phantom as plain slices and as one enhanced CT: it is the same to everybody who looks or measures. */
final class EnhancedCtTest {
    private static final List<ScrewSite> SITES = Stream.of("L4-left", "L4-right", "L5-left", "L5-right")
            .map(ScrewSite::of)
            .toList();

    @TempDir
    static Path home;

    private static Scan scan;
    private static ImageArchive archive;
    private static ReadingCase plain;
    private static ReadingCase enhanced;

    @BeforeAll
    static void scanned() {
        List<Phantom.PlacedScrew> screws = SITES.stream()
                .map(site -> new Phantom.PlacedScrew(site, 6.5, 45, 12, 3, 2.5, true))
                .toList();
        Phantom phantom = new Phantom(5, 0, Level.L3, Level.L5, Map.of(Level.L3, 95.0), screws, List.of());
        scan = new Reconstruction(Scanner.fine(), 7).scan(phantom);
        archive = ImageArchive.open(home);
        plain = reading(PhantomFiles.of(scan));
        enhanced = reading(List.of(EnhancedPhantom.of(scan)));
    }

    private static ReadingCase reading(List<byte[]> files) {
        List<ReceivedSeries> series = archive.shelve(
                files.stream().map(file -> Uploads.file("ct", file)).toList());
        return new ReadingCase(
                new ImagingStudyId("oneoftwo"),
                Modality.CT,
                Images.of(series),
                true,
                SITES,
                List.of(),
                diameters(),
                new Judgements(List.of(), List.of(), List.of(), List.of(), Optional.empty()));
    }

    private static KnownDiameters diameters() {
        return new KnownDiameters(SITES.stream()
                .map(site -> new KnownDiameter(site, new java.math.BigDecimal("6.5")))
                .toList());
    }

    @Test
    void it_was_made_as_the_plain_slices_were() {
        assertThat(enhanced.series()).hasSize(1);
        assertThat(enhanced.series().getFirst().instances()).hasSize(1);
        Acquisition made = enhanced.series().getFirst().acquisition().orElseThrow();
        Acquisition other = plain.series().getFirst().acquisition().orElseThrow();
        assertThat(made.sliceMm()).isEqualTo(other.sliceMm()).isPresent();
        assertThat(made.kvp()).isEqualTo(other.kvp()).hasSize(1);
        assertThat(made.positionsMm()).hasSize(scan.count()).containsExactlyInAnyOrderElementsOf(other.positionsMm());
        assertThat(made.unplaced()).isZero();
    }

    /** Frames lie from the head to the feet in the file, and the plain slices from the feet. */
    @Test
    void each_frame_is_shown_as_its_slice_is() {
        ShownSeries slices = archive.series(plain).getFirst();
        ShownSeries frames = archive.series(enhanced).getFirst();

        assertThat(frames.images()).hasSize(1);
        assertThat(frames.frames()).hasSize(scan.count());
        for (int frame : List.of(0, 1, scan.count() / 2, scan.count() - 1)) {
            DisplayImage shown = frames.frame(0, frame);
            DisplayImage slice = slices.frame(scan.count() - 1 - frame, 0);
            assertThat(shown.position()).isEqualTo(slice.position());
            assertThat(shown.orientation()).isEqualTo(slice.orientation());
            assertThat(shown.spacing()).isEqualTo(slice.spacing());
            assertThat(archive.pixels(enhanced, 0, 0, frame))
                    .hasValueSatisfying(bytes -> assertThat(bytes)
                            .isEqualTo(archive.pixels(plain, 0, scan.count() - 1 - frame, 0)
                                    .orElseThrow()));
        }
        assertThat(archive.pixels(enhanced, 0, 0, scan.count())).isEmpty();
    }

    @Test
    void bone_is_proposed_at_the_same_place_with_the_same_values() {
        var body = scan.truth().bodies().stream()
                .filter(one -> one.level() == Level.L3)
                .findFirst()
                .orElseThrow();
        CtVolume ct = volume(plain);
        Point middle =
                new Point(body.centre().x(), body.centre().y(), body.centre().z());
        int slice = ct.volume().slice(middle.z());
        ImagePoint click = new ImagePoint(
                Math.round((middle.x() - ct.volume().x(0)) / ct.volume().across()),
                Math.round((middle.y() - ct.volume().y(0)) / ct.volume().down()));

        BoneProposal one = proposed(plain, List.of(0, slice, 0), click);
        BoneProposal other = proposed(enhanced, List.of(0, 0, scan.count() - 1 - slice), click);

        assertThat(other.regions()).hasSize(3);
        assertThat(other.regions()).extracting(Measurement::points).isEqualTo(points(one));
        assertThat(other.regions()).extracting(Measurement::results).isEqualTo(results(one));
        assertThat(other.kvp()).isEqualTo(one.kvp()).isPresent();
        // The heights lie apart, so that each is on a frame of its own.
        assertThat(other.regions().stream().map(Measurement::frame).distinct()).hasSize(3);
        double hu = other.regions().stream()
                .mapToDouble(region -> region.results().getFirst().value().doubleValue())
                .average()
                .orElseThrow();
        assertThat(hu).isBetween(body.hu() - 6, body.hu() + 6);
    }

    private static List<List<ImagePoint>> points(BoneProposal proposal) {
        return proposal.regions().stream().map(Measurement::points).toList();
    }

    private static List<List<Measurement.Result>> results(BoneProposal proposal) {
        return proposal.regions().stream().map(Measurement::results).toList();
    }

    private static BoneProposal proposed(ReadingCase reading, List<Integer> at, ImagePoint click) {
        BoneAssistant.Answer answer =
                archive.bone().propose(reading, Level.L3, at, click).orElseThrow();
        assertThat(answer).isInstanceOf(BoneAssistant.Answer.Proposed.class);
        return ((BoneAssistant.Answer.Proposed) answer).proposal();
    }

    @Test
    void screws_are_measured_as_in_the_plain_slices() {
        var one = measured(plain).screws();
        var other = measured(enhanced).screws();

        assertThat(other).hasSize(4);
        assertThat(other).extracting(screw -> screw.site().orElseThrow()).containsExactlyInAnyOrderElementsOf(SITES);
        assertThat(other)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("middle")
                .isEqualTo(one);
        assertThat(other)
                .extracting(screw -> screw.middle())
                .containsOnly(
                        enhanced.series().getFirst().instances().getFirst().uid());
    }

    private static org.trabecula.study.imaging.ScrewMeasurements measured(ReadingCase reading) {
        ScrewAssistant.Answer answer = archive.screws().measure(reading);
        assertThat(answer).isInstanceOf(ScrewAssistant.Answer.Measured.class);
        return ((ScrewAssistant.Answer.Measured) answer).measurements();
    }

    /** Screws that were placed on one frame are seen on all that they reach, and nothing else is. */
    @Test
    void screws_alone_are_seen_on_the_frames_as_on_the_slices() {
        ScrewSight onSlices = new ScrewSight(archive.series(plain), placed(plain));
        ScrewSight onFrames = new ScrewSight(archive.series(enhanced), placed(enhanced));

        for (int slice = 0; slice < scan.count(); slice += 5) {
            List<Integer> at = List.of(0, 0, scan.count() - 1 - slice);
            assertThat(archive.pixels(enhanced, 0, 0, at.getLast(), onFrames).orElseThrow())
                    .isEqualTo(archive.pixels(plain, 0, slice, 0, onSlices).orElseThrow());
        }
        assertThat(onFrames.crops()).hasSize(4);
    }

    /** Where the assistant found them. */
    private static List<PlacedScrew> placed(ReadingCase reading) {
        CtVolume ct = volume(reading);
        var found = ct.screws();
        List<Optional<ScrewSite>> sites = ScrewSites.of(found, SITES);
        return IntStream.range(0, found.size())
                .mapToObj(i -> {
                    CtVolume.Place place = ct.place(found.get(i).seat());
                    return new PlacedScrew(
                            sites.get(i).orElseThrow(),
                            List.of(0, place.image(), place.frame()),
                            pixel(ct, found.get(i).seat()),
                            pixel(ct, found.get(i).tip()));
                })
                .toList();
    }

    private static ImagePoint pixel(CtVolume ct, Point at) {
        return new ImagePoint(
                (at.x() - ct.volume().x(0)) / ct.volume().across(),
                (at.y() - ct.volume().y(0)) / ct.volume().down());
    }

    private static CtVolume volume(ReadingCase reading) {
        return ((Gathered.Whole) archive.assistants().volume(reading, 0)).ct();
    }

    @Test
    void frames_of_a_file_that_does_not_say_where_each_lies_are_no_volume() {
        Dataset silent = DicomFile.read(EnhancedPhantom.of(scan)).dataset().toBuilder()
                .remove(Tag.named("PerFrameFunctionalGroupsSequence"))
                .put(Tags.SOP_INSTANCE_UID, "2.25.82")
                .build();
        ReadingCase reading = reading(List.of(DicomFile.of(silent).toBytes()));

        assertThat(archive.assistants().volume(reading, 0)).isEqualTo(new Gathered.Unfit(Gathered.Why.ONE_FILE));
        assertThat(archive.series(reading).getFirst().frames())
                .hasSize(scan.count())
                .allSatisfy(frame -> assertThat(frame.position()).isEmpty());
    }

    /** Nobody who is named in a header or in a group of a frame is named in what is kept. */
    @Test
    void identity_is_taken_out_of_the_groups_too() throws IOException {
        byte[] kept = archive.bytes(
                enhanced.series().getFirst().instances().getFirst().sha256());
        String text = new String(kept, StandardCharsets.ISO_8859_1);

        assertThat(text).doesNotContain("Enid", "Olga", "Rita", "ENHANCED-1", "SN-4711", "20260105", "2.25.84");
        Dataset frame = DicomFile.read(kept)
                .dataset()
                .items(Tag.named("PerFrameFunctionalGroupsSequence"))
                .getFirst();
        Dataset content = frame.items(Tag.named("FrameContentSequence")).getFirst();
        assertThat(content.contains(Tag.named("FrameComments"))).isFalse();
        assertThat(content.string(Tag.named("FrameReferenceDateTime"))).isPresent();
    }

    @Test
    void dciodvfy_has_nothing_against_it_neither_as_it_was_sent_nor_as_it_is_kept() throws Exception {
        Path sent = Files.write(home.resolve("sent.dcm"), EnhancedPhantom.of(scan));
        Path kept =
                archive.find(enhanced.series().getFirst().instances().getFirst().sha256());

        assertThat(errors("dciodvfy", sent)).isEmpty();
        assertThat(errors("dciodvfy", kept)).isEmpty();
        assertThat(errors("dcmdump", kept)).isEmpty();
    }

    private static List<String> errors(String program, Path file) throws Exception {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, program))),
                program + " is absent (Debian: dcmtk, dicom3tools)");
        Process process = new ProcessBuilder(program, file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.lines()
                .filter(line -> line.startsWith("Error") || line.startsWith("E:"))
                .toList();
    }
}
