package org.trabecula.app.demo;

import java.io.ByteArrayInputStream;
import java.io.InterruptedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.trabecula.app.images.Incoming;

/**
 * Makes the files of an examination on all processors while those that are made are looked at already. Whoever asks for a file that
 * somebody else is still making makes the next ones meanwhile, so that no processor waits.
 */
final class Workshop {
    private final List<FutureTask<byte[]>> files;

    private Workshop(List<FutureTask<byte[]>> files) {
        this.files = files;
    }

    /** Begins to make them, in this order. */
    static List<Incoming> begin(List<Callable<byte[]>> ways) {
        Workshop workshop =
                new Workshop(ways.stream().map(FutureTask<byte[]>::new).toList());
        for (int others = Runtime.getRuntime().availableProcessors() - 1; others > 0; others--) {
            ForkJoinPool.commonPool().execute(() -> workshop.files.forEach(FutureTask::run));
        }
        return IntStream.range(0, ways.size())
                .mapToObj(file -> new Incoming("phantom", () -> new ByteArrayInputStream(workshop.finished(file))))
                .toList();
    }

    /** A task that runs or has run lets itself be run again without doing anything. */
    private byte[] finished(int file) throws InterruptedIOException {
        FutureTask<byte[]> wanted = files.get(file);
        for (int next = file; next < files.size() && !wanted.isDone(); next++) {
            files.get(next).run();
        }
        try {
            return wanted.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("An image could not be made", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
