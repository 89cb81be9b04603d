package org.trabecula.dicom.net;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.util.List;
import java.util.Optional;
import org.trabecula.dicom.Dataset;
import org.trabecula.dicom.net.Messages.Agreed;
import org.trabecula.dicom.net.Messages.Received;
import org.trabecula.dicom.net.NetworkException.Reason;

/** One association that a peer opened, from its first command to the parting. */
final class ServedAssociation {
    private static final Logger LOG = System.getLogger(ServedAssociation.class.getName());
    private static final int SUCCESS = 0;
    private static final int NO_SUCH_CLASS = 0x0122;
    private static final int UNRECOGNIZED_OPERATION = 0x0211;
    private static final int NO_SUCH_ACTION = 0x0123;
    private static final int INVALID_ARGUMENT = 0x0115;
    private static final int MOST_QUESTION_BYTES = 1 << 24;
    private static final int FIRST_OWN_MESSAGE = 1;

    private final Peer peer;
    private final Messages messages;
    private final StorageService service;
    private final NetworkLimits limits;
    private Optional<CommitmentReport> untold = Optional.empty();
    private int message = FIRST_OWN_MESSAGE;

    ServedAssociation(Peer peer, Messages messages, StorageService service, NetworkLimits limits) {
        this.peer = peer;
        this.messages = messages;
        this.service = service;
        this.limits = limits;
    }

    /** Serves until the peer parts. A promise that it did not wait for is told it afterwards, if it said where. */
    void serve() throws IOException {
        try {
            for (Optional<Received> next = messages.next(); next.isPresent(); next = messages.next()) {
                answer(next.get());
            }
        } finally {
            untold.ifPresent(this::tellElsewhere);
        }
    }

    private void answer(Received received) throws IOException {
        Command command = received.command();
        Agreed context = received.context();
        switch (command.field()) {
            case Command.ECHO_RQ -> {
                skipped(received);
                messages.send(context, command.answered(SUCCESS, ""));
            }
            case Command.STORE_RQ -> store(context, command);
            case Command.ACTION_RQ -> commit(context, command);
            case Command.EVENT_REPORT_RQ -> report(context, command);
            case Command.EVENT_REPORT_RQ | Command.RESPONSE -> {
                skipped(received);
                untold = Optional.empty();
            }
            default -> {
                skipped(received);
                if (!command.isResponse()) {
                    messages.send(context, command.answered(UNRECOGNIZED_OPERATION, "Not offered here"));
                }
            }
        }
    }

    private void skipped(Received received) throws IOException {
        if (received.command().hasDataSet()) {
            messages.dataset(received.context(), OutputStream.nullOutputStream(), limits.datasetBytes());
        }
    }

    private void store(Agreed context, Command command) throws IOException {
        InstanceReference object = command.object();
        if (!command.hasDataSet() || !object.sopInstance().matches("[0-9.]{1,64}")) {
            throw NetworkException.because(Reason.INVALID_PARAMETER, "An object without data or UID cannot be stored.");
        }
        if (!object.sopClass().equals(context.abstractSyntax()) || !Services.isStored(object.sopClass())) {
            messages.dataset(context, OutputStream.nullOutputStream(), limits.datasetBytes());
            messages.send(context, command.answered(NO_SUCH_CLASS, "Not the kind of object that was agreed on"));
            return;
        }
        StoreAnswer answer = Landing.of(service, peer, new Arriving(object, context.syntax()))
                .land(out -> messages.dataset(context, out, limits.datasetBytes()));
        messages.send(context, command.answered(answer.status().code(), answer.comment()));
    }

    private void commit(Agreed context, Command command) throws IOException {
        Dataset question = dataset(context, command);
        String transaction = question.string(CommitmentReport.TRANSACTION).orElse("");
        List<InstanceReference> asked = CommitmentReport.references(question);
        if (command.kind().orElse(0) != 1 || !context.abstractSyntax().equals(Services.COMMITMENT)) {
            messages.send(context, command.answered(NO_SUCH_ACTION, "Only storage commitment is offered"));
            return;
        }
        if (transaction.isEmpty() || asked.isEmpty()) {
            messages.send(context, command.answered(INVALID_ARGUMENT, "Transaction UID and references are needed"));
            return;
        }
        messages.send(context, command.answered(SUCCESS, ""));
        CommitmentReport report = CommitmentReport.of(transaction, asked, service.commitments(peer, asked));
        untold = Optional.of(report);
        // Whoever has already asked to part waits elsewhere.
        if (!messages.hasMore() || service.reportsTo(peer).isEmpty()) {
            InstanceReference of = new InstanceReference(Services.COMMITMENT, Services.COMMITMENT_INSTANCE);
            messages.send(
                    context,
                    Command.event(message++, of, report.failed().isEmpty() ? 1 : 2),
                    Encodings.written(report.dataset(), context.syntax()));
        }
    }

    private void report(Agreed context, Command command) throws IOException {
        CommitmentReport report = CommitmentReport.read(dataset(context, command));
        service.reported(peer, report);
        messages.send(context, command.answered(SUCCESS, ""));
    }

    private Dataset dataset(Agreed context, Command command) throws IOException {
        if (!command.hasDataSet()) {
            throw NetworkException.because(Reason.INVALID_PARAMETER, "A question without a data set.");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        messages.dataset(context, bytes, MOST_QUESTION_BYTES);
        return Encodings.read(bytes.toByteArray(), context.syntax());
    }

    private void tellElsewhere(CommitmentReport report) {
        Optional<Remote> remote = service.reportsTo(peer);
        if (remote.isEmpty()) {
            return;
        }
        try (DicomClient client = DicomClient.reporting(remote.get(), limits)) {
            client.report(report);
        } catch (IOException e) {
            LOG.log(Logger.Level.WARNING, "{0} could not be told what is kept: {1}", peer.calling(), e.getMessage());
        }
    }
}
