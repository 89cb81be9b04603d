package org.trabecula.app.images;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.identity.Deidentifier;
import org.trabecula.dicom.pixel.DisplayImage;
import org.trabecula.dicom.pixel.PixelData;
import org.trabecula.dicom.pixel.Position;
import org.trabecula.dicom.pixel.Window;
import org.trabecula.study.conduct.Desk;
import org.trabecula.study.imaging.Lots;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.ReceivedInstance;
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
    private final Headers headers = new Headers(this::find);
    private final Viewing viewing = new Viewing(this, headers);
    private final Assistants assistants = new Assistants(viewing, headers);
    private final FreshFiles files = new FreshFiles();
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

    /** What waits until a person has seen it. */
    public Quarantine quarantine(Desk desk) {
        return new Quarantine(this, desk);
    }

    /** The lots that hang on the same secret as the images. */
    public Lots lots() {
        return key.lots();
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
        try (Staging staging = new Staging(folder, incoming, Optional.empty())) {
            Examination examination = new Examination(key, staging);
            List<Examined> examined = new java.util.ArrayList<>();
            for (Incoming file : files) {
                examined.add(examination.examine(file));
            }
            staging.commit();
            return Collected.byStudy(examined).stream()
                    .flatMap(study -> study.series().stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new empty file for what is too large to be held in memory while it comes. Whatever a crash leaves of it goes at the next start. */
    public Path temporary() throws IOException {
        return Files.createTempFile(incoming, "arriving", "");
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
        return instance(reading, series, image).flatMap(one -> frame(one.sha256(), frame));
    }

    /** The same as somebody is to see it. */
    public Optional<byte[]> pixels(ReadingCase reading, int series, int image, int frame, Sight sight) {
        return instance(reading, series, image).flatMap(one -> {
            try {
                return viewing.pixels(one.sha256(), List.of(series, image, frame), sight);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /**
     * One frame of an archived file as a picture, whether its images are dealt to readers, filed, or wait. Empty when there is no such
     * frame.
     *
     * @param frame from 0
     */
    public Optional<byte[]> rendered(String sha256, int frame, Rendering how) {
        try {
            return viewing.rendered(sha256, frame, how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The UID by which an object is known here that its sender knows by this one. */
    public String replacement(String uid) {
        return new Deidentifier(key.secret()).replacement(uid);
    }

    /** What an archived file says beside its pixels; in place of long values stand two bytes. */
    public Dataset header(String sha256) {
        try {
            return headers.of(sha256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The bytes of an archived file, held against its hash. */
    public byte[] bytes(String sha256) {
        try {
            return viewing.bytes(sha256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The stored values of one frame of an archived file, little endian. Empty when there is no such frame. */
    public Optional<byte[]> frame(String sha256, int frame) {
        try {
            return viewing.pixels(sha256, frame);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The window that shows everything in a frame, for what the file's own window hides; empty when there is no such frame. */
    public Optional<Window> fullWindow(String sha256, int frame) {
        try {
            PixelData pixels = viewing.pixels(sha256);
            return frame < 0 || frame >= pixels.frames() ? Optional.empty() : Optional.of(pixels.fullWindow(frame));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An archived file, held against its hash. */
    DicomFile file(String sha256) {
        try {
            return viewing.read(sha256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One frame for measuring on it; all numbers count from 0. Empty when there is no such frame. */
    public Optional<MeasurableFrame> measurable(ReadingCase reading, int series, int image, int frame) {
        return instance(reading, series, image).flatMap(one -> {
            try {
                return viewing.measurable(one, frame);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** Where an image stands in its case: its series and its place in that, from 0. Empty when it is not of the case. */
    public Optional<List<Integer>> place(ReadingCase reading, String instance) {
        List<ReceivedSeries> all = viewing.merged(reading);
        for (int series = 0; series < all.size(); series++) {
            List<String> uids = all.get(series).instances().stream()
                    .map(ReceivedInstance::uid)
                    .toList();
            if (uids.contains(instance)) {
                return Optional.of(List.of(series, uids.indexOf(instance)));
            }
        }
        return Optional.empty();
    }

    /**
     * Of the frames of an image the one whose plane is nearest to a point; the first when nothing says where they lie.
     *
     * @param place series and image in the case, from 0
     */
    public int frame(ReadingCase reading, List<Integer> place, Position near) {
        List<DisplayImage> frames = series(reading).get(place.get(0)).images().get(place.get(1));
        return IntStream.range(0, frames.size())
                .boxed()
                .min(Comparator.comparingDouble(frame -> away(frames.get(frame), near)))
                .orElse(0);
    }

    private static double away(DisplayImage frame, Position point) {
        return frame.orientation()
                .flatMap(to -> frame.position()
                        .map(from ->
                                Math.abs(to.normal().dot(point) - to.normal().dot(from))))
                .orElse(0.0);
    }

    private Optional<ReceivedInstance> instance(ReadingCase reading, int series, int image) {
        List<ReceivedSeries> all = viewing.merged(reading);
        boolean there = series >= 0
                && series < all.size()
                && image >= 0
                && image < all.get(series).instances().size();
        return there ? Optional.of(all.get(series).instances().get(image)) : Optional.empty();
    }

    /** Volumes to measure in. */
    public Assistants assistants() {
        return assistants;
    }

    /** Proposes where to measure bone. */
    public BoneAssistant bone() {
        return new BoneAssistant(this, assistants);
    }

    /** Measures at screws. */
    public ScrewAssistant screws() {
        return new ScrewAssistant(viewing, assistants);
    }

    ImageKey key() {
        return key;
    }

    Staging stage() {
        return new Staging(folder, incoming, Optional.of(files));
    }

    Path find(String sha256) {
        return Staging.placeOf(folder, sha256);
    }

    /** Uploads that come in chunks. */
    public ChunkedUploads chunked(Clock clock, RandomGenerator random) {
        return new ChunkedUploads(folder.resolve("uploads"), Caps.standard(), clock, random);
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
                if (Files.isDirectory(upload)) {
                    Staging.remove(upload);
                } else {
                    Files.delete(upload);
                }
            }
        }
    }
}
