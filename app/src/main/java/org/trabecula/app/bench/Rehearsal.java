package org.trabecula.app.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.trabecula.app.Installation;
import org.trabecula.app.network.ImageReceiver;
import org.trabecula.dicom.SopClass;
import org.trabecula.dicom.net.DicomClient;
import org.trabecula.dicom.net.NetworkLimits;
import org.trabecula.dicom.net.Remote;

/** Images that are made here and received over DICOM until the JDK knows what is worth compiling well, so that it can remember it. */
public final class Rehearsal {
    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private Rehearsal() {}

    /**
     * Leaves the images in the installation.
     *
     * @param images how many; a method counts as worth it after some thousands of calls, and most are called several times for each image
     * @throws IOException when one of them is not taken
     */
    public static void receive(Installation installation, int images) throws IOException {
        Files.writeString(installation.home().resolve("dicom-senders.csv"), OwnServer.SENDER + ",*\n");
        ImageReceiver.Settings settings = new ImageReceiver.Settings(
                HERE.getHostAddress(), 0, OwnServer.TITLE, Optional.empty(), false, NetworkLimits.standard());
        try (ImageReceiver receiver = ImageReceiver.start(installation, settings)) {
            Remote remote = new Remote(
                    new InetSocketAddress(HERE, receiver.port()), OwnServer.TITLE, OwnServer.SENDER, Optional.empty());
            try (DicomClient client =
                    DicomClient.open(remote, List.of(DicomClient.Offer.plain(SopClass.CT)), NetworkLimits.standard())) {
                for (int image = 0; image < images; image++) {
                    DicomClient.Reply reply =
                            client.store(CtSeries.image(image / CtSeries.SLICES, image % CtSeries.SLICES));
                    if (!reply.isSuccess()) {
                        throw new IOException("An image was not taken: " + reply.comment());
                    }
                }
            }
        }
    }
}
