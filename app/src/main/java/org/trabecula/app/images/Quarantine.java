package org.trabecula.app.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.trabecula.dicom.DicomException;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.identity.PixelCleaning;
import org.trabecula.dicom.pixel.PixelData;
import org.trabecula.dicom.pixel.Region;
import org.trabecula.dicom.pixel.TextDetector;
import org.trabecula.study.conduct.Answer;
import org.trabecula.study.conduct.Desk;
import org.trabecula.study.conduct.Intent;
import org.trabecula.study.conduct.Request;
import org.trabecula.study.imaging.Images;
import org.trabecula.study.imaging.ImagingStudyId;
import org.trabecula.study.imaging.PixelBox;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.protocol.Objection;

/**
 * Images that wait until a person has seen their pixels. What is blanked becomes a new file beside the old one; once the journal says so,
 * the old one is removed, and so is what was set aside or turned down. Until then nobody else is shown any of them.
 */
public final class Quarantine {
    private final ImageArchive archive;
    private final Desk desk;

    Quarantine(ImageArchive archive, Desk desk) {
        this.archive = archive;
        this.desk = desk;
    }

    /**
     * How large an image is and where text may be drawn into it.
     *
     * @param frames of which the first is looked at
     */
    public record Look(int columns, int rows, int frames, List<PixelBox> proposed) {
        public Look {
            proposed = List.copyOf(proposed);
        }

        /** Whether a box lies in the image, in part at least. */
        public boolean holds(PixelBox box) {
            return box.x() < columns && box.y() < rows;
        }
    }

    public Look look(String sha256) {
        DicomFile file = archive.file(sha256);
        PixelData pixels = PixelData.of(file);
        return new Look(
                pixels.layout().columns(),
                pixels.layout().rows(),
                pixels.frames(),
                TextDetector.regions(pixels, 0).stream().map(Quarantine::box).toList());
    }

    private static PixelBox box(Region region) {
        return new PixelBox(region.x(), region.y(), region.width(), region.height());
    }

    /**
     * Blanks parts of an image.
     *
     * @param request whose intent is replaced; only who, why and its key are taken from it
     * @throws DicomException if the pixels cannot be decoded
     */
    public Answer blank(ImagingStudyId images, String uid, List<PixelBox> boxes, Request request) {
        Optional<String> sha256 = desk.view(register -> register.readingRoom()
                .find(images)
                .flatMap(reading -> reading.images().present(uid)));
        Intent asked = new Intent.BlankImage(images, uid, sha256.orElse(""), boxes);
        List<Objection> objections = desk.objections(with(request, asked));
        if (!objections.isEmpty() || sha256.isEmpty()) {
            return new Answer.Refused(objections);
        }
        try {
            return archive.exclusively(() -> {
                String blanked = store(sha256.get(), boxes);
                return decide(images, with(request, new Intent.BlankImage(images, uid, blanked, boxes)));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String store(String sha256, List<PixelBox> boxes) throws IOException {
        DicomFile blanked = PixelCleaning.blanked(
                archive.file(sha256),
                boxes.stream()
                        .map(box -> new Region(box.x(), box.y(), box.width(), box.height()))
                        .toList());
        try (Staging staging = archive.stage()) {
            String hash = staging.write(blanked.toBytes());
            staging.commit();
            return hash;
        }
    }

    private static Request with(Request request, Intent intent) {
        return new Request(request.actor(), intent, request.reason(), request.key());
    }

    /** Submits what was decided about images, and removes the files that nobody needs any more. */
    public Answer decide(ImagingStudyId images, Request request) {
        Answer answer = desk.submit(request);
        if (answer instanceof Answer.Recorded) {
            desk.view(register -> register.readingRoom().find(images)).ifPresent(this::tidy);
        }
        return answer;
    }

    /** Removes what a crash left behind between the journal and the disk. */
    public void tidy() {
        desk.view(register -> register.readingRoom()
                        .all()
                        .filter(reading -> !reading.images().decided().isEmpty())
                        .toList())
                .forEach(this::tidy);
    }

    private void tidy(ReadingCase reading) {
        Images images = reading.images();
        List<String> needed = images.files();
        try {
            for (String sha256 : images.dropped()) {
                if (!needed.contains(sha256)) {
                    Files.deleteIfExists(archive.find(sha256));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
