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

    /** Millimetres and Hounsfield units as on a plain CT, and each frame at its place. */
    @Test
    void theFramesOfAnEnhancedImageAreShownInTheirUnitsAndAtTheirPlaces() {
        List<DisplayImage> shown =
                DisplayImage.of(DicomFile.read(EnhancedCt.of(3, 1.25, 1).toBytes()));

        assertThat(shown).hasSize(3).allSatisfy(frame -> {
            assertThat(frame.spacing()).hasValue(new Spacing(0.6, 0.5));
            assertThat(frame.intercept()).isEqualTo(-1024);
            assertThat(frame.orientation()).isPresent();
        });
        assertThat(shown.stream().map(frame -> frame.position().orElseThrow()))
                .containsExactly(new Position(-4, -4, 0), new Position(-4, -4, 1), new Position(-4, -4, 2));
    }

    /** Groups for two frames on a file of three: whose the places are nobody can tell. */
    @Test
    void groupsForAnotherNumberOfFramesGiveNoFrameAPlace() {
        Dataset image = EnhancedCt.of(3, 1.25, 1).dataset();
        Tag ofEach = Tag.named("PerFrameFunctionalGroupsSequence");
        Dataset lacking =
                image.toBuilder().put(ofEach, image.items(ofEach).subList(0, 2)).build();

        assertThat(DisplayImage.of(DicomFile.of(lacking))).hasSize(3).allSatisfy(frame -> {
            assertThat(frame.position()).isEmpty();
            assertThat(frame.spacing()).hasValue(new Spacing(0.6, 0.5));
        });
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
        PixelData pixels = PixelData.of(DicomFile.of(mixed));
        assertThat(pixels.rescale(0)).isEqualTo(new Rescale(1, -1024));
        assertThat(pixels.rescale(1)).isEqualTo(new Rescale(2, 0));
    }
}
