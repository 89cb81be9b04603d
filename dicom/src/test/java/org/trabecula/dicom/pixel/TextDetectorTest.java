package org.trabecula.dicom.pixel;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.Samples;
import org.trabecula.dicom.Tags;

/**
 * How much of generated text the detector proposes. A name, a number and a date are drawn into real radiographs (their README says whence),
 * by height of the capitals and by contrast: how far the letters' value lies from that of the place, of the image's range; at 100 % they
 * are as bright as can be. A line counts as found when nineteen twentieths of its pixels lie in what is proposed.
 */
class TextDetectorTest {
    private static final List<String> FILMS = List.of("radiographs/RG1_J2KI.dcm", "radiographs/RG3_J2KR.dcm");
    private static final List<String> LINES =
            List.of("WANG^XIAOMING", "ID 004711-23 M 067Y", "2025-09-10 14:32:07", "Beijing Hospital No. 3");

    /** Not more of a film without text than this is proposed: whoever looks has to be able to see the rest. */
    private static final double MOST_PROPOSED = 0.02;

    @ParameterizedTest
    @CsvSource({
        "16, 1.0, false, 0.75",
        "16, 1.0, true, 0.6",
        "12, 0.4, false, 0.75",
        "8, 1.0, false, 0.8",
    })
    void drawn_text_is_proposed(int height, double contrast, boolean smooth, double least) {
        assertThat(recall(height, contrast, smooth)).isGreaterThanOrEqualTo(least);
    }

    @Test
    void little_is_proposed_where_there_is_no_text() {
        for (String film : FILMS) {
            Film bare = Film.of(film);
            double share = TextDetector.regions(bare.pixels(), 0).stream()
                            .mapToDouble(region -> (double) region.width() * region.height())
                            .sum()
                    / bare.stored.length;
            assertThat(share).as(film).isLessThan(MOST_PROPOSED);
        }
    }

    @Test
    void a_single_marker_of_the_side_is_left_alone() {
        Film film = Film.of(FILMS.getFirst());
        int[] before = film.stored.clone();
        film.draw("R", 30, 1, false, film.columns / 2, film.rows / 2);
        assertThat(film.stored).isNotEqualTo(before);
        List<Region> regions = TextDetector.regions(film.pixels(), 0);
        assertThat(regions)
                .noneMatch(region -> region.meets(new Region(film.columns / 2, film.rows / 2 - 10, 20, 10), 0, 0));
    }

    @Test
    void white_text_on_black_of_a_capture_is_proposed_also_as_bits_of_eight() {
        int[] black = new int[512 * 512];
        Film capture = new Film(black, 512, 512, 255);
        boolean[] drawn = capture.draw("Peking University Third Hospital", 14, 1, true, 20, 40);
        assertThat(capture.covered(drawn)).isGreaterThan(0.95);
    }

    private static double recall(int height, double contrast, boolean smooth) {
        Random places = new Random(4711L + height);
        int found = 0;
        int all = 0;
        for (String film : FILMS) {
            for (int turn = 0; turn < 3; turn++) {
                Film image = Film.of(film);
                List<boolean[]> drawn = new ArrayList<>();
                for (String line : LINES) {
                    int x = 10 + places.nextInt(image.columns - 30 - line.length() * height);
                    // Each in a quarter of its own, so that none is drawn over another.
                    int quarter = image.rows / LINES.size();
                    int y = 2 * height + quarter * drawn.size() + places.nextInt(quarter - 3 * height);
                    drawn.add(image.draw(line, height, contrast, smooth, x, y));
                }
                List<Region> regions = TextDetector.regions(image.pixels(), 0);
                for (boolean[] line : drawn) {
                    all++;
                    found += image.covered(line, regions) >= 0.95 ? 1 : 0;
                }
            }
        }
        return (double) found / all;
    }

    /** Prints what docs/benchmarks.md states. */
    public static void main(String[] arguments) {
        for (int height : new int[] {6, 8, 10, 12, 16, 24, 48}) {
            StringBuilder row = new StringBuilder("| " + height);
            for (boolean smooth : new boolean[] {false, true}) {
                for (double contrast : new double[] {1, 0.4, 0.2, 0.1}) {
                    row.append(String.format(Locale.ROOT, " | %.0f %%", 100 * recall(height, contrast, smooth)));
                }
            }
            System.out.println(row + " |");
        }
        for (String film : FILMS) {
            Film bare = Film.of(film);
            long start = System.nanoTime();
            List<Region> regions = TextDetector.regions(bare.pixels(), 0);
            System.out.println(film + " " + bare.columns + "x" + bare.rows + " bare: " + regions + " in "
                    + (System.nanoTime() - start) / 1_000_000 + " ms");
        }
    }

    /** An image into which text is drawn. */
    private static final class Film {
        private final int[] stored;
        private final int columns;
        private final int rows;
        private final int most;

        Film(int[] stored, int columns, int rows, int most) {
            this.stored = stored;
            this.columns = columns;
            this.rows = rows;
            this.most = most;
        }

        static Film of(String name) {
            PixelData pixels = PixelData.of(Samples.read(name));
            int[] stored = pixels.stored(0);
            return new Film(
                    stored,
                    pixels.layout().columns(),
                    pixels.layout().rows(),
                    Arrays.stream(stored).max().orElseThrow());
        }

        /** Draws a line of text whose base line begins there; answers the pixels that are its letters. */
        boolean[] draw(String text, int capitals, double contrast, boolean smooth, int x, int y) {
            BufferedImage sheet = new BufferedImage(columns, capitals * 3, BufferedImage.TYPE_BYTE_GRAY);
            Graphics2D pen = sheet.createGraphics();
            pen.setRenderingHint(
                    RenderingHints.KEY_TEXT_ANTIALIASING,
                    smooth ? RenderingHints.VALUE_TEXT_ANTIALIAS_ON : RenderingHints.VALUE_TEXT_ANTIALIAS_OFF);
            // Capitals of a sans serif are seven tenths of its size high.
            pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, (int) Math.round(capitals / 0.72)));
            pen.setColor(Color.WHITE);
            pen.drawString(text, x, 2 * capitals);
            pen.dispose();
            int[] ink = sheet.getRaster().getSamples(0, 0, columns, capitals * 3, 0, (int[]) null);
            double place = mean(ink, y - 2 * capitals);
            double value = contrast >= 1
                    ? most
                    : place + contrast * most <= most ? place + contrast * most : place - contrast * most;
            boolean[] drawn = new boolean[stored.length];
            for (int i = 0; i < ink.length; i++) {
                int at = i + (y - 2 * capitals) * columns;
                if (ink[i] > 0 && at >= 0 && at < stored.length) {
                    int before = stored[at];
                    stored[at] = (int) Math.round(stored[at] + (value - stored[at]) * ink[i] / 255.0);
                    // White on white is nothing to be found.
                    drawn[at] = ink[i] > 60 && Math.abs(stored[at] - before) > 0.05 * most;
                }
            }
            return drawn;
        }

        private double mean(int[] ink, int top) {
            double sum = 0;
            int count = 0;
            for (int i = 0; i < ink.length; i++) {
                int at = i + top * columns;
                if (ink[i] > 0 && at >= 0 && at < stored.length) {
                    sum += stored[at];
                    count++;
                }
            }
            return sum / count;
        }

        PixelData pixels() {
            byte[] bytes = new byte[stored.length * 2];
            for (int i = 0; i < stored.length; i++) {
                bytes[2 * i] = (byte) stored[i];
                bytes[2 * i + 1] = (byte) (stored[i] >> 8);
            }
            return PixelData.of(DicomFile.of(Dataset.builder()
                    .put(Tags.ROWS, rows)
                    .put(Tags.COLUMNS, columns)
                    .put(Tags.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                    .put(Tags.BITS_ALLOCATED, 16)
                    .put(Tags.BITS_STORED, 16)
                    .put(Tags.HIGH_BIT, 15)
                    .put(Tags.PIXEL_REPRESENTATION, 0)
                    .put(Tags.PIXEL_DATA, bytes)
                    .build()));
        }

        double covered(boolean[] drawn) {
            return covered(drawn, TextDetector.regions(pixels(), 0));
        }

        double covered(boolean[] drawn, List<Region> regions) {
            int in = 0;
            int all = 0;
            for (int i = 0; i < drawn.length; i++) {
                if (drawn[i]) {
                    Region pixel = new Region(i % columns, i / columns, 1, 1);
                    all++;
                    in += regions.stream().anyMatch(region -> region.meets(pixel, 0, 0)) ? 1 : 0;
                }
            }
            return all == 0 ? 1 : (double) in / all;
        }
    }
}
