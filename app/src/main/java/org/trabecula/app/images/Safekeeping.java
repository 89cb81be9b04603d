package org.trabecula.app.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.Tags;
import org.trabecula.dicom.identity.Deidentifier;
import org.trabecula.study.conduct.Desk;
import org.trabecula.study.imaging.Images;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.journal.Hash;

/** Whether images are kept, asked for by the UIDs with which their senders know them: every file is read, and held against its hash. */
public final class Safekeeping {
    private final ImageArchive archive;
    private final Deidentifier deidentifier;
    private final Map<String, String> hashes;

    /** What became of an image. */
    public enum Found {
        /** The journal knows it, and its file has the bytes that the journal says. */
        SOUND,
        UNKNOWN,
        OTHER_KIND,
        DAMAGED
    }

    private Safekeeping(ImageArchive archive, Map<String, String> hashes) {
        this.archive = archive;
        this.deidentifier = new Deidentifier(archive.key().secret());
        this.hashes = hashes;
    }

    /** As the journal stands now. */
    public static Safekeeping now(ImageArchive archive, Desk desk) {
        Map<String, String> hashes = new HashMap<>();
        desk.view(register -> {
            register.readingRoom().all().map(ReadingCase::images).forEach(images -> note(images, hashes));
            return hashes;
        });
        return new Safekeeping(archive, hashes);
    }

    /** What is shown, blanked images by the file that took their place, and what still waits for a person. */
    private static void note(Images images, Map<String, String> hashes) {
        images.shown().forEach(series -> series.instances().forEach(one -> hashes.put(one.uid(), one.sha256())));
        images.waiting().forEach(one -> hashes.put(one.uid(), one.sha256()));
    }

    /** Safe for several threads. */
    public Found find(String sopClass, String sopInstance) {
        return Optional.ofNullable(hashes.get(deidentifier.replacement(sopInstance)))
                .map(sha256 -> look(sha256, sopClass))
                .orElse(Found.UNKNOWN);
    }

    private Found look(String sha256, String sopClass) {
        try {
            byte[] bytes = Files.readAllBytes(archive.find(sha256));
            if (!Hash.sha256(bytes).toString().equals(sha256)) {
                return Found.DAMAGED;
            }
            return DicomFile.read(bytes).dataset().string(Tags.SOP_CLASS_UID).equals(Optional.of(sopClass))
                    ? Found.SOUND
                    : Found.OTHER_KIND;
        } catch (NoSuchFileException e) {
            return Found.DAMAGED;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
