package org.trabecula.app.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.trabecula.app.Installation;
import org.trabecula.study.site.Role;

/**
 * Images from programs: STOW-RS (PS3.18 section 10.5). Each image stands for itself. Parts are written to files as they come and taken in
 * some tens at a time, while the next come, so that memory does not grow with the request; what was taken stays when the request breaks off later.
 */
@Controller
final class DicomWebStorage {
    private static final int TOGETHER = 50;
    private static final long MOST_TOGETHER = 64L << 20;
    private static final long MOST_PART = 256L << 20;
    private final Installation installation;

    DicomWebStorage(Installation installation) {
        this.installation = installation;
    }

    @Allowed({Role.COORDINATOR, Role.INVESTIGATOR, Role.DATA_MANAGER})
    @PostMapping({"/dicomweb/studies", "/dicomweb/studies/{study}"})
    ResponseEntity<String> store(@PathVariable Optional<String> study, Visitor visitor, HttpServletRequest request)
            throws IOException {
        String type = Optional.ofNullable(request.getContentType()).orElse("");
        Optional<String> boundary = MultipartParts.boundary(type);
        if (boundary.isEmpty() || !type.contains("application/dicom") || type.contains("application/dicom+")) {
            return ResponseEntity.status(HttpStatus.UNSUPPORTED_MEDIA_TYPE).build();
        }
        DicomWebStoring storing = new DicomWebStoring(installation, visitor, study, DicomWebSearch.base(request));
        try {
            receive(new MultipartParts(request.getInputStream(), boundary.get()), storing);
        } catch (EOFException e) {
            return ResponseEntity.badRequest().body("The request ends before its last delimiter.");
        }
        return ResponseEntity.status(storing.status())
                .header("Content-Type", DicomWebSearch.JSON)
                .body(storing.json());
    }

    private void receive(MultipartParts parts, DicomWebStoring storing) throws IOException {
        int foreign = 0;
        try (Arrived arrived = new Arrived(storing)) {
            for (Optional<String> type = parts.next(); type.isPresent(); type = parts.next()) {
                if (!type.get().isEmpty() && !type.get().startsWith("application/dicom")) {
                    foreign++;
                    continue;
                }
                Path file = installation.images().temporary();
                arrived.add(file);
                arrived.written(copy(parts, file));
            }
            arrived.finish();
        }
        for (; foreign > 0; foreign--) {
            storing.refuseForeign();
        }
    }

    /** Files that wait to be taken in; while some tens are, the next may come. */
    private static final class Arrived implements AutoCloseable {
        private final DicomWebStoring storing;
        private List<Path> waiting = new ArrayList<>();
        private long bytes;
        private Future<Void> taking = CompletableFuture.completedFuture(null);

        Arrived(DicomWebStoring storing) {
            this.storing = storing;
        }

        void add(Path file) {
            waiting.add(file);
        }

        void written(long length) throws IOException {
            bytes += length;
            if (waiting.size() == TOGETHER || bytes > MOST_TOGETHER) {
                take();
            }
        }

        void finish() throws IOException {
            take();
            await();
        }

        /** Takes them beside what comes next, but not before the last ones are taken: two heaps at most lie on the disk. */
        private void take() throws IOException {
            await();
            List<Path> files = waiting;
            FutureTask<Void> task = new FutureTask<>(() -> {
                try {
                    storing.take(files);
                } finally {
                    clear(files);
                }
                return null;
            });
            Thread.startVirtualThread(task);
            taking = task;
            waiting = new ArrayList<>();
            bytes = 0;
        }

        private void await() throws IOException {
            try {
                taking.get();
            } catch (ExecutionException e) {
                throw new IOException("What came could not be taken in", e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("The program is being stopped", e);
            }
        }

        @Override
        public void close() throws IOException {
            try {
                await();
            } finally {
                clear(waiting);
            }
        }
    }

    private static void clear(List<Path> files) throws IOException {
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }

    private static long copy(MultipartParts parts, Path to) throws IOException {
        try (Limited out = new Limited(Files.newOutputStream(to))) {
            parts.copy(out);
            return out.written;
        }
    }

    /** Keeps what an image may have and one byte more, so that it is found too large afterwards and the next one is read. */
    private static final class Limited extends OutputStream {
        private final OutputStream out;
        private long written;

        Limited(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            long room = MOST_PART + 1 - written;
            if (room > 0) {
                out.write(bytes, from, (int) Math.min(room, length));
            }
            written += length;
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
