package org.trabecula.app.images;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.pixel.DisplayImage;
import org.trabecula.dicom.pixel.PixelData;
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

    private final ImageArchive archive;
    private final Map<String, DisplayImage> images = new ConcurrentHashMap<>();
    private final Map<String, PixelData> held = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, PixelData> eldest) {
            return size() > FILES_HELD;
        }
    };

    Viewing(ImageArchive archive) {
        this.archive = archive;
    }

    List<ShownSeries> series(ReadingCase reading) throws IOException {
        List<ShownSeries> shown = new ArrayList<>();
        for (ReceivedSeries one : merged(reading)) {
            List<DisplayImage> list = new ArrayList<>();
            for (ReceivedInstance instance : one.instances()) {
                list.add(image(instance.sha256()));
            }
            shown.add(new ShownSeries(one.modality(), list));
        }
        return shown;
    }

    Optional<byte[]> pixels(String sha256, int frame) throws IOException {
        PixelData pixels;
        synchronized (held) {
            pixels = held.get(sha256);
        }
        if (pixels == null) {
            pixels = PixelData.of(read(sha256));
            synchronized (held) {
                held.put(sha256, pixels);
            }
        }
        return frame < pixels.frames() ? Optional.of(pixels.bytes(frame)) : Optional.empty();
    }

    /** Series whose images came in several uploads are one series. */
    static List<ReceivedSeries> merged(ReadingCase reading) {
        Map<String, List<ReceivedSeries>> byUid = reading.series().stream()
                .collect(Collectors.groupingBy(ReceivedSeries::uid, LinkedHashMap::new, Collectors.toList()));
        return byUid.values().stream()
                .map(parts -> new ReceivedSeries(
                        parts.getFirst().uid(),
                        parts.getFirst().modality(),
                        parts.stream()
                                .flatMap(part -> part.instances().stream())
                                .toList()))
                .toList();
    }

    private DisplayImage image(String sha256) throws IOException {
        DisplayImage known = images.get(sha256);
        if (known != null) {
            return known;
        }
        DisplayImage image = DisplayImage.of(read(sha256));
        if (images.size() < MOST_REMEMBERED) {
            images.put(sha256, image);
        }
        return image;
    }

    /** An archived file, if it is what it was. */
    DicomFile read(String sha256) throws IOException {
        byte[] bytes = Files.readAllBytes(archive.find(sha256));
        if (!Hash.sha256(bytes).toString().equals(sha256)) {
            throw new IOException("The archived image " + sha256 + " was altered on the disk");
        }
        return DicomFile.read(bytes);
    }
}
