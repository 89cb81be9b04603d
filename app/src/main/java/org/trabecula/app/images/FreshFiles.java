package org.trabecula.app.images;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Writes files that nobody reads soon and that have to be on the disk before anything is answered. They go past the system's cache where
 * it allows that: filling the cache with half a megabyte costs up to three milliseconds, and the bytes have to reach the disk at once
 * anyhow. Where it does not, they are written as any other file.
 */
final class FreshFiles {
    private static final int ROOM = 1 << 20;

    private final Optional<OpenOption> past;
    private final ReentrantLock turn = new ReentrantLock();
    /** Of the archive's disk; 0 until the first file is written. */
    private int block;
    /** Whole blocks, laid out as the disk wants them. */
    private ByteBuffer room = ByteBuffer.allocate(0);

    FreshFiles() {
        this(direct());
    }

    /** @param past how to open a file so that what is written goes past the cache; empty where nobody knows */
    FreshFiles(Optional<OpenOption> past) {
        this.past = past;
    }

    /** Not every JDK has it: the option is none of the standard's. */
    private static Optional<OpenOption> direct() {
        try {
            return Stream.of(
                            Class.forName("com.sun.nio.file.ExtendedOpenOption").getEnumConstants())
                    .filter(option -> option.toString().equals("DIRECT"))
                    .map(OpenOption.class::cast)
                    .findFirst();
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        }
    }

    /** Writes an empty file that is there. When this returns, its bytes survive the loss of power. */
    void write(byte[] bytes, Path file) throws IOException {
        turn.lock();
        try {
            pastTheCache(bytes, file, past.orElseThrow(UnsupportedOperationException::new));
        } catch (IOException | UnsupportedOperationException e) {
            // Whatever is in the way may be in this way alone; what then happens on the common one counts.
            write(bytes, file, true);
        } finally {
            turn.unlock();
        }
    }

    /**
     * Writes an empty file that is there in the common way.
     *
     * @param durable whether to wait for the disk
     */
    static void write(byte[] bytes, Path file, boolean durable) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            writeAll(ByteBuffer.wrap(bytes), channel);
            if (durable) {
                channel.force(true);
            }
        }
    }

    /** In whole blocks, the last of them filled up with zeros that are cut off again. */
    private void pastTheCache(byte[] bytes, Path file, OpenOption way) throws IOException {
        if (block == 0) {
            block = layOut(Files.getFileStore(file).getBlockSize());
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, way)) {
            ByteBuffer blocks = room;
            for (int at = 0; at < bytes.length; at += room.capacity()) {
                int length = Math.min(room.capacity(), bytes.length - at);
                blocks.clear().put(bytes, at, length);
                while (blocks.position() % block != 0) {
                    blocks.put((byte) 0);
                }
                writeAll(blocks.flip(), channel);
            }
            channel.truncate(bytes.length);
            channel.force(true);
        }
    }

    private int layOut(long size) {
        if (size < 1 || size > ROOM || Long.bitCount(size) != 1) {
            throw new UnsupportedOperationException("Blocks of " + size + " bytes");
        }
        room = ByteBuffer.allocateDirect(ROOM + (int) size).alignedSlice((int) size);
        return (int) size;
    }

    private static void writeAll(ByteBuffer bytes, FileChannel channel) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
