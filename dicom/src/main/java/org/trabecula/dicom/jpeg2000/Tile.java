package org.trabecula.dicom.jpeg2000;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.trabecula.dicom.DicomException;
import org.trabecula.dicom.Flaw;
import org.trabecula.dicom.jpeg2000.BlockDecoder.Orientation;

/** One tile: its resolutions, their sub-bands and precincts (sections B.5 to B.7), and how they become samples again. */
final class Tile {

    /** Enough for blocks of 16 by 16, or for the smallest in an image of 512 by 512. */
    private static final int PIXELS_PER_PART = 256;

    private static final int PARTS_AT_LEAST = 1 << 14;

    private final Area area;
    private final CodingStyle style;
    private final Quantization quantization;
    private final int precision;

    Tile(Area area, CodingStyle style, Quantization quantization, int precision) {
        this.area = area;
        this.style = style;
        this.quantization = quantization;
        this.precision = precision;
        if (quantization.none() != style.reversible()) {
            throw Refusal.unsupported("Sqcd");
        }
    }

    /** The samples, row by row, not yet shifted to be positive. */
    float[] decode(ByteBuffer data, Effort effort) {
        requireFewParts(data.remaining());
        List<List<Precinct>> precincts = IntStream.rangeClosed(0, style.levels())
                .mapToObj(this::precincts)
                .toList();
        new Packets(data, style, effort).read(precincts);
        float[] plane = new float[(int) area.size()];
        precincts.stream()
                .flatMap(List::stream)
                .flatMap(precinct -> precinct.bands().stream())
                .forEach(blocks -> blocks.decode(plane, area.width(), style));
        Wavelet wavelet = style.reversible() ? Wavelet.REVERSIBLE : Wavelet.IRREVERSIBLE;
        for (int resolution = 1; resolution <= style.levels(); resolution++) {
            wavelet.join(plane, area.width(), resolution(resolution));
        }
        return plane;
    }

    /** Each packet takes a byte at least; each precinct and each code block takes memory, whatever the file says of it. */
    private void requireFewParts(int bytes) {
        long packets = 0;
        long parts = 0;
        for (int resolution = 0; resolution <= style.levels(); resolution++) {
            long precincts = precinctCells(resolution).size();
            packets += precincts * style.layers();
            CodingStyle.Cell block = block(resolution);
            parts += precincts
                    + bands(resolution).stream()
                            .mapToLong(band -> band.area()
                                    .cells(block.width(), block.height())
                                    .size())
                            .sum();
        }
        if (packets > bytes) {
            throw Refusal.truncated();
        }
        if (parts > area.size() / PIXELS_PER_PART + PARTS_AT_LEAST) {
            throw new DicomException(Flaw.FRAME_EFFORT);
        }
    }

    private Area resolution(int resolution) {
        return area.halved(style.levels() - resolution);
    }

    private Area precinctCells(int resolution) {
        CodingStyle.Cell size = style.precincts().get(resolution);
        return resolution(resolution).cells(size.width(), size.height());
    }

    /** The precincts of a resolution as they are in its sub-bands, which above the lowest are half as wide and high. */
    private CodingStyle.Cell inBand(int resolution) {
        CodingStyle.Cell size = style.precincts().get(resolution);
        return resolution == 0 ? size : new CodingStyle.Cell(size.width() - 1, size.height() - 1);
    }

    /** Code blocks do not reach beyond their precinct (equations B-17 and B-18). */
    private CodingStyle.Cell block(int resolution) {
        CodingStyle.Cell most = inBand(resolution);
        return new CodingStyle.Cell(
                Math.min(style.blockWidth(), most.width()), Math.min(style.blockHeight(), most.height()));
    }

    private List<Precinct> precincts(int resolution) {
        CodingStyle.Cell size = style.precincts().get(resolution);
        List<Subband> bands = bands(resolution);
        Area cells = precinctCells(resolution);
        int down = style.levels() - resolution;
        CodingStyle.Cell inBand = inBand(resolution);
        CodingStyle.Cell block = block(resolution);
        List<Precinct> precincts = new ArrayList<>();
        for (int row = cells.y0(); row < cells.y1(); row++) {
            for (int column = cells.x0(); column < cells.x1(); column++) {
                Area cell = Area.cell(column, row, inBand.width(), inBand.height());
                List<CodeBlocks> blocks = bands.stream()
                        .map(band -> new CodeBlocks(band, cell, block.width(), block.height()))
                        .toList();
                precincts.add(new Precinct(
                        resolution,
                        start(area.x0(), column, size.width() + down),
                        start(area.y0(), row, size.height() + down),
                        blocks));
            }
        }
        return precincts;
    }

    private static int start(int tile, int cell, int power) {
        return (int) Math.max(tile, Math.min(Integer.MAX_VALUE, (long) cell << power));
    }

    private List<Subband> bands(int resolution) {
        if (resolution == 0) {
            return List.of(band(0, 0, 0, 0));
        }
        return List.of(band(resolution, 1, 1, 0), band(resolution, 2, 0, 1), band(resolution, 3, 1, 1));
    }

    /** @param kind 1 to 3 within the resolution; {@code right} and {@code down} are 1 where it holds the high frequencies */
    private Subband band(int resolution, int kind, int right, int down) {
        int level = resolution == 0 ? style.levels() : style.levels() - resolution + 1;
        Area smaller = resolution(Math.max(0, resolution - 1));
        Quantization.Step step = quantization.step(resolution == 0 ? 0 : 3 * (resolution - 1) + kind, resolution);
        // Equation E-3; the gains of table E.1 are 0, 1 and 2 bits.
        double one = Math.scalb(1 + step.mantissa() / 2048.0, precision + right + down - step.exponent());
        Orientation orientation = down == 0 && right == 1
                ? Orientation.HORIZONTAL
                : down == 1 && right == 1 ? Orientation.DIAGONAL : Orientation.LOW_OR_VERTICAL;
        return new Subband(
                area.band(level, right, down),
                right * smaller.width(),
                down * smaller.height(),
                orientation,
                quantization.guardBits() + step.exponent() - 1,
                (float) one);
    }
}
