package org.trabecula.app.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.trabecula.assistance.volume.Slices;
import org.trabecula.dicom.pixel.PixelData;
import org.trabecula.dicom.pixel.Rescale;

/**
 * The slices of a CT in the archive, each in a file of its own or several in one, decoded when somebody first asks for it. A proposal for one
 * vertebra looks at a third of a lumbar CT, so that most of its files need not be read before the first one can be shown.
 */
final class StoredSlices implements Slices {

    /** Where a slice is: its file by its hash, and its frame in that, from 0. */
    record Place(String sha256, int frame) {}

    /** Where the pixels of a file come from, held against its hash. */
    interface Archive {
        PixelData pixels(String sha256) throws IOException;
    }

    /** Above zero a cast rounds down. */
    private static final int LIFT = 1 << 16;

    private final List<Place> places;
    private final Archive archive;
    private final AtomicReferenceArray<short[]> known;

    /** @param places from the feet up */
    StoredSlices(List<Place> places, Archive archive) {
        this.places = List.copyOf(places);
        this.archive = archive;
        this.known = new AtomicReferenceArray<>(places.size());
    }

    @Override
    public int count() {
        return places.size();
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
            Place place = places.get(number);
            known.compareAndSet(number, null, hounsfield(archive.pixels(place.sha256()), place.frame()));
            return known.get(number);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static short[] hounsfield(PixelData pixels, int frame) {
        int[] stored = pixels.stored(frame);
        Rescale rescale = pixels.rescale(frame);
        short[] hu = new short[stored.length];
        for (int i = 0; i < hu.length; i++) {
            hu[i] = rounded(rescale.of(stored[i]));
        }
        return hu;
    }

    /** Half up, as {@link Math#round} does, which takes three times as long where only the quick compiler is at work. */
    private static short rounded(double value) {
        return (short) Math.clamp((int) (value + LIFT + 0.5) - LIFT, Short.MIN_VALUE, Short.MAX_VALUE);
    }
}
