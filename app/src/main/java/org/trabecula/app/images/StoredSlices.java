package org.trabecula.app.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.trabecula.assistance.volume.Slices;
import org.trabecula.dicom.pixel.PixelData;

/**
 * The slices of a CT in the archive, each read, held against its hash and decoded when somebody first asks for it. A proposal for one
 * vertebra looks at a third of a lumbar CT, so that most of its files need not be read before the first one can be shown.
 */
final class StoredSlices implements Slices {

    /** Where the pixels of a file come from. */
    interface Archive {
        PixelData pixels(String sha256) throws IOException;
    }

    /** Above zero a cast rounds down. */
    private static final int LIFT = 1 << 16;

    private final List<String> files;
    private final Archive archive;
    private final AtomicReferenceArray<short[]> known;

    /** @param files their hashes, from the feet up */
    StoredSlices(List<String> files, Archive archive) {
        this.files = List.copyOf(files);
        this.archive = archive;
        this.known = new AtomicReferenceArray<>(files.size());
    }

    @Override
    public int count() {
        return files.size();
    }

    @Override
    public short[] slice(int number) {
        short[] slice = known.get(number);
        return slice == null ? read(number) : slice;
    }

    /** On all processors. Two who ask for the same slice at once may both read it; both get the one that was there first. */
    @Override
    public void expect(int first, int last) {
        IntStream.rangeClosed(first, last).parallel().forEach(this::slice);
    }

    private short[] read(int number) {
        try {
            known.compareAndSet(number, null, hounsfield(archive.pixels(files.get(number))));
            return known.get(number);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static short[] hounsfield(PixelData pixels) {
        int[] stored = pixels.stored(0);
        short[] hu = new short[stored.length];
        for (int i = 0; i < hu.length; i++) {
            hu[i] = rounded(pixels.rescale().of(stored[i]));
        }
        return hu;
    }

    /** Half up, as {@link Math#round} does, which takes three times as long where only the quick compiler is at work. */
    private static short rounded(double value) {
        return (short) Math.clamp((int) (value + LIFT + 0.5) - LIFT, Short.MIN_VALUE, Short.MAX_VALUE);
    }
}
