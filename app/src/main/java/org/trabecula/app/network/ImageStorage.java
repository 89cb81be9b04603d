package org.trabecula.app.network;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.trabecula.app.Installation;
import org.trabecula.app.Refusal;
import org.trabecula.app.images.Safekeeping;
import org.trabecula.dicom.net.Arriving;
import org.trabecula.dicom.net.InstanceReference;
import org.trabecula.dicom.net.Peer;
import org.trabecula.dicom.net.Remote;
import org.trabecula.dicom.net.StorageService;
import org.trabecula.study.journal.Actor;
import org.trabecula.study.protocol.SiteDefinition;

/** What the study does with images from the network: takes in those of known senders, and vouches for those that it keeps. */
final class ImageStorage implements StorageService {
    private static final System.Logger LOG = System.getLogger(ImageStorage.class.getName());
    private final Installation installation;
    private final ImageReceiver.Settings settings;

    ImageStorage(Installation installation, ImageReceiver.Settings settings) {
        this.installation = installation;
        this.settings = settings;
    }

    /** As the file says now: a sender who is taken out is not admitted again. */
    Senders senders() throws IOException {
        Set<String> sites =
                installation.protocol().sites().stream().map(SiteDefinition::id).collect(Collectors.toSet());
        return Senders.in(installation.home(), sites);
    }

    private Optional<Sender> sender(Peer peer) {
        try {
            return senders().find(peer.calling());
        } catch (IOException | Refusal e) {
            LOG.log(System.Logger.Level.ERROR, "Nobody can send images: {0}", e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public Admission admit(Peer peer) {
        if (!peer.called().equals(settings.title())) {
            return Admission.CALLED_UNKNOWN;
        }
        return sender(peer).isPresent() ? Admission.WELCOME : Admission.CALLING_UNKNOWN;
    }

    @Override
    public Receiving begin(Peer peer, Arriving object) throws IOException {
        Actor actor = sender(peer)
                .map(Sender::actor)
                .orElseThrow(() -> new IOException(peer.calling() + " may no longer send"));
        return new ArrivingImage(installation, actor, object);
    }

    @Override
    public List<Commitment> commitments(Peer peer, List<InstanceReference> objects) {
        Safekeeping kept = Safekeeping.now(installation.images(), installation.desk());
        return objects.parallelStream()
                .map(one -> verdict(kept.find(one.sopClass(), one.sopInstance())))
                .toList();
    }

    private static Commitment verdict(Safekeeping.Found found) {
        return switch (found) {
            case SOUND -> Commitment.KEPT;
            case UNKNOWN -> Commitment.UNKNOWN;
            case OTHER_KIND -> Commitment.OTHER_CLASS;
            case DAMAGED -> Commitment.FAILED;
        };
    }

    @Override
    public Optional<Remote> reportsTo(Peer peer) {
        return sender(peer)
                .flatMap(Sender::reports)
                .map(at -> new Remote(
                        new InetSocketAddress(at.host(), at.port()), peer.calling(), settings.title(), settings.tls()));
    }
}
