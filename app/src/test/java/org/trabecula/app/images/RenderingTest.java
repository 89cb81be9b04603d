package org.trabecula.app.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.Tags;
import org.trabecula.dicom.pixel.PixelData;
import org.trabecula.dicom.pixel.Window;

final class RenderingTest {
    private static final DicomFile SLICE = DicomFile.read(Uploads.bytes("slice-056.dcm"));

    @Test
    void a_png_has_exactly_the_windowed_pixels() throws IOException {
        Window bone = new Window(400, 2000);

        int[] shown = samples(picture(Rendering.png().through(bone).of(SLICE, 0).orElseThrow()));

        byte[] gray = PixelData.of(SLICE).gray8(0, bone);
        assertThat(shown)
                .isEqualTo(
                        IntStream.range(0, gray.length).map(i -> gray[i] & 0xFF).toArray());
    }

    @Test
    void a_picture_fits_into_its_box_and_keeps_its_shape() throws IOException {
        BufferedImage whole = picture(Rendering.png().of(SLICE, 0).orElseThrow());
        BufferedImage small =
                picture(Rendering.png().within(61, 400).of(SLICE, 0).orElseThrow());
        BufferedImage large =
                picture(Rendering.png().within(500, 500).of(SLICE, 0).orElseThrow());

        assertThat(small.getWidth()).isEqualTo(61);
        assertThat((double) small.getHeight() / small.getWidth())
                .isCloseTo((double) whole.getHeight() / whole.getWidth(), within(0.02));
        assertThat(Math.max(large.getWidth(), large.getHeight())).isEqualTo(500);
    }

    @Test
    void making_it_smaller_neither_brightens_nor_darkens_it() throws IOException {
        double whole = mean(picture(Rendering.png().of(SLICE, 0).orElseThrow()));

        for (int side : new int[] {7, 40, 99, 300}) {
            double scaled =
                    mean(picture(Rendering.png().within(side, side).of(SLICE, 0).orElseThrow()));
            assertThat(scaled).isCloseTo(whole, within(1.5));
        }
    }

    @Test
    void one_bright_line_is_still_there_in_a_thumbnail() throws IOException {
        byte[] pixels = new byte[400 * 400];
        Arrays.fill(pixels, 201 * 400, 202 * 400, (byte) 255);
        DicomFile line = DicomFile.of(SLICE.dataset().toBuilder()
                .put(Tags.ROWS, 400)
                .put(Tags.COLUMNS, 400)
                .put(Tags.BITS_ALLOCATED, 8)
                .put(Tags.BITS_STORED, 8)
                .put(Tags.HIGH_BIT, 7)
                .put(Tags.PIXEL_REPRESENTATION, 0)
                .remove(Tags.RESCALE_SLOPE)
                .remove(Tags.WINDOW_CENTER)
                .put(Tags.PIXEL_DATA, pixels)
                .build());

        int[] small = samples(picture(Rendering.png().within(80, 80).of(line, 0).orElseThrow()));

        assertThat(Arrays.stream(small).max()).hasValue(51);
    }

    @Test
    void a_jpeg_is_nearly_the_same_picture() throws IOException {
        int[] exact = samples(picture(Rendering.png().of(SLICE, 0).orElseThrow()));

        int[] jpeg = samples(picture(Rendering.jpeg().of(SLICE, 0).orElseThrow()));

        assertThat(IntStream.range(0, exact.length)
                        .map(i -> Math.abs(exact[i] - jpeg[i]))
                        .average()
                        .orElseThrow())
                .isLessThan(5);
    }

    @Test
    void there_is_no_picture_of_a_frame_that_is_not_there() {
        assertThat(Rendering.png().of(SLICE, 1)).isEmpty();
        assertThat(Rendering.png().of(SLICE, -1)).isEmpty();
        assertThatThrownBy(() -> Rendering.png().within(0, 10)).isInstanceOf(IllegalArgumentException.class);
    }

    private static BufferedImage picture(byte[] bytes) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(bytes));
    }

    private static int[] samples(BufferedImage image) {
        return image.getRaster().getSamples(0, 0, image.getWidth(), image.getHeight(), 0, (int[]) null);
    }

    private static double mean(BufferedImage image) {
        return Arrays.stream(samples(image)).average().orElseThrow();
    }
}
