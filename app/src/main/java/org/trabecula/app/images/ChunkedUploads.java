package org.trabecula.app.images;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Uploads that a browser sends in chunks, so that a broken connection or a closed tab goes on where it stopped, also after the program was
 * started anew. They lie below {@code images/uploads} until they are whole and were received, or nobody went on with them for a day.
 */
public final class ChunkedUploads {
    /** Chunks larger than this are refused by their sender's own count. */
    public static final int MOST_CHUNK = 8 << 20;

    private static final Duration KEPT = Duration.ofDays(1);
    /** Of one person at one time. */
    private static final int MOST_OPEN = 4;

    private static final int ID_BYTES = 16;

    private final Path folder;
    private final Caps caps;
    private final Clock clock;
    private final RandomGenerator random;

    ChunkedUploads(Path folder, Caps caps, Clock clock, RandomGenerator random) {
        this.folder = folder;
        this.caps = caps;
        this.clock = clock;
        this.random = random;
    }

    /** What became of a chunk. */
    public sealed interface Chunk {
        /**
         * All of it was kept.
         *
         * @param come how much of the file is here now
         */
        record Taken(long come) implements Chunk {}

        /** The file goes on somewhere else than its sender believes. */
        record Elsewhere(long come) implements Chunk {}

        /** It was cut off or changed on its way, or is more than was announced. Nothing of it was kept. */
        record Damaged(long come) implements Chunk {}

        /** There is no such upload of this sender, or no such file. */
        record Unknown() implements Chunk {}
    }

    /**
     * Begins an upload; empty when it is larger than one may be.
     *
     * @param owner who sends it and where to; only the same goes on with it
     * @param sizes of its files, bytes
     */
    public synchronized Optional<String> begin(String owner, List<Long> sizes) throws IOException {
        boolean sound = !sizes.isEmpty()
                && sizes.size() <= caps.files()
                && sizes.stream().allMatch(size -> size >= 0 && size <= caps.bytes())
                && sizes.stream().mapToLong(size -> size).sum() <= caps.bytes();
        sweep();
        if (!sound || openOf(owner) >= MOST_OPEN) {
            return Optional.empty();
        }
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        String id = HexFormat.of().formatHex(bytes);
        Files.createDirectories(folder);
        PartialUpload.begin(Files.createDirectory(folder.resolve(id)), owner, sizes, clock.instant());
        return Optional.of(id);
    }

    private int openOf(String owner) throws IOException {
        int open = 0;
        for (Path one : folders()) {
            open += PartialUpload.in(one).owner().equals(owner) ? 1 : 0;
        }
        return open;
    }

    /** How many bytes of each file have come; empty when there is no such upload of this sender. */
    public synchronized Optional<List<Long>> come(String id, String owner) throws IOException {
        Optional<PartialUpload> found = find(id, owner);
        return found.isPresent() ? Optional.of(found.get().come()) : Optional.empty();
    }

    /**
     * Adds a chunk, all of it or nothing.
     *
     * @param file which of the files, from 0
     * @param sha256 of the chunk, 64 hexadecimal digits
     * @throws IOException if the connection broke; nothing of the chunk is kept then
     */
    public Chunk append(String id, String owner, int file, long offset, String sha256, InputStream chunk)
            throws IOException {
        Optional<PartialUpload> found = find(id, owner);
        return found.isPresent()
                ? found.get().append(file, offset, sha256, chunk, clock.instant())
                : new Chunk.Unknown();
    }

    /** What takes the files of a whole upload. */
    public interface Taker<T> {
        T take(List<Incoming> files) throws IOException;
    }

    /**
     * Hands a whole upload on and removes it, whatever became of it. Empty when there is none or it is not whole.
     *
     * @param names of its files as their sender calls them
     */
    public <T> Optional<T> finish(String id, String owner, List<String> names, Taker<T> taker) throws IOException {
        Optional<PartialUpload> found = find(id, owner);
        if (found.isEmpty() || !found.get().whole()) {
            return Optional.empty();
        }
        try {
            return Optional.of(taker.take(found.get().files(names)));
        } finally {
            Staging.remove(folder.resolve(id));
        }
    }

    private Optional<PartialUpload> find(String id, String owner) throws IOException {
        if (!id.matches("[0-9a-f]{32}") || !Files.isDirectory(folder.resolve(id))) {
            return Optional.empty();
        }
        PartialUpload upload = PartialUpload.in(folder.resolve(id));
        return upload.owner().equals(owner) ? Optional.of(upload) : Optional.empty();
    }

    private List<Path> folders() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var found = Files.newDirectoryStream(folder)) {
            List<Path> folders = new java.util.ArrayList<>();
            found.forEach(folders::add);
            return folders;
        }
    }

    /** Removes what nobody went on with. */
    public synchronized void sweep() throws IOException {
        for (Path one : folders()) {
            boolean begun = Files.exists(one.resolve("manifest"));
            if (!begun || PartialUpload.in(one).touched().plus(KEPT).isBefore(clock.instant())) {
                Staging.remove(one);
            }
        }
    }
}
