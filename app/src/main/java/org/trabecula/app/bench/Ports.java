package org.trabecula.app.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Where measured programs listen. */
final class Ports {
    /** A first start may have to build and to rehearse. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private Ports() {}

    static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Waits until somebody listens there. */
    static void await(int port) throws IOException {
        long give = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < give) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException e) {
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
        throw new IOException("Nothing listens at port " + port + " after " + PATIENCE);
    }
}
