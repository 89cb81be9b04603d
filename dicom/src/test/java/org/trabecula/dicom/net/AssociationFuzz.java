package org.trabecula.dicom.net;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * A target for Jazzer ({@code ./trabecula fuzz}): the bytes are all that a peer says. An association may end well or in an
 * {@link IOException}; anything else ends the run.
 */
public final class AssociationFuzz {

    private static final NetworkLimits LIMITS =
            new NetworkLimits(4, 1 << 16, 1 << 20, Duration.ofSeconds(5), Duration.ofSeconds(5));

    private static final Shelf SHELF = new Shelf();
    private static final DicomServer SERVER = started();

    private AssociationFuzz() {}

    public static void fuzzerTestOneInput(byte[] said) {
        try (Socket peer = new Canned(said);
                PduStream units = new PduStream(peer, LIMITS)) {
            SERVER.talk(peer, units, true);
        } catch (IOException ended) {
            // As it should.
            SHELF.reports.clear();
        }
        SHELF.kept.clear();
        SHELF.reports.clear();
    }

    private static DicomServer started() {
        try {
            return DicomServer.start(
                    new DicomServer.Listening(InetAddress.getLoopbackAddress(), 0, Optional.empty(), false, LIMITS),
                    SHELF);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A peer who has said everything already and listens to nothing. */
    private static final class Canned extends Socket {
        private final InputStream said;
        private final ByteArrayOutputStream heard = new ByteArrayOutputStream();

        Canned(byte[] said) {
            this.said = new ByteArrayInputStream(said);
        }

        @Override
        public InputStream getInputStream() {
            return said;
        }

        @Override
        public OutputStream getOutputStream() {
            return heard;
        }

        @Override
        public Set<SocketOption<?>> supportedOptions() {
            return Set.of();
        }

        @Override
        public InetAddress getInetAddress() {
            return InetAddress.getLoopbackAddress();
        }
    }
}
