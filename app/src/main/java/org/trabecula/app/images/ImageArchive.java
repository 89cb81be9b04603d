package org.trabecula.app.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.trabecula.study.conduct.Desk;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.ReceivedSeries;
import org.trabecula.study.journal.Hash;

/**
 * The images of an installation, each a file below {@code images} that is named by the SHA-256 of its bytes: the same image twice
 * is one file, and a file that was altered is noticed. Uploads are taken one at a time, which keeps a single large image in
 * memory at most.
 */
public final class ImageArchive {
    private final Path folder;
    private final Path incoming;
    private final ImageKey key;
    private final Viewing viewing = new Viewing(this);
    private final ReentrantLock turn = new ReentrantLock();

    private ImageArchive(Path folder, ImageKey key) {
        this.folder = folder;
        this.incoming = folder.resolve("incoming");
        this.key = key;
    }

    /** The archive in an installation's folder, made at first. Removes what an upload left that was broken off by a crash. */
    public static ImageArchive open(Path home) {
        try {
            Files.createDirectories(home);
            ImageArchive archive = new ImageArchive(home.resolve("images"), ImageKey.in(home));
            Files.createDirectories(archive.incoming);
            archive.sweep();
            return archive;
        } catch (IOException e) {
            throw new UncheckedIOException("The image archive in " + home + " cannot be opened", e);
        }
    }

    /** The way in. */
    public Intake intake(Desk desk) {
        return new Intake(this, desk, Caps.standard());
    }

    /**
     * Stores drawn images without telling the Desk, for whoever tells it himself, and without waiting for the disk, since they
     * can be drawn again. The files must all be good.
     */
    public List<ReceivedSeries> shelve(List<Incoming> files) {
        try (Staging staging = stage()) {
            Examination examination = new Examination(key, staging);
            List<Examined> examined = new java.util.ArrayList<>();
            for (Incoming file : files) {
                examined.add(examination.examine(file));
            }
            staging.commitInHaste();
            return Collected.byStudy(examined).stream()
                    .flatMap(study -> study.series().stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the file of an image is there and has the bytes that its name says. */
    public boolean sound(String sha256) {
        Path file = find(sha256);
        try {
            return Files.exists(file)
                    && Hash.sha256(Files.readAllBytes(file)).toString().equals(sha256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a screen needs to know about the images of a case. */
    public List<ShownSeries> series(ReadingCase reading) {
        try {
            return viewing.series(reading);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The stored values of one frame, row by row, little endian; all numbers count from 0. Empty when there is no such frame. */
    public Optional<byte[]> pixels(ReadingCase reading, int series, int image, int frame) {
        List<ReceivedSeries> all = Viewing.merged(reading);
        if (series < 0
                || series >= all.size()
                || image < 0
                || image >= all.get(series).instances().size()
                || frame < 0) {
            return Optional.empty();
        }
        try {
            return viewing.pixels(all.get(series).instances().get(image).sha256(), frame);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What can be measured by assistants in the images of a case. */
    public Assistants assistants() {
        return new Assistants(viewing);
    }

    ImageKey key() {
        return key;
    }

    Staging stage() throws IOException {
        return new Staging(folder, incoming);
    }

    Path find(String sha256) {
        return Staging.placeOf(folder, sha256);
    }

    /** Something that reads or writes files. */
    interface Work<T> {
        T run() throws IOException;
    }

    <T> T exclusively(Work<T> work) throws IOException {
        turn.lock();
        try {
            return work.run();
        } finally {
            turn.unlock();
        }
    }

    private void sweep() throws IOException {
        try (var left = Files.newDirectoryStream(incoming)) {
            for (Path upload : left) {
                Staging.remove(upload);
            }
        }
    }
}
