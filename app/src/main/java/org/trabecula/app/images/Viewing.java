package org.trabecula.app.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.Tags;
import org.trabecula.dicom.pixel.DisplayImage;
import org.trabecula.dicom.pixel.FrameHeaders;
import org.trabecula.dicom.pixel.PixelData;
import org.trabecula.dicom.pixel.SeriesOrder;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.ReceivedInstance;
import org.trabecula.study.imaging.ReceivedSeries;
import org.trabecula.study.journal.Hash;

/**
 * Archived images as pixels. What a screen needs to know about an image is remembered, since it is small and never changes; of
 * the pixels only the last few files are, so that scrolling through a multi-frame file does not read it each time.
 */
final class Viewing {
    private static final int MOST_REMEMBERED = 50_000;
    private static final int FILES_HELD = 4;
    /** Bytes of a file; what is larger is read where it lies, held against its hash when it is opened. */
    private static final long MOST_IN_MEMORY = 32 << 20;

    private final ImageArchive archive;
    private final Headers headers;
    private final Map<String, List<DisplayImage>> images = new ConcurrentHashMap<>();
    private final AtomicInteger remembered = new AtomicInteger();
    private final ReentrantLock opening = new ReentrantLock();
    private final Map<String, PixelData> held = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PixelData> eldest) {
            return size() > FILES_HELD;
        }
    };

    Viewing(ImageArchive archive, Headers headers) {
        this.archive = archive;
        this.headers = headers;
    }

    List<ShownSeries> series(ReadingCase reading) throws IOException {
        List<ShownSeries> shown = new ArrayList<>();
        for (ReceivedSeries one : merged(reading)) {
            List<List<DisplayImage>> list = new ArrayList<>();
            for (ReceivedInstance instance : one.instances()) {
                list.add(image(instance.sha256()));
            }
            shown.add(new ShownSeries(one.modality(), list));
        }
        return shown;
    }

    Optional<byte[]> pixels(String sha256, int frame) throws IOException {
        PixelData pixels = pixels(sha256);
        return frame >= 0 && frame < pixels.frames() ? Optional.of(pixels.bytes(frame)) : Optional.empty();
    }

    Optional<byte[]> pixels(String sha256, List<Integer> at, Sight sight) throws IOException {
        PixelData pixels = pixels(sha256);
        int frame = at.getLast();
        if (frame < 0 || frame >= pixels.frames()) {
            return Optional.empty();
        }
        DisplayImage image = image(sha256).get(frame);
        int[] values = sight.of(image, at, pixels.stored(frame));
        int size = image.bitsAllocated() / Byte.SIZE;
        byte[] bytes = new byte[values.length * size];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (values[i / size] >> (Byte.SIZE * (i % size)));
        }
        return Optional.of(bytes);
    }

    Optional<MeasurableFrame> measurable(ReceivedInstance instance, int frame) throws IOException {
        PixelData pixels = pixels(instance.sha256());
        if (frame < 0 || frame >= pixels.frames()) {
            return Optional.empty();
        }
        Dataset dataset = FrameHeaders.common(headers.of(instance.sha256()));
        boolean hounsfield = dataset.string(Tags.MODALITY).filter("CT"::equals).isPresent()
                && dataset.string(Tags.LOSSY_IMAGE_COMPRESSION)
                        .filter("01"::equals)
                        .isEmpty();
        OptionalDouble kvp = dataset.decimal(Tags.KVP);
        return Optional.of(new MeasurableFrame(
                instance.uid(),
                frame,
                image(instance.sha256()).get(frame),
                pixels,
                hounsfield,
                kvp.isPresent() && kvp.getAsDouble() > 0
                        ? Optional.of(BigDecimal.valueOf(kvp.getAsDouble()))
                        : Optional.empty()));
    }

    /** The pixels of a file that was held against its hash. */
    PixelData pixels(String sha256) throws IOException {
        Optional<PixelData> known = known(sha256);
        if (known.isPresent()) {
            return known.get();
        }
        if (Files.size(archive.find(sha256)) <= MOST_IN_MEMORY) {
            return held(sha256, PixelData.of(read(sha256)));
        }
        // Many slices in one file are asked for at once: one reads it, the others wait.
        opening.lock();
        try {
            Optional<PixelData> meanwhile = known(sha256);
            return meanwhile.isPresent() ? meanwhile.get() : held(sha256, PixelData.of(mapped(sha256)));
        } finally {
            opening.unlock();
        }
    }

    private Optional<PixelData> known(String sha256) {
        synchronized (held) {
            return Optional.ofNullable(held.get(sha256));
        }
    }

    private PixelData held(String sha256, PixelData pixels) {
        synchronized (held) {
            held.put(sha256, pixels);
        }
        return pixels;
    }

    /** The file where it lies, so that its frames take no memory before they are asked for. */
    private DicomFile mapped(String sha256) throws IOException {
        try (FileChannel file = FileChannel.open(archive.find(sha256))) {
            ByteBuffer bytes = file.map(FileChannel.MapMode.READ_ONLY, 0, file.size());
            requireUnaltered(sha256, Hash.sha256(bytes));
            return DicomFile.read(bytes);
        }
    }

    Optional<byte[]> rendered(String sha256, int frame, Rendering how) throws IOException {
        PixelData pixels = pixels(sha256);
        return how.of(pixels, FrameHeaders.of(headers.of(sha256), frame, pixels.frames()), frame);
    }

    /** Series whose images came in several uploads are one series, in display order. */
    List<ReceivedSeries> merged(ReadingCase reading) {
        Map<String, List<ReceivedSeries>> byUid = reading.series().stream()
                .collect(Collectors.groupingBy(ReceivedSeries::uid, LinkedHashMap::new, Collectors.toList()));
        List<ReceivedSeries> merged = new ArrayList<>();
        for (List<ReceivedSeries> parts : byUid.values()) {
            merged.add(parts.size() == 1 ? parts.getFirst() : merged(parts));
        }
        return merged;
    }

    /** What comes image by image from a scanner comes in any order. */
    private ReceivedSeries merged(List<ReceivedSeries> parts) {
        Map<ReceivedInstance, Dataset> places = new LinkedHashMap<>();
        try {
            for (ReceivedSeries part : parts) {
                for (ReceivedInstance one : part.instances()) {
                    places.put(one, headers.of(one.sha256()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ReceivedSeries(
                parts.getFirst().uid(),
                parts.getFirst().modality(),
                SeriesOrder.sorted(List.copyOf(places.entrySet()), Map.Entry::getValue).stream()
                        .map(Map.Entry::getKey)
                        .toList());
    }

    /** One for each frame. */
    private List<DisplayImage> image(String sha256) throws IOException {
        List<DisplayImage> known = images.get(sha256);
        if (known != null) {
            return known;
        }
        List<DisplayImage> frames = DisplayImage.of(headers.of(sha256), pixels(sha256));
        if (remembered.addAndGet(frames.size()) < MOST_REMEMBERED) {
            images.put(sha256, frames);
        }
        return frames;
    }

    DicomFile read(String sha256) throws IOException {
        return DicomFile.read(bytes(sha256));
    }

    byte[] bytes(String sha256) throws IOException {
        byte[] bytes = Files.readAllBytes(archive.find(sha256));
        requireUnaltered(sha256, Hash.sha256(bytes));
        return bytes;
    }

    private static void requireUnaltered(String sha256, Hash found) throws IOException {
        if (!found.toString().equals(sha256)) {
            throw new IOException("The archived image " + sha256 + " was altered on the disk");
        }
    }
}
