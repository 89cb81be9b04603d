package org.trabecula.app.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.trabecula.app.Installation;
import org.trabecula.app.Refusal;
import org.trabecula.app.network.ImageReceiver;
import org.trabecula.dicom.net.NetworkLimits;
import picocli.CommandLine.Option;

/** Whether and how images are received over DICOM's own protocol. */
final class ReceiverOptions {
    @Option(
            names = "--dicom-port",
            paramLabel = "PORT",
            description = "receive images there, commonly 11112; without this option none are received over DICOM."
                    + " Who may send stands in dicom-senders.csv in the installation's folder")
    private Optional<Integer> port = Optional.empty();

    @Option(
            names = "--dicom-title",
            paramLabel = "TITLE",
            description = "our application entity title (default: ${DEFAULT-VALUE})",
            defaultValue = "TRABECULA")
    private String title = "TRABECULA";

    @Option(
            names = "--dicom-keys",
            paramLabel = "FILE",
            description =
                    "a PKCS #12 file with our key and the certificates that we trust: images are then received over TLS")
    private Optional<Path> keys = Optional.empty();

    @Option(
            names = "--dicom-keys-password",
            paramLabel = "FILE",
            description = "a file with the password of that file in its first line")
    private Optional<Path> password = Optional.empty();

    @Option(names = "--dicom-certificates", description = "senders have to show a certificate that we trust")
    private boolean certificates;

    /** Starts to receive, if that was asked for. */
    Optional<ImageReceiver> start(Installation installation, String address) {
        return port.map(number -> ImageReceiver.start(
                installation,
                new ImageReceiver.Settings(
                        address, number, title, keys.map(this::tls), certificates, NetworkLimits.standard())));
    }

    String title() {
        return title;
    }

    private SSLContext tls(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            char[] secret = password.isPresent()
                    ? Files.readAllLines(password.get()).getFirst().toCharArray()
                    : new char[0];
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, secret);
            KeyManagerFactory ours = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            ours.init(store, secret);
            TrustManagerFactory theirs = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            theirs.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(ours.getKeyManagers(), theirs.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new Refusal("The keys in " + file + " cannot be used: " + e.getMessage());
        }
    }
}
