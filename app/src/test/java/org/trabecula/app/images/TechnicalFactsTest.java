package org.trabecula.app.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.Tag;
import org.trabecula.dicom.Tags;
import org.trabecula.study.imaging.Acquisition;

/** What the image check is told of a series. */
class TechnicalFactsTest {

    @Test
    void an_enhanced_ct_tells_of_its_frames_what_plain_slices_tell_of_themselves() {
        Acquisition plain = TechnicalFacts.of(
                IntStream.range(0, 3).mapToObj(slice -> plain(slice)).toList());

        assertThat(TechnicalFacts.of(List.of(enhanced(3)))).isEqualTo(plain);
        assertThat(plain.sliceMm()).contains(new BigDecimal("1.25"));
        assertThat(plain.kvp()).containsExactly(new BigDecimal("120"));
        assertThat(plain.positionsMm()).hasSize(3);
        assertThat(plain.unplaced()).isZero();
    }

    @Test
    void frames_of_which_nothing_is_said_count_as_unplaced() {
        Dataset silent = Dataset.builder()
                .put(
                        Tag.named("PerFrameFunctionalGroupsSequence"),
                        List.of(Dataset.builder().build(), Dataset.builder().build()))
                .build();

        assertThat(TechnicalFacts.of(List.of(silent)).unplaced()).isEqualTo(2);
    }

    private static Dataset plain(int slice) {
        return Dataset.builder()
                .put(Tags.SLICE_THICKNESS, 1.25)
                .put(Tags.KVP, 120.0)
                .put(Tags.CONVOLUTION_KERNEL, "Br59")
                .put(Tags.IMAGE_ORIENTATION_PATIENT, 1.0, 0.0, 0.0, 0.0, 1.0, 0.0)
                .put(Tags.IMAGE_POSITION_PATIENT, -4.0, -4.0, slice)
                .build();
    }

    /** The same slices, with the groups of PS3.3 sections C.7.6.16.2.1 to C.7.6.16.2.4 and C.8.15.3. */
    private static Dataset enhanced(int slices) {
        Dataset one = plain(0);
        Dataset shared = Dataset.builder()
                .put(Tag.named("PixelMeasuresSequence"), List.of(only(one, Tags.SLICE_THICKNESS)))
                .put(Tag.named("PlaneOrientationSequence"), List.of(only(one, Tags.IMAGE_ORIENTATION_PATIENT)))
                .put(Tag.named("CTXRayDetailsSequence"), List.of(only(one, Tags.KVP)))
                .put(Tag.named("CTReconstructionSequence"), List.of(only(one, Tags.CONVOLUTION_KERNEL)))
                .build();
        return Dataset.builder()
                .put(Tag.named("SharedFunctionalGroupsSequence"), List.of(shared))
                .put(
                        Tag.named("PerFrameFunctionalGroupsSequence"),
                        IntStream.range(0, slices)
                                .mapToObj(slice -> Dataset.builder()
                                        .put(
                                                Tag.named("PlanePositionSequence"),
                                                List.of(only(plain(slice), Tags.IMAGE_POSITION_PATIENT)))
                                        .build())
                                .toList())
                .build();
    }

    private static Dataset only(Dataset image, Tag tag) {
        return Dataset.builder().put(image.element(tag).orElseThrow(), image).build();
    }
}
