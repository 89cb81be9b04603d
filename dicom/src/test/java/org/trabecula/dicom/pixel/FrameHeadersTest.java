package org.trabecula.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.Tag;
import org.trabecula.dicom.Tags;

class FrameHeadersTest {

    @Test
    void whatThreeFramesSayIsSaidAsPlainImagesSayIt() {
        List<Dataset> frames = FrameHeaders.of(EnhancedCt.of(3, 1.25, 1).dataset());

        assertThat(frames).hasSize(3).allSatisfy(frame -> {
            assertThat(frame.decimal(Tags.SLICE_THICKNESS)).hasValue(1.25);
            assertThat(frame.decimal(Tags.KVP)).hasValue(120);
            assertThat(frame.string(Tags.CONVOLUTION_KERNEL)).hasValue("Br59");
        });
        assertThat(frames.stream().map(frame -> Position.of(frame).orElseThrow().z()))
                .containsExactly(0.0, 1.0, 2.0);
    }

    @Test
    void aPlainImageSpeaksForItself() {
        Dataset plain = Dataset.builder().put(Tags.KVP, 100.0).build();

        assertThat(FrameHeaders.of(plain)).containsExactly(plain);
        assertThat(FrameHeaders.common(plain)).isSameAs(plain);
    }

    /** Millimetres and Hounsfield units as on a plain CT; a place only when all frames have the same. */
    @Test
    void anEnhancedImageIsShownInItsOwnUnits() {
        DisplayImage shown =
                DisplayImage.of(DicomFile.read(EnhancedCt.of(3, 1.25, 1).toBytes()));

        assertThat(shown.spacing()).hasValue(new Spacing(0.6, 0.5));
        assertThat(shown.intercept()).isEqualTo(-1024);
        assertThat(shown.orientation()).isPresent();
        assertThat(shown.position()).isEmpty();
        assertThat(shown.frames()).isEqualTo(3);
    }

    @Test
    void whatFramesSayDifferentlyTheImageDoesNotSay() {
        Dataset image = EnhancedCt.of(2, 1, 1).dataset();
        Tag ofEach = Tag.named("PerFrameFunctionalGroupsSequence");
        Dataset other = image.items(ofEach).get(1).toBuilder()
                .put(
                        Tag.named("PixelValueTransformationSequence"),
                        List.of(Dataset.builder()
                                .put(Tags.RESCALE_INTERCEPT, 0.0)
                                .put(Tags.RESCALE_SLOPE, 2.0)
                                .build()))
                .build();
        Dataset mixed = image.toBuilder()
                .put(ofEach, List.of(image.items(ofEach).getFirst(), other))
                .build();

        assertThat(Rescale.of(FrameHeaders.common(mixed))).isEqualTo(Rescale.NONE);
    }
}
