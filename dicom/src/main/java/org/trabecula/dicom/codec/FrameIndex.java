package org.trabecula.dicom.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.DicomException;
import org.trabecula.dicom.Flaw;
import org.trabecula.dicom.Tags;
import org.trabecula.dicom.Value;

/**
 * Which fragments make up which frame: by the extended offset table (PS3.3 section C.7.6.3.1.8), else by the basic one (PS3.5 annex
 * A.4), else one fragment each, else wherever a JPEG image begins. A table that points between fragments is refused, not guessed at.
 */
final class FrameIndex {

    private static final int ITEM_HEADER = 8;

    private final ByteBuffer basicOffsets;
    private final List<ByteBuffer> fragments;
    private final Dataset dataset;

    FrameIndex(Value.Fragments pixels, Dataset dataset) {
        List<ByteBuffer> parts = pixels.parts();
        this.basicOffsets = parts.isEmpty() ? ByteBuffer.allocate(0) : parts.getFirst();
        this.fragments = parts.isEmpty() ? parts : parts.subList(1, parts.size());
        this.dataset = dataset;
    }

    List<List<ByteBuffer>> frames(int count) {
        if (fragments.size() < count) {
            throw new DicomException(Flaw.FRAGMENTS_TOO_FEW, count, fragments.size());
        }
        Optional<long[]> extended = numbers(dataset.bytes(Tags.EXTENDED_OFFSET_TABLE), Long.BYTES);
        Optional<long[]> offsets = extended.or(() -> numbers(Optional.of(basicOffsets), Integer.BYTES));
        int[] starts = offsets.map(table -> startsAt(table, count)).orElseGet(() -> startsWithoutTable(count));
        List<List<ByteBuffer>> frames = new ArrayList<>(count);
        for (int frame = 0; frame < count; frame++) {
            int end = frame + 1 < count ? starts[frame + 1] : fragments.size();
            frames.add(fragments.subList(starts[frame], end));
        }
        return extended.flatMap(any -> numbers(dataset.bytes(Tags.EXTENDED_OFFSET_TABLE_LENGTHS), Long.BYTES))
                .map(lengths -> trimmed(frames, lengths))
                .orElse(frames);
    }

    /** The numbers of a table; nothing if there is none or it is empty. */
    private static Optional<long[]> numbers(Optional<ByteBuffer> table, int size) {
        return table.filter(ByteBuffer::hasRemaining).map(bytes -> {
            ByteBuffer view = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
            long[] numbers = new long[view.remaining() / size];
            Arrays.setAll(numbers, i -> size == Long.BYTES ? view.getLong() : Integer.toUnsignedLong(view.getInt()));
            return numbers;
        });
    }

    private int[] startsAt(long[] table, int count) {
        if (table.length != count) {
            throw tableWrong(count);
        }
        long[] places = new long[fragments.size()];
        for (int i = 1; i < places.length; i++) {
            places[i] = places[i - 1] + ITEM_HEADER + fragments.get(i - 1).remaining();
        }
        int[] starts = Arrays.stream(table)
                .mapToInt(offset -> Arrays.binarySearch(places, offset))
                .toArray();
        boolean rising = IntStream.range(1, count).allMatch(i -> starts[i] > starts[i - 1]);
        if (starts[0] != 0 || !rising) {
            throw tableWrong(count);
        }
        return starts;
    }

    private int[] startsWithoutTable(int count) {
        if (count == 1 || fragments.size() == count) {
            return IntStream.range(0, count).toArray();
        }
        int[] starts = IntStream.range(0, fragments.size())
                .filter(i -> beginsImage(fragments.get(i)))
                .toArray();
        if (starts.length != count || starts[0] != 0) {
            throw new DicomException(Flaw.FRAMES_UNMARKED, fragments.size(), count);
        }
        return starts;
    }

    /** The start of image of JPEG and JPEG-LS, or of codestream of JPEG 2000. */
    private static boolean beginsImage(ByteBuffer fragment) {
        int at = fragment.position();
        return fragment.remaining() >= 2
                && fragment.get(at) == (byte) 0xFF
                && (fragment.get(at + 1) == (byte) 0xD8 || fragment.get(at + 1) == 0x4F);
    }

    private List<List<ByteBuffer>> trimmed(List<List<ByteBuffer>> frames, long[] lengths) {
        if (lengths.length != frames.size()) {
            throw tableWrong(frames.size());
        }
        List<List<ByteBuffer>> trimmed = new ArrayList<>(frames.size());
        for (int i = 0; i < lengths.length; i++) {
            ByteBuffer only = frames.get(i).getFirst();
            if (frames.get(i).size() > 1 || lengths[i] < 0 || lengths[i] > only.remaining()) {
                throw tableWrong(frames.size());
            }
            trimmed.add(List.of(only.slice(only.position(), (int) lengths[i])));
        }
        return trimmed;
    }

    private DicomException tableWrong(int frames) {
        return new DicomException(Flaw.OFFSETS_WRONG, frames, fragments.size());
    }
}
