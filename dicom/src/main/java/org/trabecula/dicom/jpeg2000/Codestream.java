package org.trabecula.dicom.jpeg2000;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.trabecula.dicom.DicomException;
import org.trabecula.dicom.Flaw;

/** A JPEG 2000 codestream of one component (annex A): the header is read at once, the pixels when they are asked for. */
public final class Codestream {

    private static final int START = 0xFF4F;
    private static final int SIZE = 0xFF51;
    private static final int CODING_STYLE = 0xFF52;
    private static final int CODING_STYLE_COMPONENT = 0xFF53;
    private static final int QUANTIZATION = 0xFF5C;
    private static final int QUANTIZATION_COMPONENT = 0xFF5D;
    private static final int REGION_OF_INTEREST = 0xFF5E;
    private static final int PROGRESSION_CHANGE = 0xFF5F;
    private static final int PACKED_HEADERS = 0xFF60;
    private static final int PACKED_HEADERS_OF_TILE = 0xFF61;
    private static final int START_OF_TILE = 0xFF90;
    private static final int START_OF_DATA = 0xFF93;
    private static final int END = 0xFFD9;
    private static final int MOST_BITS = 16;
    private static final int TILE_HEADER = 14;

    /** What is known of how to decode, of all tiles or of one. */
    private record Parameters(
            @Nullable CodingStyle style, @Nullable Quantization quantization) {}

    private static final class TileBytes {
        Parameters parameters;
        final ByteArrayOutputStream data = new ByteArrayOutputStream();

        TileBytes(Parameters parameters) {
            this.parameters = parameters;
        }
    }

    private final byte[] bytes;
    private final ByteBuffer in;
    private final Size size;
    private final Effort effort;
    private Parameters parameters = new Parameters(null, null);

    private Codestream(byte[] bytes) {
        this.bytes = bytes;
        this.in = ByteBuffer.wrap(bytes);
        if (marker() != START || marker() != SIZE) {
            throw new DicomException(Flaw.FRAME_OTHERWISE_CODED, Refusal.NAME);
        }
        this.size = Size.read(segment());
        if (size.components() != 1) {
            throw new DicomException(Flaw.FRAME_COMPONENTS, size.components());
        }
        if (size.precision() > MOST_BITS) {
            throw new DicomException(Flaw.BITS_NOT_DECODED, Refusal.NAME, size.precision());
        }
        if (size.tiles() * TILE_HEADER > in.remaining()) {
            throw Refusal.truncated();
        }
        this.effort = new Effort(size.image().size(), bytes.length);
    }

    /**
     * Reads what the codestream says of its size.
     *
     * @throws DicomException if it is none, or one that is not handled here
     */
    public static Codestream of(byte[] bytes) {
        return new Codestream(bytes);
    }

    public int rows() {
        return size.image().height();
    }

    public int columns() {
        return size.image().width();
    }

    /** Bits a pixel, at most 16. */
    public int precision() {
        return size.precision();
    }

    public boolean signed() {
        return size.signed();
    }

    /**
     * Decodes the image, and gives its samples out row by row. Needs four bytes of memory for each pixel. Can be asked once.
     *
     * @throws DicomException if the codestream is damaged, or uses what is not handled here
     */
    public void decode(IntConsumer samples) {
        float[] plane = plane(tiles());
        int shift = size.signed() ? 0 : 1 << (size.precision() - 1);
        int least = size.signed() ? -1 << (size.precision() - 1) : 0;
        int most = least + (1 << size.precision()) - 1;
        for (float sample : plane) {
            samples.accept(Math.clamp((long) Math.rint(sample) + shift, least, most));
        }
    }

    private float[] plane(Map<Integer, TileBytes> tiles) {
        if (size.tiles() == 1) {
            return decode(0, tiles);
        }
        float[] plane = new float[rows() * columns()];
        for (int index = 0; index < size.tiles(); index++) {
            float[] part = decode(index, tiles);
            Area area = size.tile(index);
            for (int y = 0; y < area.height(); y++) {
                int to = (area.y0() - size.image().y0() + y) * columns()
                        + area.x0()
                        - size.image().x0();
                System.arraycopy(part, y * area.width(), plane, to, area.width());
            }
        }
        return plane;
    }

    private float[] decode(int index, Map<Integer, TileBytes> tiles) {
        TileBytes bytes = tiles.get(index);
        if (bytes == null) {
            throw Refusal.truncated();
        }
        Parameters own = bytes.parameters;
        if (own.style() == null || own.quantization() == null) {
            throw Refusal.segment(own.style() == null ? "COD" : "QCD");
        }
        return new Tile(size.tile(index), own.style(), own.quantization(), size.precision())
                .decode(ByteBuffer.wrap(bytes.data.toByteArray()), effort);
    }

    /** The rest of the main header, and all tile-parts. */
    private Map<Integer, TileBytes> tiles() {
        int marker = marker();
        while (marker != START_OF_TILE) {
            parameters = read(marker, parameters);
            marker = marker();
        }
        Map<Integer, TileBytes> tiles = new HashMap<>();
        while (marker == START_OF_TILE) {
            tilePart(tiles);
            marker = in.remaining() >= 2 ? marker() : END;
        }
        return tiles;
    }

    /** Section A.4.2. */
    private void tilePart(Map<Integer, TileBytes> tiles) {
        int start = in.position() - 2;
        ByteBuffer segment = segment();
        if (segment.remaining() < 8) {
            throw Refusal.truncated();
        }
        int index = segment.getShort() & 0xFFFF;
        long length = Integer.toUnsignedLong(segment.getInt());
        if (index >= size.tiles()) {
            throw Refusal.segment("SOT");
        }
        long end = length == 0 ? endOfImage() : start + length;
        if (end > in.limit()) {
            throw Refusal.truncated();
        }
        TileBytes tile = tiles.computeIfAbsent(index, any -> new TileBytes(parameters));
        for (int marker = marker(); marker != START_OF_DATA; marker = marker()) {
            tile.parameters = read(marker, tile.parameters);
        }
        if (end < in.position()) {
            throw Refusal.segment("SOT");
        }
        tile.data.write(bytes, in.position(), (int) end - in.position());
        in.position((int) end);
    }

    private int endOfImage() {
        int end = in.limit();
        return end >= 2 && (in.getShort(end - 2) & 0xFFFF) == END ? end - 2 : end;
    }

    private Parameters read(int marker, Parameters before) {
        return switch (marker) {
            case CODING_STYLE -> new Parameters(CodingStyle.read(segment()), before.quantization());
            case CODING_STYLE_COMPONENT ->
                new Parameters(
                        Objects.requireNonNullElseGet(before.style(), Codestream::styleMissing)
                                .forComponent(segment()),
                        before.quantization());
            case QUANTIZATION -> new Parameters(before.style(), Quantization.read(segment()));
            case QUANTIZATION_COMPONENT -> {
                ByteBuffer segment = segment();
                yield new Parameters(
                        before.style(),
                        Quantization.read(
                                segment.slice(Math.min(1, segment.limit()), Math.max(0, segment.limit() - 1))));
            }
            case REGION_OF_INTEREST -> throw Refusal.unsupported("RGN");
            case PROGRESSION_CHANGE -> throw Refusal.unsupported("POC");
            case PACKED_HEADERS, PACKED_HEADERS_OF_TILE -> throw Refusal.unsupported("PPM/PPT");
            default -> {
                segment();
                yield before;
            }
        };
    }

    private static CodingStyle styleMissing() {
        throw Refusal.segment("COD");
    }

    private int marker() {
        if (in.remaining() < 2) {
            throw Refusal.truncated();
        }
        int marker = in.getShort() & 0xFFFF;
        if (marker < 0xFF00) {
            throw Refusal.damaged();
        }
        return marker;
    }

    /** What follows a marker, without its length. */
    private ByteBuffer segment() {
        int length = in.remaining() < 2 ? 0 : in.getShort() & 0xFFFF;
        if (length < 2 || length - 2 > in.remaining()) {
            throw Refusal.truncated();
        }
        ByteBuffer segment = in.slice(in.position(), length - 2);
        in.position(in.position() + length - 2);
        return segment;
    }
}
