package org.trabecula.app.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.assistance.bone.HuProposal;
import org.trabecula.assistance.volume.Point;
import org.trabecula.simulation.phantom.Phantom;
import org.trabecula.simulation.phantom.Reconstruction;
import org.trabecula.simulation.phantom.Scan;
import org.trabecula.simulation.phantom.Scanner;
import org.trabecula.simulation.phantom.Truth;
import org.trabecula.study.imaging.ReceivedSeries;
import org.trabecula.study.spine.Level;
import org.trabecula.study.spine.ScrewSite;

/** The assistants on CTs that came in as any other does: a real lumbar spine (its source and licence stand beside it) and a phantom. */
final class AssistantsTest {
    /** Column, row and slice inside four lumbar bodies, picked by eye. */
    private static final int[][] BODIES = {{63, 59, 86}, {63, 56, 74}, {63, 56, 61}, {62, 58, 49}};

    @TempDir
    Path home;

    @Test
    void bone_of_a_real_spine_is_measured_plausibly_and_the_same_from_any_click_within_5_mm() throws Exception {
        CtVolume ct = lumbar();
        for (int[] body : BODIES) {
            Point middle = ct.point(body[0], body[1], body[2]);
            double first = hu(ct, middle);
            // Bodies of this CT, eroded by 6 mm, hold 108 to 115 HU; by 3 mm, 119 to 135.
            assertThat(first).isBetween(98.0, 135.0);
            for (int k = 0; k < 8; k++) {
                double angle = k * Math.PI / 4;
                Point moved = new Point(
                        middle.x() + 4.0 * Math.cos(angle),
                        middle.y() + 2.8 * Math.sin(angle),
                        middle.z() + (k % 3 - 1) * 2.8);
                assertThat(hu(ct, moved)).isBetween(first - 5, first + 5);
            }
        }
    }

    @Test
    void nothing_is_found_where_there_is_no_metal_and_nothing_proposed_outside() throws Exception {
        CtVolume ct = lumbar();

        assertThat(ct.screws()).isEmpty();
        assertThat(ct.hu(new Point(9000, 0, 0))).isEqualTo(new HuProposal.None(HuProposal.Reason.OUTSIDE_THE_SCAN));
    }

    @Test
    void a_vertebra_is_measured_without_reading_the_files_far_from_it() throws Exception {
        ImageArchive archive = ImageArchive.open(home);
        ReceivedSeries series = archive.shelve(files()).getFirst();
        CtVolume ct = ((Gathered.Whole) archive.assistants().volume(series)).ct();
        int far = ct.places().getFirst().image();
        Files.delete(archive.find(series.instances().get(far).sha256()));
        int[] body = BODIES[0];

        assertThat(hu(ct, ct.point(body[0], body[1], body[2]))).isBetween(98.0, 135.0);
        assertThatThrownBy(() -> ct.volume().hu(0, 0, 0)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void a_series_with_a_slice_missing_is_no_volume() throws Exception {
        List<Incoming> files = files();
        files.remove(50);
        ReceivedSeries series = ImageArchive.open(home).shelve(files).getFirst();

        assertThat(ImageArchive.open(home).assistants().volume(series))
                .isEqualTo(new Gathered.Unfit(Gathered.Why.UNEVEN));
    }

    @Test
    void screws_of_a_phantom_are_found_with_their_lengths_in_a_ct_that_came_in_as_files() {
        Scan scan = new Reconstruction(Scanner.fine(), 7).scan(phantom());
        List<Incoming> files = PhantomFiles.of(scan).stream()
                .map(bytes -> Uploads.file("slice", bytes))
                .toList();
        ReceivedSeries series = ImageArchive.open(home).shelve(files).getFirst();
        CtVolume ct = volume(series);

        assertThat(ct.kilovolt()).isEqualTo(120);
        assertThat(ct.screws()).hasSize(2).allSatisfy(screw -> {
            assertThat(screw.lengthMm()).isBetween(38.0, 46.5);
            assertThat(ct.zone(screw, 6.5).widthMm()).isBetween(2.0, 3.0);
        });
        assertThat(ScrewSites.of(ct.screws(), List.of(ScrewSite.of("L4-left"), ScrewSite.of("L4-right"))))
                .containsExactly(Optional.of(ScrewSite.of("L4-left")), Optional.of(ScrewSite.of("L4-right")));
        Truth.BodyTruth body = scan.truth().bodies().stream()
                .filter(one -> one.level() == Level.L3)
                .findFirst()
                .orElseThrow();
        Point middle =
                new Point(body.centre().x(), body.centre().y(), body.centre().z());
        assertThat(hu(ct, middle)).isBetween(body.hu() - 6, body.hu() + 6);
    }

    /** L3 without metal, L4 with two screws in zones of 2.5 mm with a dense rim. */
    private static Phantom phantom() {
        List<Phantom.PlacedScrew> screws = Stream.of("L4-left", "L4-right")
                .map(site -> new Phantom.PlacedScrew(ScrewSite.of(site), 6.5, 45, 12, 3, 2.5, true))
                .toList();
        return new Phantom(5, 0, Level.L3, Level.L4, Map.of(Level.L3, 95.0), screws, List.of());
    }

    private static double hu(CtVolume ct, Point click) {
        return ct.hu(click) instanceof HuProposal.Proposed proposed ? proposed.hu() : Double.NaN;
    }

    private CtVolume lumbar() throws IOException {
        ReceivedSeries series = ImageArchive.open(home).shelve(files()).getFirst();
        return volume(series);
    }

    private CtVolume volume(ReceivedSeries series) {
        assertThat(ImageArchive.open(home).assistants().volume(series)).isInstanceOf(Gathered.Whole.class);
        return ((Gathered.Whole) ImageArchive.open(home).assistants().volume(series)).ct();
    }

    private static List<Incoming> files() throws IOException {
        List<Incoming> files = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(Uploads.bytes("lumbar-ct-3mm.zip")))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    files.add(Uploads.file(entry.getName(), zip.readAllBytes()));
                }
            }
        }
        return files;
    }
}
