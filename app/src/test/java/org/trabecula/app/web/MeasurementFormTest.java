package org.trabecula.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.app.images.ImageArchive;
import org.trabecula.app.images.Incoming;
import org.trabecula.app.images.Uploads;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.SopClass;
import org.trabecula.dicom.Tags;
import org.trabecula.dicom.pixel.PixelData;
import org.trabecula.study.imaging.HounsfieldRead;
import org.trabecula.study.imaging.Images;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.imaging.Judgements;
import org.trabecula.study.imaging.KnownDiameter;
import org.trabecula.study.imaging.KnownDiameters;
import org.trabecula.study.imaging.Measurement;
import org.trabecula.study.imaging.Measurements;
import org.trabecula.study.imaging.Modality;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.ReceivedInstance;
import org.trabecula.study.imaging.ReceivedSeries;
import org.trabecula.study.imaging.Scale;
import org.trabecula.study.imaging.Sheet;
import org.trabecula.study.protocol.Objection;
import org.trabecula.study.protocol.Rule;
import org.trabecula.study.spine.ScrewSite;
import org.trabecula.study.spine.Segment;

/** What the page sends as drawn, against a real CT slice (3 mm pixels) and a radiograph that says nothing of its scale. */
final class MeasurementFormTest {
    @TempDir
    static Path home;

    private static ImageArchive archive;
    private static ReadingCase ct;
    private static ReadingCase radiograph;

    @BeforeAll
    static void shelve() {
        archive = ImageArchive.open(home);
        ct = reading(Modality.CT, archive.shelve(Uploads.slices()));
        radiograph = reading(Modality.RADIOGRAPH, archive.shelve(List.of(bars())));
    }

    private static ReadingCase reading(Modality modality, List<ReceivedSeries> series) {
        return new ReadingCase(
                new ImagingStudyId("abcdefgh12"),
                modality,
                Images.of(series.stream().map(MeasurementFormTest::seen).toList()),
                true,
                List.of(ScrewSite.of("L4-left")),
                List.of(Segment.of("L4/L5")),
                new KnownDiameters(List.of(new KnownDiameter(ScrewSite.of("L4-left"), new BigDecimal("6.5")))),
                new Judgements(List.of(), List.of(), List.of(), List.of(), Optional.empty()));
    }

    /** Somebody has looked at them: none of them waits. */
    private static ReceivedSeries seen(ReceivedSeries series) {
        return new ReceivedSeries(
                series.uid(),
                series.modality(),
                series.instances().stream()
                        .map(one -> new ReceivedInstance(one.uid(), one.sha256()))
                        .toList());
    }

    /** A shaft of 26 pixels across, from column 40 to 65, with sharp edges; Imager Pixel Spacing alone, as most detectors write. */
    static Incoming bars() {
        ByteBuffer pixels = ByteBuffer.allocate(200 * 200 * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < 200 * 200; at++) {
            int column = at % 200;
            pixels.putShort((short) (column >= 40 && column < 66 ? 3000 : 500));
        }
        byte[] bytes = DicomFile.of(Dataset.builder()
                        .put(Tags.SOP_CLASS_UID, SopClass.DIGITAL_X_RAY_FOR_PRESENTATION)
                        .put(Tags.SOP_INSTANCE_UID, "2.25.77001")
                        .put(Tags.STUDY_INSTANCE_UID, "2.25.77002")
                        .put(Tags.SERIES_INSTANCE_UID, "2.25.77003")
                        .put(Tags.MODALITY, "DX")
                        .put(Tags.PIXEL_SPACING, 0.143, 0.143)
                        .put(Tags.BURNED_IN_ANNOTATION, "NO")
                        .put(Tags.INSTANCE_NUMBER, 1)
                        .put(Tags.SAMPLES_PER_PIXEL, 1)
                        .put(Tags.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                        .put(Tags.ROWS, 200)
                        .put(Tags.COLUMNS, 200)
                        .put(Tags.BITS_ALLOCATED, 16)
                        .put(Tags.BITS_STORED, 16)
                        .put(Tags.HIGH_BIT, 15)
                        .put(Tags.PIXEL_REPRESENTATION, 0)
                        .put(Tags.PIXEL_DATA, pixels.array())
                        .build())
                .toBytes();
        return new Incoming("bars.dcm", () -> new ByteArrayInputStream(bytes));
    }

    private record Sent(Measurements measurements, Optional<HounsfieldRead> hounsfield, List<Objection> objections) {
        Rule refusal() {
            assertThat(objections).hasSize(1);
            return objections.getFirst().rule();
        }
    }

    private static Sent send(ReadingCase to, String... drawn) {
        Typed typed = new Typed(Map.of("measurements", new String[] {"[" + String.join(",", drawn) + "]"}));
        MeasurementForm form = new MeasurementForm(typed, to, Sheet.WHOLE, archive);
        Measurements measurements = form.read();
        return new Sent(measurements, form.hounsfield(measurements), typed.objections());
    }

    private static String drawn(String target, String shape, String points, double value, String unit) {
        return String.format(
                Locale.ROOT,
                "{\"target\":\"%s\",\"shape\":\"%s\",\"at\":[0,0,0],\"points\":%s,\"value\":%s,\"unit\":\"%s\"}",
                target,
                shape,
                points,
                value,
                unit);
    }

    @Test
    void a_length_on_ct_is_computed_anew_and_kept_with_the_image_and_its_scale() {
        Sent sent = send(ct, drawn("screw.L4-left.lucency", "LENGTH", "[[10,10],[10.5,10]]", 1.5, "MM"));

        assertThat(sent.objections()).isEmpty();
        Measurement kept = sent.measurements().all().getFirst();
        assertThat(kept.instance()).isEqualTo(ct.instances().getFirst().uid());
        assertThat(kept.value(Measurement.Name.LENGTH, Measurement.Unit.MM)).hasValue(new BigDecimal("1.50"));
        assertThat(kept.scale()).hasValue(Scale.stated(3, 3));
        assertThat(sent.measurements().lucencyMm(ScrewSite.of("L4-left"))).hasValue(new BigDecimal("1.5"));
    }

    @Test
    void the_mean_of_an_ellipse_comes_from_the_pixels_that_are_kept() throws IOException {
        PixelData pixels = PixelData.of(DicomFile.read(Uploads.bytes(Uploads.SLICES.getFirst())));
        double hu = pixels.rescale(0).of(pixels.stored(0)[60 * pixels.layout().columns() + 50]);
        String one = "[[49.5,59.5],[50.5,60.5]]";

        Sent sent = send(
                ct,
                drawn("vertebra.L2.upper", "ELLIPSE", one, hu, "HU"),
                drawn("vertebra.L2.middle", "ELLIPSE", one, hu, "HU"),
                drawn("vertebra.L2.lower", "ELLIPSE", one, hu, "HU"));

        assertThat(sent.objections()).isEmpty();
        HounsfieldRead.Vertebra read =
                sent.hounsfield().orElseThrow().vertebrae().getFirst();
        assertThat(read.mean().orElseThrow().doubleValue()).isEqualTo(hu);
        assertThat(sent.hounsfield().orElseThrow().rule()).isEqualTo("mid-vertebral-ellipse-3/v1");
    }

    @Test
    void a_vertebra_of_which_a_height_is_missing_is_not_read_by_halves() {
        PixelData pixels = PixelData.of(DicomFile.read(Uploads.bytes(Uploads.SLICES.getFirst())));
        double hu = pixels.rescale(0).of(pixels.stored(0)[60 * pixels.layout().columns() + 50]);
        Sent sent = send(ct, drawn("vertebra.L2.upper", "ELLIPSE", "[[49.5,59.5],[50.5,60.5]]", hu, "HU"));
        assertThat(sent.refusal()).isEqualTo(Rule.READ_INCOMPLETE);
    }

    @Test
    void an_uncalibrated_radiograph_knows_pixels_only() {
        Sent pixels = send(radiograph, drawn("screw.L4-left.lucency", "LENGTH", "[[66,20],[72,20]]", 6, "PIXEL"));
        assertThat(pixels.objections()).isEmpty();
        assertThat(pixels.measurements().lucencyMm(ScrewSite.of("L4-left"))).isEmpty();

        Sent claimed = send(radiograph, drawn("screw.L4-left.lucency", "LENGTH", "[[66,20],[72,20]]", 0.9, "MM"));
        assertThat(claimed.refusal()).isEqualTo(Rule.MEASUREMENT_DIFFERS);
    }

    @Test
    void a_screw_of_known_diameter_gives_millimetres_with_their_uncertainty() {
        Sent sent = send(
                radiograph,
                drawn("screw.L4-left.stroke", "LENGTH", "[[39.5,50],[65.5,50]]", 26, "PIXEL"),
                drawn("screw.L4-left.stroke", "LENGTH", "[[39.5,80],[65.5,80]]", 26, "PIXEL"),
                drawn("screw.L4-left.lucency", "LENGTH", "[[66,20],[72,20]]", 1.5, "MM"));

        assertThat(sent.objections()).isEmpty();
        Scale scale = sent.measurements().all().getLast().scale().orElseThrow();
        assertThat(scale.source()).isEqualTo(Scale.Source.IMPLANT);
        assertThat(scale.betweenColumns()).isEqualTo(0.25); // 6.5 mm over 26 pixels
        // Sharp edges, a pixel wide: the root of 2/12 of a pixel in 26, rounded up.
        assertThat(scale.relativeError()).hasValue(new BigDecimal("0.016"));
        assertThat(sent.measurements().lucencyMm(ScrewSite.of("L4-left"))).hasValue(new BigDecimal("1.5"));
    }

    static Stream<String> foreign() {
        String line = "[[10,10],[20,10]]";
        return Stream.of(
                drawn("screw.L5-left.lucency", "LENGTH", line, 30, "MM"),
                drawn("screw.L4-left.flexion", "LENGTH", line, 30, "MM"),
                drawn("segment.L4/L5.flexion", "LENGTH", line, 30, "MM"),
                drawn("vertebra.L5.upper", "ELLIPSE", line, 30, "HU"),
                drawn("", "CIRCLE", line, 30, "MM"),
                drawn("", "LENGTH", "[[10,10]]", 30, "MM"),
                drawn("", "LENGTH", "[[10,10],[2000,10]]", 30, "MM"),
                drawn("", "LENGTH", "[[10,10],[-3,10]]", 30, "MM"),
                drawn("", "LENGTH", "[[10,10],[20]]", 30, "MM"),
                drawn("", "LENGTH", line, 30, "MM").replace("[0,0,0]", "[0,99,0]"),
                drawn("", "LENGTH", line, 30, "MM").replace("[0,0,0]", "[0,-1,0]"),
                drawn("", "LENGTH", line, 30, "MM").replace("[0,0,0]", "[0,0]"),
                drawn("", "LENGTH", line, 30, "MM").replace("\"unit\"", "\"more\":1,\"unit\""),
                drawn("", "LENGTH", line, 30, "MM").replace("\"shape\":\"LENGTH\",", ""),
                drawn("", "LENGTH", line, 30, "MM").replace("[10,10]", "[null,10]"),
                "null",
                "nonsense");
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.MethodSource("foreign")
    void what_belongs_to_nothing_in_the_case_is_refused(String drawn) {
        assertThat(send(ct, drawn).refusal()).isEqualTo(Rule.MEASUREMENT_FOREIGN);
    }

    @ParameterizedTest
    @ValueSource(doubles = {29.9, 30.1, 0, -30})
    void a_value_that_the_geometry_does_not_give_is_refused(double value) {
        assertThat(send(ct, drawn("", "LENGTH", "[[10,10],[20,10]]", value, "MM"))
                        .refusal())
                .isEqualTo(Rule.MEASUREMENT_DIFFERS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LENGTH [[10,10],[10,10]]", "LINES [[1,1],[1,1],[2,2],[3,3]]", "ELLIPSE [[10,10],[10,20]]"})
    void what_has_no_extent_measures_nothing(String drawn) {
        String[] parts = drawn.split(" ", -1);
        assertThat(send(ct, drawn("", parts[0], parts[1], 0, "MM")).refusal()).isEqualTo(Rule.MEASUREMENT_DIFFERS);
    }
}
