package org.trabecula.app.images;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * An upload that comes in chunks, in a folder of its own: a manifest of who sends how much, and a file for each file with as much of it
 * as has come. The names that the sender's files have are not kept.
 */
final class PartialUpload {
    private static final String MANIFEST = "manifest";
    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final String owner;
    private final List<Long> sizes;

    private PartialUpload(Path folder, String owner, List<Long> sizes) {
        this.folder = folder;
        this.owner = owner;
        this.sizes = List.copyOf(sizes);
    }

    static PartialUpload begin(Path folder, String owner, List<Long> sizes, Instant now) throws IOException {
        PartialUpload upload = new PartialUpload(folder, owner, sizes);
        List<String> lines = new ArrayList<>(List.of(owner));
        sizes.forEach(size -> lines.add(Long.toString(size)));
        Files.write(folder.resolve(MANIFEST), lines, StandardCharsets.UTF_8);
        upload.touch(now);
        return upload;
    }

    static PartialUpload in(Path folder) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve(MANIFEST), StandardCharsets.UTF_8);
        return new PartialUpload(
                folder,
                lines.getFirst(),
                lines.stream().skip(1).map(Long::valueOf).toList());
    }

    /** Who sends it, and where to. */
    String owner() {
        return owner;
    }

    Instant touched() throws IOException {
        return Files.getLastModifiedTime(folder.resolve(MANIFEST)).toInstant();
    }

    /** How many bytes of each file have come. */
    List<Long> come() throws IOException {
        List<Long> come = new ArrayList<>();
        for (int file = 0; file < sizes.size(); file++) {
            come.add(Files.exists(part(file)) ? Files.size(part(file)) : 0);
        }
        return come;
    }

    boolean whole() throws IOException {
        return come().equals(sizes);
    }

    /**
     * Adds a chunk to a file, all of it or nothing: what came of one that was cut off or does not have its hash is taken back.
     *
     * @param offset where the sender believes the file to go on
     */
    ChunkedUploads.Chunk append(int file, long offset, String sha256, InputStream chunk, Instant now)
            throws IOException {
        if (file < 0 || file >= sizes.size()) {
            return new ChunkedUploads.Chunk.Unknown();
        }
        try (FileChannel channel = FileChannel.open(part(file), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            long before = channel.size();
            if (before != offset) {
                return new ChunkedUploads.Chunk.Elsewhere(before);
            }
            boolean taken = false;
            try {
                channel.position(before);
                taken = copy(chunk, channel, sizes.get(file) - before).equals(sha256);
            } finally {
                if (!taken) {
                    channel.truncate(before);
                }
            }
            touch(now);
            return taken ? new ChunkedUploads.Chunk.Taken(channel.size()) : new ChunkedUploads.Chunk.Damaged(before);
        }
    }

    /** Answers the hash of what came; of more than there is room for, a hash that nothing has. */
    private static String copy(InputStream from, FileChannel to, long most) throws IOException {
        MessageDigest hash = sha256();
        byte[] buffer = new byte[BUFFER];
        long left = most;
        for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
            left -= count;
            if (left < 0) {
                return "";
            }
            hash.update(buffer, 0, count);
            ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, count);
            while (bytes.hasRemaining()) {
                to.write(bytes);
            }
        }
        return HexFormat.of().formatHex(hash.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The files under the names that their sender says again. */
    List<Incoming> files(List<String> names) {
        List<Incoming> files = new ArrayList<>();
        for (int file = 0; file < sizes.size(); file++) {
            Path part = part(file);
            files.add(new Incoming(
                    file < names.size() ? names.get(file) : "file " + (file + 1),
                    // Of an empty file nothing ever came.
                    () -> Files.exists(part) ? Files.newInputStream(part) : InputStream.nullInputStream()));
        }
        return files;
    }

    private Path part(int file) {
        return folder.resolve("part-" + file);
    }

    private void touch(Instant now) throws IOException {
        Files.setLastModifiedTime(folder.resolve(MANIFEST), FileTime.from(now));
    }
}
