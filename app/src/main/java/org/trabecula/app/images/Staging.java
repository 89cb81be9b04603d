package org.trabecula.app.images;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trabecula.study.journal.Hash;

/**
 * Where an upload lies until all of it is found good: a folder of its own in the archive's file system. Closing it without
 * {@link #commit} leaves nothing behind.
 */
final class Staging implements AutoCloseable {
    private final Path archive;
    private final Path folder;
    private final Map<String, Path> written = new LinkedHashMap<>();
    private int kept;

    Staging(Path archive, Path incoming) throws IOException {
        this.archive = archive;
        this.folder = Files.createTempDirectory(incoming, "upload");
    }

    /** Writes what is to be archived; answers its SHA-256, by which it will be found. */
    String write(byte[] bytes) throws IOException {
        String sha256 = Hash.sha256(bytes).toString();
        if (!written.containsKey(sha256) && !Files.exists(placeOf(archive, sha256))) {
            Path file = folder.resolve(sha256);
            Files.write(file, bytes, StandardOpenOption.CREATE_NEW);
            written.put(sha256, file);
        }
        return sha256;
    }

    /** Keeps a file as it came, for as long as this staging is open. */
    Path keep(Incoming file) throws IOException {
        Path copy = folder.resolve("kept-" + kept++);
        try (InputStream in = file.source().open()) {
            Files.copy(in, copy);
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

    /** Moves everything that was written to its place. When this returns it survives the loss of power. */
    void commit() throws IOException {
        commit(true);
    }

    /** The same without waiting for the disk, for what can be made again. */
    void commitInHaste() throws IOException {
        commit(false);
    }

    private void commit(boolean durably) throws IOException {
        Set<Path> folders = new LinkedHashSet<>();
        for (Map.Entry<String, Path> one : written.entrySet()) {
            Path place = placeOf(archive, one.getKey());
            Path parent = archive.resolve(place.getName(place.getNameCount() - 2));
            if (!Files.isDirectory(parent)) {
                Files.createDirectories(parent);
                folders.add(archive);
            }
            if (durably) {
                force(one.getValue(), StandardOpenOption.WRITE);
            }
            Files.move(one.getValue(), place, StandardCopyOption.ATOMIC_MOVE);
            folders.add(parent);
        }
        written.clear();
        if (durably) {
            for (Path changed : folders) {
                force(changed, StandardOpenOption.READ);
            }
        }
    }

    @Override
    public void close() throws IOException {
        remove(folder);
    }

    /** {@code ab/cdef…} for the hash {@code abcdef…}: made from our own hash alone, never from a name that somebody sent. */
    static Path placeOf(Path archive, String sha256) {
        if (!sha256.matches("[0-9a-f]{64}")) {
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

    /** Flushes a file, or a folder's list of names, to the disk. */
    private static void force(Path path, StandardOpenOption how) throws IOException {
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}
