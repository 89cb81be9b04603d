package org.trabecula.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.app.images.ImageArchive;
import org.trabecula.app.images.Uploads;
import org.trabecula.simulation.cohort.Look;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.imaging.ReceivedSeries;
import org.trabecula.study.implant.Cage;
import org.trabecula.study.implant.Screw;
import org.trabecula.study.participant.ParticipantId;
import org.trabecula.study.protocol.CageMaterial;
import org.trabecula.study.protocol.Timepoint;
import org.trabecula.study.spine.FusionGrade;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.spine.Segment;

final class PhantomImagesTest {
    @TempDir
    Path home;

    @Test
    void a_radiograph_is_one_view_from_the_side_and_one_from_in_front() {
        List<ReceivedSeries> series = acquired(look(Modality.RADIOGRAPH, CageMaterial.PEEK, 0, 0.5));

        assertThat(series).extracting(ReceivedSeries::modality).containsExactly("DX", "DX");
        assertThat(series).allSatisfy(one -> assertThat(one.instances()).hasSize(1));
    }

    @Test
    void a_ct_is_a_stack_from_the_lower_end_of_the_construct_to_the_upper() {
        List<ReceivedSeries> series = acquired(look(Modality.CT, CageMaterial.PEEK, 0, 0.5));

        assertThat(series).hasSize(1);
        // Two bodies of 27 mm and a disc of 10 mm between them, in slices of 3 mm: 64 / 3, rounded up.
        assertThat(series.getFirst().instances()).hasSize(22);
    }

    @Test
    void the_same_look_gives_the_same_files() throws Exception {
        acquired(look(Modality.RADIOGRAPH, CageMaterial.PEEK, 1.5, 0.5));
        List<Path> once = Uploads.stored(home);
        acquired(look(Modality.RADIOGRAPH, CageMaterial.PEEK, 1.5, 0.5));

        assertThat(Uploads.stored(home)).isEqualTo(once).hasSize(2);
    }

    @Test
    void the_participant_is_in_no_file() throws Exception {
        acquired(look(Modality.CT, CageMaterial.PEEK, 1.5, 0.5));

        for (Path file : Uploads.stored(home)) {
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("3DCOP", "20250910");
        }
    }

    @Test
    void a_loose_screw_darkens_the_bone_around_it_by_the_width_of_its_zone() {
        short[] firm = Radiograph.draw(look(Modality.RADIOGRAPH, CageMaterial.PEEK, 0, 1.5), true);
        short[] loose = Radiograph.draw(look(Modality.RADIOGRAPH, CageMaterial.PEEK, 2, 1.5), true);
        short[] looser = Radiograph.draw(look(Modality.RADIOGRAPH, CageMaterial.PEEK, 4, 1.5), true);

        assertThat(darkened(firm, loose)).isGreaterThan(200);
        assertThat(darkened(firm, looser)).isGreaterThan(darkened(firm, loose));
    }

    @Test
    void titanium_is_plainly_seen_and_peek_is_not() {
        short[] peek = Radiograph.draw(look(Modality.RADIOGRAPH, CageMaterial.PEEK, 0, 1.5), true);
        short[] titanium =
                Radiograph.draw(look(Modality.RADIOGRAPH, CageMaterial.PRINTED_POROUS_TITANIUM, 0, 1.5), true);

        assertThat(darkened(titanium, peek)).isGreaterThan(300);
    }

    @Test
    void bone_grows_across_the_disc_space_as_the_union_matures() {
        int[] sums = IntStream.of(0, 1, 2)
                .map(step -> new Slices(look(Modality.CT, CageMaterial.PEEK, 0, 0.3 + step * 0.6)).count() == 22
                        ? sum(new Slices(look(Modality.CT, CageMaterial.PEEK, 0, 0.3 + step * 0.6)).draw(10))
                        : 0)
                .toArray();

        assertThat(sums).isSorted();
        assertThat(sums[0]).isLessThan(sums[2]);
    }

    private List<ReceivedSeries> acquired(Look look) {
        return new PhantomImages(ImageArchive.open(home)).acquire(look);
    }

    /** Pixels that became darker by more than the grain can do. */
    private static long darkened(short[] before, short[] after) {
        return IntStream.range(0, before.length)
                .filter(i -> before[i] - after[i] > 120)
                .count();
    }

    private static int sum(short[] pixels) {
        return IntStream.range(0, pixels.length).map(i -> pixels[i]).sum();
    }

    static Look look(Modality modality, CageMaterial material, double lucency, double maturity) {
        List<Look.ScrewView> screws = Stream.of("L4-left", "L4-right", "L5-left", "L5-right")
                .map(site -> new Screw(ScrewSite.of(site), new BigDecimal("6.5"), new BigDecimal("45"), false, false))
                .map(screw -> new Look.ScrewView(screw, lucency))
                .toList();
        Segment segment = Segment.of("L4/L5");
        Cage cage =
                new Cage(segment, material, "", "", "", "", "", Optional.of(new BigDecimal("11")), Optional.empty());
        return new Look(
                new ImagingStudyId("virtual0000000000001"),
                new ParticipantId("3DCOP-01-001"),
                new Timepoint(6),
                LocalDate.of(2025, 9, 10),
                modality,
                85,
                screws,
                Arrays.asList(new Look.SegmentView(segment, List.of(cage), maturity, FusionGrade.II, 2, 1, 0.3)));
    }
}
