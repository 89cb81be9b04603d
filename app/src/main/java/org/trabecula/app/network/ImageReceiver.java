package org.trabecula.app.network;

import java.io.IOException;
import java.net.InetAddress;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.trabecula.app.Installation;
import org.trabecula.app.Refusal;
import org.trabecula.dicom.net.DicomServer;
import org.trabecula.dicom.net.NetworkLimits;

/** Listens for images that scanners and archives send, and takes them in like any other upload. */
public final class ImageReceiver implements AutoCloseable {

    /**
     * Where and as whom.
     *
     * @param port 0 takes a free one
     * @param title our application entity title
     * @param tls with which keys; empty talks in the clear
     * @param certificates whether senders have to show a certificate
     */
    public record Settings(
            String address,
            int port,
            String title,
            Optional<SSLContext> tls,
            boolean certificates,
            NetworkLimits limits) {}

    private final DicomServer server;
    private final int senders;

    private ImageReceiver(DicomServer server, int senders) {
        this.server = server;
        this.senders = senders;
    }

    /**
     * Starts to listen.
     *
     * @throws Refusal when it cannot listen there, or the list of senders cannot be understood
     */
    public static ImageReceiver start(Installation installation, Settings settings) {
        ImageStorage storage = new ImageStorage(installation, settings);
        try {
            DicomServer.Listening listening = new DicomServer.Listening(
                    InetAddress.getByName(settings.address()),
                    settings.port(),
                    settings.tls(),
                    settings.certificates(),
                    settings.limits());
            return new ImageReceiver(
                    DicomServer.start(listening, storage),
                    storage.senders().all().size());
        } catch (IOException e) {
            throw new Refusal("Images cannot be received at " + settings.address() + ":" + settings.port() + ": "
                    + e.getMessage());
        }
    }

    public int port() {
        return server.port();
    }

    /** How many senders are known. */
    public int senders() {
        return senders;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            System.getLogger(ImageReceiver.class.getName()).log(System.Logger.Level.DEBUG, "While closing", e);
        }
    }
}
