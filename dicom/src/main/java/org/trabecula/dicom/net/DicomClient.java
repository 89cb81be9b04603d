package org.trabecula.dicom.net;

import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.Tags;
import org.trabecula.dicom.TransferSyntax;
import org.trabecula.dicom.net.Messages.Agreed;
import org.trabecula.dicom.net.Messages.Received;
import org.trabecula.dicom.net.NetworkException.Reason;

/** An association that we open: asks whether somebody is there, sends objects, asks whether they are kept. Not for several threads. */
public final class DicomClient implements AutoCloseable {
    private static final InstanceReference COMMITMENT =
            new InstanceReference(Services.COMMITMENT, Services.COMMITMENT_INSTANCE);

    /**
     * A kind of object that is going to be sent.
     *
     * @param syntaxes in which it can be
     */
    public record Offer(String sopClass, List<TransferSyntax> syntaxes) {
        public Offer {
            syntaxes = List.copyOf(syntaxes);
        }

        /** Uncompressed. */
        public static Offer plain(String sopClass) {
            return new Offer(sopClass, Encodings.PLAIN);
        }
    }

    /** What the peer said of one request: 0 is success; the comment may say why not. */
    public record Reply(int status, String comment) {
        public boolean isSuccess() {
            return status == 0;
        }
    }

    private final PduStream units;
    private final Messages messages;
    private int message;
    private boolean broken;

    private DicomClient(PduStream units, Messages messages) {
        this.units = units;
        this.messages = messages;
    }

    /**
     * Opens an association for echoes, questions about what is kept, and the offered kinds of object.
     *
     * @throws NetworkException if the peer does not want to
     */
    public static DicomClient open(Remote remote, List<Offer> offers, NetworkLimits limits) throws IOException {
        List<Offer> all = new ArrayList<>(offers);
        all.add(Offer.plain(Services.VERIFICATION));
        all.add(Offer.plain(Services.COMMITMENT));
        return open(remote, all, List.of(), limits);
    }

    /** To tell what is kept: the one who is called has asked, so the roles are the other way round. */
    static DicomClient reporting(Remote remote, NetworkLimits limits) throws IOException {
        return open(
                remote,
                List.of(Offer.plain(Services.COMMITMENT)),
                List.of(new Proposal.Role(Services.COMMITMENT, false, true)),
                limits);
    }

    private static DicomClient open(Remote remote, List<Offer> offers, List<Proposal.Role> roles, NetworkLimits limits)
            throws IOException {
        List<Proposal.Context> contexts = new ArrayList<>();
        for (Offer offer : offers) {
            for (TransferSyntax syntax : offer.syntaxes()) {
                // Each encoding in a context of its own, so that the peer may agree to several.
                contexts.add(new Proposal.Context(2 * contexts.size() + 1, offer.sopClass(), List.of(syntax.uid())));
            }
        }
        PduStream units = new PduStream(connected(remote, limits), limits);
        try {
            units.write(new Pdu.AssociateRequest(new Proposal(
                    1,
                    remote.called(),
                    remote.calling(),
                    Proposal.APPLICATION,
                    contexts,
                    Proposal.UserInformation.ours(limits.pduBytes(), roles))));
            return new DicomClient(units, agreed(contexts, units, limits));
        } catch (IOException e) {
            units.close();
            throw e;
        }
    }

    private static Socket connected(Remote remote, NetworkLimits limits) throws IOException {
        if (remote.tls().isPresent()) {
            return Tls.connected(remote.tls().get(), remote.address(), limits.patience());
        }
        Socket socket = new Socket();
        socket.connect(remote.address(), (int) limits.patience().toMillis());
        return socket;
    }

    private static Messages agreed(List<Proposal.Context> offered, PduStream units, NetworkLimits limits)
            throws IOException {
        Pdu answer = units.read().orElseThrow(() -> NetworkException.gone("The peer closed the connection at once."));
        if (answer instanceof Pdu.AssociateReject(var result, var source, var reason)) {
            throw NetworkException.gone("The peer rejected the association (result " + result + ", source " + source
                    + ", reason " + reason + ").");
        }
        if (!(answer instanceof Pdu.AssociateAccept(var acceptance))) {
            throw NetworkException.gone("The peer did not answer the request.");
        }
        Map<Integer, Agreed> agreed = new LinkedHashMap<>();
        for (Acceptance.Context context : acceptance.contexts()) {
            Optional<Proposal.Context> asked =
                    offered.stream().filter(one -> one.id() == context.id()).findFirst();
            Optional<TransferSyntax> syntax = TransferSyntax.of(context.syntax());
            if (context.result() == Acceptance.ACCEPTED && asked.isPresent() && syntax.isPresent()) {
                agreed.put(context.id(), new Agreed(context.id(), asked.get().abstractSyntax(), syntax.get()));
            }
        }
        return new Messages(units, agreed, acceptance.user().longest(), limits);
    }

    /** Whether somebody is there. */
    public Reply echo() throws IOException {
        return ask(context(Services.VERIFICATION), Command.echo(++message), new byte[0]);
    }

    /** Sends an object: compressed pixels as they are, all else as explicit or else implicit little endian. */
    public Reply store(DicomFile file) throws IOException {
        InstanceReference object = new InstanceReference(
                file.dataset().string(Tags.SOP_CLASS_UID).orElse(""),
                file.dataset().string(Tags.SOP_INSTANCE_UID).orElse(""));
        TransferSyntax syntax = file.syntax().isEncapsulated() ? file.syntax() : TransferSyntax.EXPLICIT_LITTLE_ENDIAN;
        Optional<Agreed> context = messages.context(object.sopClass(), syntax);
        if (context.isPresent()) {
            return ask(context.get(), Command.store(++message, object), file.datasetBytes());
        }
        Agreed implicit = messages.context(object.sopClass(), TransferSyntax.IMPLICIT_LITTLE_ENDIAN)
                .filter(_ -> !file.syntax().isEncapsulated())
                .orElseThrow(() -> NetworkException.because(
                        Reason.NOT_SPECIFIED, "The peer does not take " + object.sopClass() + " as " + syntax + "."));
        return ask(implicit, Command.store(++message, object), ImplicitWriter.bytes(file.dataset()));
    }

    /** Asks the peer to promise that it keeps the objects. The promise itself comes as a report, here or elsewhere. */
    public Reply askToKeep(String transaction, List<InstanceReference> objects) throws IOException {
        Agreed context = context(Services.COMMITMENT);
        return ask(
                context,
                Command.action(++message, COMMITMENT, 1),
                Encodings.written(CommitmentReport.question(transaction, objects), context.syntax()));
    }

    /** Waits for the report on this association. */
    public CommitmentReport awaitReport() throws IOException {
        Received received = next();
        if (received.command().field() != Command.EVENT_REPORT_RQ) {
            throw unexpected();
        }
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        messages.dataset(received.context(), bytes, Integer.MAX_VALUE);
        CommitmentReport report = CommitmentReport.read(
                Encodings.read(bytes.toByteArray(), received.context().syntax()));
        messages.send(received.context(), received.command().answered(0, ""));
        return report;
    }

    Reply report(CommitmentReport report) throws IOException {
        Agreed context = context(Services.COMMITMENT);
        return ask(
                context,
                Command.event(++message, COMMITMENT, report.failed().isEmpty() ? 1 : 2),
                Encodings.written(report.dataset(), context.syntax()));
    }

    private Agreed context(String service) throws NetworkException {
        return messages.context(service)
                .orElseThrow(() ->
                        NetworkException.because(Reason.NOT_SPECIFIED, "The peer does not offer " + service + "."));
    }

    private Reply ask(Agreed context, Command command, byte[] dataset) throws IOException {
        try {
            messages.send(context, command, dataset);
            Command answer = next().command();
            if (!answer.isResponse() || answer.respondedTo() != command.message()) {
                throw unexpected();
            }
            return new Reply(answer.status(), answer.comment());
        } catch (IOException e) {
            broken = true;
            throw e;
        }
    }

    private Received next() throws IOException {
        return messages.next().orElseThrow(DicomClient::unexpected);
    }

    private static NetworkException unexpected() {
        return NetworkException.because(Reason.UNEXPECTED_PDU, "The peer answered something else.");
    }

    /** Parts from the peer. */
    @Override
    public void close() throws IOException {
        try (units) {
            if (broken) {
                units.write(new Pdu.Abort(0, 0));
            } else {
                units.write(new Pdu.ReleaseRequest());
                units.read();
            }
        }
    }
}
