package org.trabecula.app.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.DatasetBuilder;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.Tag;
import org.trabecula.dicom.Tags;
import org.trabecula.dicom.pixel.DisplayImage;
import org.trabecula.dicom.pixel.PixelData;
import org.trabecula.study.imaging.ImagePoint;
import org.trabecula.study.imaging.Measurement;
import org.trabecula.study.imaging.Measurement.Name;
import org.trabecula.study.imaging.Measurement.Unit;
import org.trabecula.study.imaging.Measurements;
import org.trabecula.study.imaging.Quantity;
import org.trabecula.study.imaging.Scale;
import org.trabecula.study.spine.Segment;

/** On a radiograph whose pixels are twice as high as wide, angles and lengths are those of the body and not those of the grid. */
final class ShapedPixelsTest {
    /** Two columns across are as far as one row down: by hand, half a right angle. */
    private static final List<ImagePoint> HALF_RIGHT =
            List.of(new ImagePoint(20, 10), new ImagePoint(10, 10), new ImagePoint(20, 15));

    private static final List<ImagePoint> DOWN = List.of(new ImagePoint(10, 10), new ImagePoint(10, 15));

    @Test
    void pixel_aspect_ratio_makes_angles_true_and_lengths_widths_of_a_pixel() {
        MeasurableFrame tall = radiograph(image -> image.put(Tag.named("PixelAspectRatio"), "2", "1"));

        Measurement angle = measured(Quantity.FREE_ANGLE, tall, HALF_RIGHT, Optional.empty());
        assertThat(angle.value(Name.ANGLE, Unit.DEGREE)).hasValue(new BigDecimal("45.00"));
        assertThat(angle.aspect()).hasValue(new BigDecimal("2"));
        assertThat(angle.approximate()).isFalse();
        assertThat(measured(Quantity.FREE_LENGTH, tall, DOWN, Optional.empty()).value(Name.LENGTH, Unit.PIXEL))
                .hasValue(new BigDecimal("10.00"));
    }

    /** Imager Pixel Spacing is the detector's: its proportion is known in the body too, its millimetres are not. */
    @Test
    void the_detectors_spacing_gives_the_shape_and_never_millimetres() {
        MeasurableFrame tall = radiograph(image -> image.put(Tag.named("ImagerPixelSpacing"), 0.4, 0.2));

        assertThat(Ruler.stated(tall)).isEmpty();
        assertThat(measured(Quantity.FREE_ANGLE, tall, HALF_RIGHT, Optional.empty())
                        .value(Name.ANGLE, Unit.DEGREE))
                .hasValue(new BigDecimal("45.00"));
    }

    @Test
    void an_implant_measures_rows_and_columns_apart() {
        MeasurableFrame tall = radiograph(image -> image.put(Tag.named("PixelAspectRatio"), "2", "1"));
        // 6.5 mm lie across 10 columns, or along 5 rows.
        for (ImagePoint to : List.of(new ImagePoint(20, 10), new ImagePoint(10, 15))) {
            Scale scale = Ruler.byImplant(tall, List.of(new Ruler.Stroke(new ImagePoint(10, 10), to, 6.5)))
                    .orElseThrow();
            assertThat(scale.betweenColumns()).isEqualTo(0.65);
            assertThat(scale.betweenRows()).isEqualTo(1.3);
            Measurement line = measured(Quantity.FREE_LENGTH, tall, DOWN, Optional.of(scale));
            assertThat(line.value(Name.LENGTH, Unit.MM)).hasValue(new BigDecimal("6.50"));
        }
    }

    /** Pixels of unknown shape are taken to be square, by 26.57 degrees for a half slope, and what is signed says so. */
    @Test
    void an_angle_on_pixels_of_unknown_shape_is_approximate_and_stays_so_in_what_is_signed() {
        MeasurableFrame unknown = radiograph(image -> image);

        Measurement angle = measured(Quantity.FREE_ANGLE, unknown, HALF_RIGHT, Optional.empty());
        assertThat(angle.value(Name.ANGLE, Unit.DEGREE)).hasValue(new BigDecimal("26.57"));
        assertThat(angle.approximate()).isTrue();
        assertThat(motion(unknown).approximateMotion(Segment.of("L4/L5"))).isTrue();
        assertThat(motion(radiograph(image -> image.put(Tag.named("ImagerPixelSpacing"), 0.2, 0.2)))
                        .approximateMotion(Segment.of("L4/L5")))
                .isFalse();
    }

    private static Measurements motion(MeasurableFrame on) {
        List<ImagePoint> lines =
                List.of(new ImagePoint(10, 10), new ImagePoint(20, 10), new ImagePoint(10, 20), new ImagePoint(20, 22));
        return new Measurements(List.of(Quantity.FLEXION, Quantity.EXTENSION).stream()
                .map(posture -> Ruler.measure(posture, "L4/L5", on, lines, Optional.empty())
                        .orElseThrow())
                .toList());
    }

    @Test
    void damage_is_not_a_shape() {
        for (String[] pair : new String[][] {{"0", "1"}, {"1"}, {"1000", "1"}, {"-2", "-1"}}) {
            assertThat(Ruler.aspect(radiograph(image -> image.put(Tag.named("PixelAspectRatio"), pair))
                            .image()))
                    .isEmpty();
        }
    }

    private static Measurement measured(
            Quantity quantity, MeasurableFrame on, List<ImagePoint> points, Optional<Scale> scale) {
        return Ruler.measure(quantity, "", on, points, scale).orElseThrow();
    }

    private static MeasurableFrame radiograph(UnaryOperator<DatasetBuilder> said) {
        DicomFile file = DicomFile.of(said.apply(Dataset.builder()
                        .put(Tags.MODALITY, "DX")
                        .put(Tags.SAMPLES_PER_PIXEL, 1)
                        .put(Tags.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                        .put(Tags.ROWS, 32)
                        .put(Tags.COLUMNS, 32)
                        .put(Tags.BITS_ALLOCATED, 8)
                        .put(Tags.BITS_STORED, 8)
                        .put(Tags.HIGH_BIT, 7)
                        .put(Tags.PIXEL_REPRESENTATION, 0)
                        .put(Tags.PIXEL_DATA, new byte[32 * 32]))
                .build());
        return new MeasurableFrame(
                "2.25.1", 0, DisplayImage.of(file).getFirst(), PixelData.of(file), false, Optional.empty());
    }
}
