package org.trabecula.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.Samples;
import org.trabecula.dicom.Tags;

class GeometryTest {

    @Test
    void aRadiographHasMillimetresOnlyWhenCalibrated() {
        Dataset detector = Dataset.builder()
                .put(Tags.MODALITY, "DX")
                .put(Tags.PIXEL_SPACING, 0.143, 0.143)
                .build();
        Dataset calibrated = detector.toBuilder()
                .put(Tags.PIXEL_SPACING_CALIBRATION_TYPE, "FIDUCIAL")
                .build();

        assertThat(Spacing.of(detector)).isEmpty();
        assertThat(Spacing.of(calibrated)).hasValue(new Spacing(0.143, 0.143));
        assertThat(Spacing.of(Samples.read("radiographs/RG1_J2KI.dcm").dataset()))
                .isEmpty();
        assertThat(Spacing.of(Samples.read("radiographs/RG3_J2KR.dcm").dataset()))
                .isEmpty();
    }

    @Test
    void zeroOrHalfASpacingIsNone() {
        Dataset ct = Dataset.builder().put(Tags.MODALITY, "CT").build();

        assertThat(Spacing.of(ct)).isEmpty();
        assertThat(Spacing.of(ct.toBuilder().put(Tags.PIXEL_SPACING, 0.0, 0.0).build()))
                .isEmpty();
        assertThat(Spacing.of(ct.toBuilder().put(Tags.PIXEL_SPACING, 0.5).build()))
                .isEmpty();
        assertThat(Spacing.of(ct.toBuilder().put(Tags.PIXEL_SPACING, 0.5, 0.6).build()))
                .hasValue(new Spacing(0.5, 0.6));
    }

    @Test
    void slicesSortAlongTheirNormalWhateverTheirNumbers() {
        Dataset low = slice(9, -20.0);
        Dataset middle = slice(1, 0.0);
        Dataset high = slice(5, 20.0);

        assertThat(SeriesOrder.sorted(List.of(high, low, middle), image -> image))
                .containsExactly(low, middle, high);
    }

    @Test
    void withoutPositionsTheNumbersDecide() {
        Dataset first = Dataset.builder().put(Tags.INSTANCE_NUMBER, 1).build();
        Dataset second = slice(2, -5.0);
        Dataset unnumbered = Dataset.builder().build();

        assertThat(SeriesOrder.sorted(List.of(unnumbered, second, first), image -> image))
                .containsExactly(first, second, unnumbered);
    }

    @Test
    void theRealSlicesComeFromFeetToHead() {
        List<Dataset> slices = Samples.in("lumbar").reversed().stream()
                .map(name -> Samples.read(name).dataset())
                .toList();

        assertThat(SeriesOrder.sorted(slices, image -> image))
                .extracting(image -> image.integer(Tags.INSTANCE_NUMBER).orElseThrow())
                .containsExactly(1, 30, 56, 83, 112);
    }

    private static Dataset slice(int number, double z) {
        return Dataset.builder()
                .put(Tags.INSTANCE_NUMBER, number)
                .put(Tags.IMAGE_POSITION_PATIENT, -100.0, -100.0, z)
                .put(Tags.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 0)
                .build();
    }
}
