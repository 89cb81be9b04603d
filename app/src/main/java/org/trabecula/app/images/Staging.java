package org.trabecula.app.images;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;
import org.trabecula.study.journal.Hash;

/**
 * Where an upload lies until all of it is found good: files in the archive's file system that nobody else reads. Closing it without
 * {@link #commit} leaves nothing behind.
 */
final class Staging implements AutoCloseable {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Path archive;
    private final Path incoming;
    private final Optional<FreshFiles> durable;
    private final Map<String, Path> written = new LinkedHashMap<>();
    private final List<Path> kept = new ArrayList<>();

    /** @param durable by which to wait for the disk; not needed for what can be made again */
    Staging(Path archive, Path incoming, Optional<FreshFiles> durable) {
        this.archive = archive;
        this.incoming = incoming;
        this.durable = durable;
    }

    /** Bytes on their way to the disk while somebody looks at them. What is not taken goes when this is closed. */
    final class Writing implements AutoCloseable {
        private final byte[] bytes;
        private final CompletableFuture<Path> flushed;
        private boolean taken;

        private Writing(byte[] bytes) {
            this.bytes = bytes;
            this.flushed = CompletableFuture.supplyAsync(() -> written(bytes), Thread::startVirtualThread);
        }

        /** They are to be archived; answers their SHA-256, by which they will be found. */
        String take() throws IOException {
            // By this thread, which would have to wait for the disk anyhow.
            String sha256 = Hash.sha256(bytes).toString();
            Path file = flushed();
            taken = !written.containsKey(sha256) && !Files.exists(placeOf(archive, sha256));
            if (taken) {
                written.put(sha256, file);
            }
            return sha256;
        }

        private Path flushed() throws IOException {
            try {
                return flushed.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof UncheckedIOException failed ? failed.getCause() : new IOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            if (!taken) {
                Optional<Path> file =
                        flushed.handle((there, _) -> Optional.ofNullable(there)).join();
                if (file.isPresent()) {
                    Files.delete(file.get());
                }
            }
        }
    }

    /** Begins to write what may be archived. */
    Writing begin(byte[] bytes) {
        return new Writing(bytes);
    }

    /** Writes what is to be archived; answers its SHA-256, by which it will be found. */
    String write(byte[] bytes) throws IOException {
        try (Writing writing = begin(bytes)) {
            return writing.take();
        }
    }

    /** The file to which the bytes were written; none is left behind when they could not be. */
    private Path written(byte[] bytes) {
        try {
            Path file = Files.createTempFile(incoming, "new", "");
            try {
                write(bytes, file);
                return file;
            } catch (IOException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(byte[] bytes, Path file) throws IOException {
        if (durable.isPresent()) {
            durable.get().write(bytes, file);
        } else {
            FreshFiles.write(bytes, file, false);
        }
    }

    /** Keeps a file as it came, for as long as this staging is open. */
    Path keep(Incoming file) throws IOException {
        Path copy = Files.createTempFile(incoming, "kept", "");
        kept.add(copy);
        try (InputStream in = file.source().open()) {
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        return copy;
    }

    /** The written bytes of this upload, or those that the archive had before. */
    Path find(String sha256) {
        return written.getOrDefault(sha256, placeOf(archive, sha256));
    }

    /** Forgets what was written but is not among these: it will not be archived. */
    void keepOnly(Set<String> hashes) throws IOException {
        List<String> others =
                written.keySet().stream().filter(hash -> !hashes.contains(hash)).toList();
        for (String hash : others) {
            Path file = written.get(hash);
            written.remove(hash);
            Files.deleteIfExists(file);
        }
    }

    /** Moves everything that was written to its place. When this returns, what is durable survives the loss of power. */
    void commit() throws IOException {
        Set<Path> folders = new LinkedHashSet<>();
        for (Map.Entry<String, Path> one : written.entrySet()) {
            Path place = placeOf(archive, one.getKey());
            Path parent = archive.resolve(place.getName(place.getNameCount() - 2));
            if (!Files.isDirectory(parent)) {
                Files.createDirectories(parent);
                folders.add(archive);
            }
            Files.move(one.getValue(), place, StandardCopyOption.ATOMIC_MOVE);
            folders.add(parent);
        }
        written.clear();
        if (durable.isPresent()) {
            for (Path changed : folders) {
                flush(changed);
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (Path file : written.values()) {
            Files.deleteIfExists(file);
        }
        for (Path file : kept) {
            Files.deleteIfExists(file);
        }
    }

    /** {@code ab/cdef…} for the hash {@code abcdef…}: made from our own hash alone, never from a name that somebody sent. */
    static Path placeOf(Path archive, String sha256) {
        if (!HASH.matcher(sha256).matches()) {
            throw new IllegalArgumentException("Not a SHA-256");
        }
        return archive.resolve(sha256.substring(0, 2)).resolve(sha256.substring(2));
    }

    static void remove(Path folder) throws IOException {
        try (var files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** Flushes a folder's list of names to the disk. */
    private static void flush(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
