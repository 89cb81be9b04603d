package org.trabecula.app.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a folder to one process. The operating system lets go of the lock when the process ends, however it ends. */
final class HomeLock implements AutoCloseable {
    private final FileChannel channel;

    private HomeLock(FileChannel channel) {
        this.channel = channel;
    }

    static HomeLock on(Path home) throws IOException {
        FileChannel channel =
                FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return new HomeLock(channel);
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new StoreOutOfReach(sentence(home), e);
        }
        channel.close();
        throw new StoreOutOfReach(sentence(home));
    }

    private static String sentence(Path home) {
        return "The program is already running on " + home
                + ", and a folder has one program at a time; stop it, then try again";
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
