package org.trabecula.dicom.net;

import java.io.IOException;
import java.lang.System.Logger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import javax.net.ssl.SSLContext;
import org.trabecula.dicom.net.NetworkException.Reason;

/** Listens for associations and serves each on a thread of its own: echo, storage, storage commitment. */
public final class DicomServer implements AutoCloseable {
    private static final Logger LOG = System.getLogger(DicomServer.class.getName());
    private static final int BACKLOG = 64;
    private static final Duration FAREWELL = Duration.ofSeconds(10);

    /**
     * Where and how to listen.
     *
     * @param port 0 takes a free one
     * @param tls with which keys; empty talks in the clear
     * @param certificates whether a peer has to show a certificate that the keys' trust managers accept
     */
    public record Listening(
            InetAddress address, int port, Optional<SSLContext> tls, boolean certificates, NetworkLimits limits) {

        /** In the clear, with the standard limits. */
        public static Listening plain(InetAddress address, int port) {
            return new Listening(address, port, Optional.empty(), false, NetworkLimits.standard());
        }
    }

    private final ServerSocket listener;
    private final StorageService service;
    private final NetworkLimits limits;
    private final Semaphore room;
    private final Semaphore waiting;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Set<Thread> serving = ConcurrentHashMap.newKeySet();

    private DicomServer(ServerSocket listener, StorageService service, NetworkLimits limits) {
        this.listener = listener;
        this.service = service;
        this.limits = limits;
        this.room = new Semaphore(limits.associations());
        // Those for whom there is no room are told so; a flood of them is not even that.
        this.waiting = new Semaphore(limits.associations());
    }

    /** Starts to listen. Closing it breaks off what is still being received. */
    public static DicomServer start(Listening listening, StorageService service) throws IOException {
        ServerSocket listener = listening.tls().isPresent()
                ? Tls.listener(listening.tls().get(), listening.certificates())
                : new ServerSocket();
        listener.setReuseAddress(true);
        listener.bind(new InetSocketAddress(listening.address(), listening.port()), BACKLOG);
        DicomServer server = new DicomServer(listener, service, listening.limits());
        Thread.ofVirtual().name("dicom-listener").start(server::accept);
        return server;
    }

    public int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                // Few and busy: a thread of the system's own wakes sooner when bytes come than a virtual one.
                Thread.ofPlatform().daemon().name("dicom-association").start(() -> serve(socket));
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    LOG.log(Logger.Level.WARNING, "A connection could not be taken: {0}", e.getMessage());
                }
            }
        }
    }

    private void serve(Socket socket) {
        serving.add(Thread.currentThread());
        try (socket;
                PduStream units = new PduStream(socket, limits)) {
            seat(socket, units);
        } catch (IOException e) {
            LOG.log(Logger.Level.INFO, "An association ended early: {0}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.log(Logger.Level.ERROR, "An association ended in a fault of ours", e);
        } finally {
            open.remove(socket);
            serving.remove(Thread.currentThread());
        }
    }

    /** The place is given back before the connection closes: a peer who sees the end may come again at once. */
    private void seat(Socket socket, PduStream units) throws IOException {
        boolean roomy = room.tryAcquire();
        if (roomy || waiting.tryAcquire()) {
            try {
                talk(socket, units, roomy);
            } finally {
                (roomy ? room : waiting).release();
            }
        }
    }

    /** One association, from its request to the parting. */
    void talk(Socket socket, PduStream units, boolean roomy) throws IOException {
        try {
            associate(socket, units, roomy);
        } catch (NetworkException e) {
            if (!e.isGone()) {
                units.write(new Pdu.Abort(2, e.reason().ordinal()));
            }
            throw e;
        }
    }

    private void associate(Socket socket, PduStream units, boolean roomy) throws IOException {
        Optional<Pdu> first = units.read();
        if (first.isEmpty()) {
            return;
        }
        if (!(first.get() instanceof Pdu.AssociateRequest(var proposal))) {
            throw NetworkException.because(Reason.UNEXPECTED_PDU, "An association begins with a request.");
        }
        Peer peer = new Peer(proposal.calling(), proposal.called(), socket.getInetAddress());
        Optional<Pdu.AssociateReject> rejection = rejection(proposal, peer, roomy);
        if (rejection.isPresent()) {
            units.write(rejection.get());
            return;
        }
        Negotiation negotiation = Negotiation.of(proposal, limits);
        units.write(new Pdu.AssociateAccept(negotiation.acceptance()));
        Messages messages =
                new Messages(units, negotiation.agreed(), proposal.user().longest(), limits);
        new ServedAssociation(peer, messages, service, limits).serve();
    }

    /** With the numbers of PS3.8 table 9-21. */
    private Optional<Pdu.AssociateReject> rejection(Proposal proposal, Peer peer, boolean roomy) {
        if ((proposal.version() & 1) == 0) {
            return Optional.of(new Pdu.AssociateReject(1, 2, 2));
        }
        if (!proposal.application().equals(Proposal.APPLICATION)) {
            return Optional.of(new Pdu.AssociateReject(1, 1, 2));
        }
        if (!roomy) {
            return Optional.of(new Pdu.AssociateReject(2, 3, 2));
        }
        return switch (service.admit(peer)) {
            case WELCOME -> Optional.empty();
            case CALLED_UNKNOWN -> Optional.of(new Pdu.AssociateReject(1, 1, 7));
            case CALLING_UNKNOWN -> Optional.of(new Pdu.AssociateReject(1, 1, 3));
        };
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
        try {
            for (Thread thread : serving) {
                thread.join(FAREWELL);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
