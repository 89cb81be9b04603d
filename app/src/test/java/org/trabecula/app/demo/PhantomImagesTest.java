package org.trabecula.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.app.images.CtVolume;
import org.trabecula.app.images.Gathered;
import org.trabecula.app.images.ImageArchive;
import org.trabecula.app.images.Uploads;
import org.trabecula.assistance.bone.HuProposal;
import org.trabecula.assistance.volume.Point;
import org.trabecula.assistance.volume.Slices;
import org.trabecula.simulation.cohort.Look;
import org.trabecula.simulation.phantom.Phantom;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class PhantomImagesTest {
    private static final LocalDate DAY = LocalDate.of(2025, 9, 10);
    private static final ParticipantId COARSELY_IMAGED = new ParticipantId("3DCOP-01-002");

    /** The lower ones have screws in them. */
    private static final List<String> UNTOUCHED = List.of("L1", "L2", "L3");

    @TempDir
    Path home;

    @TempDir
    Path truths;

    @Test
    void a_radiograph_is_one_view_from_the_side_and_one_from_in_front() {
        List<ReceivedSeries> series = formerly(look(Modality.RADIOGRAPH, CageMaterial.PEEK, 0, 0.5));

        assertThat(series).extracting(ReceivedSeries::modality).containsExactly("DX", "DX");
        assertThat(series).allSatisfy(one -> assertThat(one.instances()).hasSize(1));
    }

    @Test
    void on_the_newer_machine_a_spine_bends_forward_and_back_as_well() {
        List<ReceivedSeries> series = lately(look(Modality.RADIOGRAPH, CageMaterial.PEEK, 0, 0.5));

        assertThat(series).hasSize(4);
        assertThat(truth().at("/images").values())
                .extracting(image -> image.at("/name").asString())
                .containsExactly("lateral", "ap", "flexion", "extension");
        // Motion is what lies between the two, and the look says 2 degrees.
        double flexed = truth().at("/images/2/angles/0/degrees").asDouble();
        double extended = truth().at("/images/3/angles/0/degrees").asDouble();
        assertThat(extended - flexed).isCloseTo(2, within(0.01));
    }

    @Test
    void a_ct_is_a_stack_from_the_lower_end_of_the_construct_to_the_upper() {
        List<ReceivedSeries> series = formerly(of(COARSELY_IMAGED, look(Modality.CT, CageMaterial.PEEK, 0, 0.5)));

        assertThat(series).hasSize(1);
        // Two bodies of 27 mm and a disc of 10 mm between them, 4 mm to spare at either end, in slices of 3 mm.
        assertThat(series.getFirst().instances()).hasSizeBetween(22, 24);
    }

    @Test
    void some_of_the_older_cts_are_thin_enough_for_screws_and_reach_from_l1_to_s1_as_well() {
        List<ReceivedSeries> series = formerly(look(Modality.CT, CageMaterial.PEEK, 0, 0.5));
        CtVolume thin = ct(series.get(0));
        CtVolume survey = ct(series.get(1));

        assertThat(thin.volume().step()).isEqualTo(1.5);
        assertThat(thin.volume().across()).isLessThanOrEqualTo(0.7);
        assertThat(thin.screws()).hasSize(4);
        // Six bodies and five discs, of which the lower ones lean, in slices of 3 mm.
        assertThat(series.get(1).instances()).hasSizeBetween(66, 74);
        assertThat(truth().at("/images/1/bodies").values().stream()
                        .filter(body -> UNTOUCHED.contains(body.at("/level").asString())))
                .hasSize(UNTOUCHED.size())
                .allSatisfy(body -> assertThat(survey.hu(centre(body)))
                        .isInstanceOfSatisfying(
                                HuProposal.Proposed.class,
                                found -> assertThat(found.hu())
                                        .isCloseTo(body.at("/hu").asDouble(), within(10.0))));
    }

    private static Point centre(JsonNode body) {
        return new Point(
                body.at("/centre/0").asDouble(),
                body.at("/centre/1").asDouble(),
                body.at("/centre/2").asDouble());
    }

    private static Look of(ParticipantId who, Look look) {
        return new Look(
                look.images(),
                who,
                look.visit(),
                look.on(),
                look.modality(),
                look.boneHu(),
                look.screws(),
                look.segments());
    }

    @Test
    void the_same_look_gives_the_same_files() throws Exception {
        formerly(look(Modality.RADIOGRAPH, CageMaterial.PEEK, 1.5, 0.5));
        List<Path> once = Uploads.stored(home);
        formerly(look(Modality.RADIOGRAPH, CageMaterial.PEEK, 1.5, 0.5));

        assertThat(Uploads.stored(home)).isEqualTo(once).hasSize(2);
    }

    @Test
    void the_participant_is_in_no_file() throws Exception {
        formerly(look(Modality.CT, CageMaterial.PEEK, 1.5, 0.5));

        for (Path file : Uploads.stored(home)) {
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("3DCOP", "20250910");
        }
    }

    @Test
    void titanium_is_plainly_seen_and_peek_is_not() {
        assertThat(metal(CageMaterial.PRINTED_POROUS_TITANIUM)).isGreaterThan(metal(CageMaterial.PEEK) + 500);
    }

    @Test
    void the_truth_that_the_look_tells_stands_beside_the_images() {
        formerly(look(Modality.CT, CageMaterial.PEEK, 1.5, 2.3));

        assertThat(truth().at("/screws").values()).allSatisfy(screw -> {
            assertThat(screw.at("/haloMm").asDouble()).isEqualTo(1.5);
            assertThat(screw.at("/diameterMm").asDouble()).isEqualTo(6.5);
        });
        assertThat(truth().at("/segments/0/bridging").asDouble()).isEqualTo(1);
        assertThat(truth().at("/segments/0/cages/0").asString()).isEqualTo("PEEK");
        assertThat(truth().at("/boneHu/L5").asDouble()).isEqualTo(85);
        assertThat(truth().at("/images/0/geometry/slices").asInt()).isBetween(44, 48);
        assertThat(truth().at("/images/0/axes").size()).isEqualTo(4);
    }

    @Test
    void a_screw_is_where_the_truth_says() {
        CtVolume ct = ct(look(Modality.CT, CageMaterial.PEEK, 0, 1.5));
        JsonNode axis = truth().at("/images/0/axes/0");

        // Halfway between seat and tip there is titanium.
        double[] middle = IntStream.range(0, 3)
                .mapToDouble(i ->
                        (axis.at("/seat/" + i).asDouble() + axis.at("/tip/" + i).asDouble()) / 2)
                .toArray();
        int column =
                (int) Math.rint((middle[0] - ct.volume().x(0)) / ct.volume().across());
        int row = (int) Math.rint((middle[1] - ct.volume().y(0)) / ct.volume().down());
        int slice = (int) Math.rint((middle[2] - ct.volume().z(0)) / ct.volume().step());
        assertThat(ct.volume().slices().slice(slice)[row * ct.volume().columns() + column])
                .isGreaterThan((short) 2000);
    }

    @Test
    void a_union_grows_with_its_maturity_and_holds_from_half_of_the_space_on() {
        assertThat(Stream.of(0.2, 0.4, 0.75, 1.0, 1.8, 2.3, 5.0).map(Likeness::bridging))
                .isSorted()
                .startsWith(0.0, 0.0)
                .contains(0.5)
                .endsWith(1.0, 1.0);
    }

    @Test
    void cages_of_two_materials_in_one_space_are_both_there() {
        Look mixed = look(Modality.CT, CageMaterial.PEEK, 0, 1);
        Look.SegmentView space = mixed.segments().getFirst();
        List<Cage> cages = List.of(cage(CageMaterial.PEEK), cage(CageMaterial.PRINTED_POROUS_TITANIUM));

        Phantom phantom = Likeness.of(with(
                mixed,
                new Look.SegmentView(
                        space.segment(),
                        cages,
                        space.maturity(),
                        space.grade(),
                        space.motionDegrees(),
                        space.translationMm(),
                        space.artefactShare())));

        assertThat(phantom.discs().getFirst().cages())
                .containsExactly(Phantom.CageKind.PEEK, Phantom.CageKind.POROUS_TITANIUM);
    }

    private static Look with(Look look, Look.SegmentView segment) {
        return new Look(
                look.images(),
                look.participant(),
                look.visit(),
                look.on(),
                look.modality(),
                look.boneHu(),
                look.screws(),
                List.of(segment));
    }

    private long metal(CageMaterial material) {
        Slices slices = ct(look(Modality.CT, material, 0, 1.5)).volume().slices();
        return IntStream.range(0, slices.count())
                .mapToObj(slices::slice)
                .flatMapToInt(slice -> IntStream.range(0, slice.length).map(i -> slice[i]))
                .filter(hu -> hu > 1800)
                .count();
    }

    private CtVolume ct(Look look) {
        return ct(formerly(look).getFirst());
    }

    private CtVolume ct(ReceivedSeries series) {
        assertThat(ImageArchive.open(home).assistants().volume(series)).isInstanceOf(Gathered.Whole.class);
        return ((Gathered.Whole) ImageArchive.open(home).assistants().volume(series)).ct();
    }

    private List<ReceivedSeries> formerly(Look look) {
        return new PhantomImages(ImageArchive.open(home), truths, DAY.plusDays(1)).acquire(look);
    }

    private List<ReceivedSeries> lately(Look look) {
        return new PhantomImages(ImageArchive.open(home), truths, DAY).acquire(look);
    }

    private JsonNode truth() {
        return JsonMapper.shared().readTree(truths.resolve("virtual0000000000001.json"));
    }

    private static Cage cage(CageMaterial material) {
        Segment segment = Segment.of("L4/L5");
        return new Cage(segment, material, "", "", "", "", "", Optional.of(new BigDecimal("11")), Optional.empty());
    }

    static Look look(Modality modality, CageMaterial material, double lucency, double maturity) {
        List<Look.ScrewView> screws = Stream.of("L4-left", "L4-right", "L5-left", "L5-right")
                .map(site -> new Screw(ScrewSite.of(site), new BigDecimal("6.5"), new BigDecimal("45"), false, false))
                .map(screw -> new Look.ScrewView(screw, lucency))
                .toList();
        Segment segment = Segment.of("L4/L5");
        return new Look(
                new ImagingStudyId("virtual0000000000001"),
                new ParticipantId("3DCOP-01-001"),
                new Timepoint(6),
                DAY,
                modality,
                85,
                screws,
                List.of(new Look.SegmentView(segment, List.of(cage(material)), maturity, FusionGrade.II, 2, 1, 0.3)));
    }
}
