package org.trabecula.dicom.net;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import jdk.net.ExtendedSocketOptions;
import org.trabecula.dicom.net.NetworkException.Reason;

/**
 * Protocol data units on a connection. A unit is read whole into one buffer that is used again; no length is believed beyond the limit.
 *
 * <p>Many peers write the head and the body of a unit apart, with Nagle's algorithm on: their body waits until we have acknowledged the head,
 * and an acknowledgement is commonly delayed by some 40 ms. So every unit of ours leaves in one write and at once, and where the system
 * allows it (Linux) what came is acknowledged before the rest is waited for.
 */
final class PduStream implements AutoCloseable {
    private static final int HEADER = 6;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final NetworkLimits limits;
    private final boolean acknowledges;
    private final byte[] header = new byte[HEADER];
    private byte[] body = new byte[0];

    PduStream(Socket socket, NetworkLimits limits) throws IOException {
        this.socket = socket;
        this.limits = limits;
        socket.setTcpNoDelay(true);
        this.acknowledges = socket.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK);
        this.in = socket.getInputStream();
        this.out = socket.getOutputStream();
    }

    /** The next unit; empty when the peer closed the connection instead. */
    Optional<Pdu> read() throws IOException {
        long idle = deadline(limits.idle());
        allow(idle);
        int first = in.read(header, 0, HEADER);
        if (first < 0) {
            return Optional.empty();
        }
        long end = deadline(limits.patience());
        fill(header, first, HEADER, end);
        ByteBuffer start = ByteBuffer.wrap(header);
        int type = Byte.toUnsignedInt(start.get());
        long length = Integer.toUnsignedLong(start.getInt(2));
        if (length > limits.pduBytes()) {
            throw NetworkException.because(Reason.INVALID_PARAMETER, "A unit of " + length + " bytes is too long.");
        }
        if (body.length < length) {
            // Control units are short; the first unit with data makes room for all that follow.
            body = new byte[type == Pdu.DATA ? limits.pduBytes() : (int) length];
        }
        fill(body, 0, (int) length, end);
        return Optional.of(parsed(type, ByteBuffer.wrap(body, 0, (int) length).slice()));
    }

    private static Pdu parsed(int type, ByteBuffer body) throws NetworkException {
        try {
            return switch (type) {
                case Pdu.ASSOCIATE_RQ -> new Pdu.AssociateRequest(AssociateItems.proposal(body));
                case Pdu.ASSOCIATE_AC -> new Pdu.AssociateAccept(AssociateItems.acceptance(body));
                case Pdu.ASSOCIATE_RJ -> new Pdu.AssociateReject(body.get(1), body.get(2), body.get(3));
                case Pdu.DATA -> new Pdu.Data(body);
                case Pdu.RELEASE_RQ -> new Pdu.ReleaseRequest();
                case Pdu.RELEASE_RP -> new Pdu.ReleaseReply();
                case Pdu.ABORT -> new Pdu.Abort(body.get(2), body.get(3));
                default ->
                    throw NetworkException.because(Reason.UNRECOGNIZED_PDU, "There is no unit of type " + type + ".");
            };
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            throw NetworkException.because(
                    Reason.INVALID_PARAMETER, "A unit of type " + type + " contradicts its lengths.");
        }
    }

    /** Whether the peer has said something that was not read yet. */
    boolean hasMore() throws IOException {
        return in.available() > 0;
    }

    void write(Pdu pdu) throws IOException {
        switch (pdu) {
            case Pdu.AssociateRequest(var proposal) -> write(Pdu.ASSOCIATE_RQ, AssociateItems.bytes(proposal));
            case Pdu.AssociateAccept(var acceptance) -> write(Pdu.ASSOCIATE_AC, AssociateItems.bytes(acceptance));
            case Pdu.AssociateReject(var result, var source, var reason) ->
                write(Pdu.ASSOCIATE_RJ, new byte[] {0, (byte) result, (byte) source, (byte) reason});
            case Pdu.Data(var values) -> {
                byte[] bytes = new byte[values.remaining()];
                values.duplicate().get(bytes);
                write(Pdu.DATA, bytes);
            }
            case Pdu.ReleaseRequest() -> write(Pdu.RELEASE_RQ, new byte[4]);
            case Pdu.ReleaseReply() -> write(Pdu.RELEASE_RP, new byte[4]);
            case Pdu.Abort(var source, var reason) -> write(Pdu.ABORT, new byte[] {0, 0, (byte) source, (byte) reason});
        }
    }

    private void write(int type, byte[] body) throws IOException {
        ByteBuffer unit = ByteBuffer.allocate(HEADER + body.length);
        unit.put((byte) type).put((byte) 0).putInt(body.length).put(body);
        writeAtOnce(unit.array(), unit.position());
    }

    /** One or more whole units that are already laid out. */
    void writeAtOnce(byte[] units, int length) throws IOException {
        out.write(units, 0, length);
        out.flush();
    }

    private void fill(byte[] into, int from, int to, long end) throws IOException {
        for (int at = from; at < to; ) {
            allow(end);
            int count = in.read(into, at, to - at);
            if (count < 0) {
                throw new EOFException("The connection ended within a unit");
            }
            at += count;
        }
    }

    private void allow(long end) throws IOException {
        long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
        if (left <= 0) {
            throw new SocketTimeoutException("The peer takes too long");
        }
        if (acknowledges) {
            // The system forgets this soon, so it is asked for before each read.
            socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
        }
        socket.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
    }

    private static long deadline(Duration wait) {
        return System.nanoTime() + wait.toNanos();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
