package org.trabecula.app.images;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Walks through an upload, into its zip archives too, and counts. Names in an archive are never used as paths. */
final class Unpacking {

    /** Takes one file. */
    interface Taker {
        void take(Incoming file) throws IOException;
    }

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};

    private final Staging staging;
    private final Caps caps;
    private final Taker taker;
    private final List<Rejection> rejections = new ArrayList<>();
    private int files;
    private long bytes;

    Unpacking(Staging staging, Caps caps, Taker taker) {
        this.staging = staging;
        this.caps = caps;
        this.taker = taker;
    }

    /** Hands every file to the taker; answers what was refused, by name. */
    List<Rejection> run(List<Incoming> upload) throws IOException {
        for (Incoming file : upload) {
            if (!guarded(() -> open(file))) {
                return rejections;
            }
        }
        if (files == 0 && rejections.isEmpty()) {
            rejections.add(Rejection.of(IntakeRule.IMAGE_NO_FILES, ""));
        }
        return rejections;
    }

    private interface Step {
        void run() throws IOException;
    }

    /** Answers whether to go on. */
    private boolean guarded(Step step) throws IOException {
        try {
            step.run();
            return true;
        } catch (RejectedFile refused) {
            rejections.add(refused.rejection());
            return !refused.stopsAll();
        }
    }

    private void open(Incoming file) throws IOException {
        if (file.beside()) {
            return;
        }
        if (isZip(file)) {
            Path copy = staging.keep(file);
            try (ZipFile zip = new ZipFile(copy.toFile())) {
                unpack(file, zip, java.nio.file.Files.size(copy));
            } catch (ZipException | EOFException e) {
                throw RejectedFile.because(IntakeRule.ZIP_DAMAGED, file.name());
            }
        } else {
            take(file, length -> {});
        }
    }

    private void unpack(Incoming archive, ZipFile zip, long packed) throws IOException {
        List<? extends ZipEntry> entries = Collections.list(zip.entries());
        entries.forEach(entry -> refuseClimbing(archive, entry));
        long most = Math.max(packed, 1) * caps.ratio();
        Meter whole = new Meter(most, RejectedFile.whole(IntakeRule.ZIP_BOMB, archive.name(), caps.ratio()));
        for (ZipEntry entry : entries) {
            Incoming inside = new Incoming(entry.getName(), () -> zip.getInputStream(entry));
            if (entry.isDirectory() || inside.beside()) {
                continue;
            }
            long allowed = Math.max(entry.getCompressedSize(), 1) * caps.ratio();
            Meter own = new Meter(allowed, RejectedFile.whole(IntakeRule.ZIP_BOMB, inside.name(), caps.ratio()));
            boolean goOn = guarded(() -> take(inside, length -> {
                own.count(length);
                whole.count(length);
            }));
            if (!goOn) {
                return;
            }
        }
    }

    private static void refuseClimbing(Incoming archive, ZipEntry entry) {
        String name = entry.getName().replace('\\', '/');
        boolean climbs = name.startsWith("/")
                || name.matches("[A-Za-z]:.*")
                || name.indexOf('\0') >= 0
                || List.of(name.split("/", -1)).contains("..");
        if (climbs) {
            throw RejectedFile.because(
                    IntakeRule.ZIP_CLIMBS, archive.name(), new Incoming(name, InputStream::nullInputStream).name());
        }
    }

    private void take(Incoming file, java.util.function.LongConsumer meter) throws IOException {
        files++;
        if (files > caps.files()) {
            throw RejectedFile.whole(IntakeRule.UPLOAD_TOO_MANY, file.name(), caps.files());
        }
        taker.take(new Incoming(
                file.name(),
                () -> new MeteredStream(file.source().open(), length -> {
                    meter.accept(length);
                    count(file, length);
                })));
    }

    private void count(Incoming file, long length) {
        bytes += length;
        if (bytes > caps.bytes()) {
            throw RejectedFile.whole(IntakeRule.UPLOAD_TOO_LARGE, file.name(), caps.bytes() / Caps.MEGABYTE);
        }
    }

    /** A DICOM file may begin with anything at all, so its own mark at byte 128 counts more. */
    private static boolean isZip(Incoming file) throws IOException {
        try (InputStream in = file.source().open()) {
            byte[] start = in.readNBytes(132);
            boolean dicom = start.length == 132
                    && start[128] == 'D'
                    && start[129] == 'I'
                    && start[130] == 'C'
                    && start[131] == 'M';
            return !dicom && (begins(start, ZIP) || begins(start, EMPTY_ZIP));
        }
    }

    private static boolean begins(byte[] bytes, byte[] with) {
        return bytes.length >= with.length && java.util.Arrays.equals(bytes, 0, with.length, with, 0, with.length);
    }

    /** Counts up to a limit and no further. */
    private static final class Meter {
        private final RejectedFile refusal;
        private long left;

        Meter(long most, RejectedFile refusal) {
            this.left = most;
            this.refusal = refusal;
        }

        void count(long length) {
            left -= length;
            if (left < 0) {
                throw refusal;
            }
        }
    }
}
