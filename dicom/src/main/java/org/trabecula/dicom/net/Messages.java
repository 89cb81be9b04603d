package org.trabecula.dicom.net;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import org.trabecula.dicom.TransferSyntax;
import org.trabecula.dicom.net.NetworkException.Reason;

/** Messages over an accepted association: each a command and, of some, a data set, in as many values as it takes (PS3.8 annex E). */
final class Messages {
    private static final int VALUE_HEADER = 6;
    private static final int UNIT_HEADER = 6;
    private static final int MOST_COMMAND_BYTES = 1 << 14;
    private static final int IS_COMMAND = 1;
    private static final int IS_LAST = 2;

    /** A presentation context that both sides agreed on. */
    record Agreed(int id, String abstractSyntax, TransferSyntax syntax) {}

    /** A command and in which context it came. */
    record Received(Agreed context, Command command) {}

    /** A piece of a command or of a data set. */
    private record Piece(Agreed context, boolean command, boolean last, ByteBuffer bytes) {}

    private final PduStream units;
    private final Map<Integer, Agreed> contexts;
    private final int longest;
    private ByteBuffer values = ByteBuffer.allocate(0);

    /** @param longest unit that the peer takes; 0 for any */
    Messages(PduStream units, Map<Integer, Agreed> contexts, long longest, NetworkLimits limits) {
        this.units = units;
        this.contexts = Map.copyOf(contexts);
        this.longest = longest < VALUE_HEADER + 2 ? limits.pduBytes() : (int) Math.min(longest, limits.pduBytes());
    }

    Optional<Agreed> context(String abstractSyntax) {
        return contexts.values().stream()
                .filter(one -> one.abstractSyntax().equals(abstractSyntax))
                .findFirst();
    }

    /** The agreed context for a kind of object, in this encoding when there is one. */
    Optional<Agreed> context(String abstractSyntax, TransferSyntax syntax) {
        return contexts.values().stream()
                .filter(one -> one.abstractSyntax().equals(abstractSyntax)
                        && one.syntax().equals(syntax))
                .findFirst();
    }

    boolean hasMore() throws IOException {
        return values.hasRemaining() || units.hasMore();
    }

    /** The next command; empty once the peer asked to part, which is then granted. */
    Optional<Received> next() throws IOException {
        ByteArrayOutputStream command = new ByteArrayOutputStream();
        while (true) {
            if (!values.hasRemaining()) {
                Optional<Pdu> unit = units.read();
                if (unit.isPresent() && unit.get() instanceof Pdu.ReleaseRequest && command.size() == 0) {
                    units.write(new Pdu.ReleaseReply());
                    return Optional.empty();
                }
                values = data(unit);
                continue;
            }
            Piece piece = piece();
            if (!piece.command()) {
                throw NetworkException.because(Reason.UNEXPECTED_PDU, "A data set came where a command was due.");
            }
            if (command.size() + piece.bytes().remaining() > MOST_COMMAND_BYTES) {
                throw NetworkException.because(Reason.INVALID_PARAMETER, "A command of such length cannot be.");
            }
            copy(piece.bytes(), command);
            if (piece.last()) {
                return Optional.of(new Received(piece.context(), Command.read(command.toByteArray())));
            }
        }
    }

    /** Copies the data set that belongs to the last command; fails before more than {@code most} bytes were copied. */
    void dataset(Agreed context, OutputStream to, long most) throws IOException {
        long left = most;
        while (true) {
            if (!values.hasRemaining()) {
                values = data(units.read());
                continue;
            }
            Piece piece = piece();
            if (piece.command() || piece.context().id() != context.id()) {
                throw NetworkException.because(Reason.UNEXPECTED_PDU, "Something else came where a data set was due.");
            }
            left -= piece.bytes().remaining();
            if (left < 0) {
                throw NetworkException.because(
                        Reason.NOT_SPECIFIED, "A data set of more than " + most + " bytes is not taken.");
            }
            copy(piece.bytes(), to);
            if (piece.last()) {
                return;
            }
        }
    }

    private static ByteBuffer data(Optional<Pdu> unit) throws NetworkException {
        if (unit.isEmpty()) {
            throw NetworkException.gone("The peer closed the connection without parting.");
        }
        return switch (unit.get()) {
            case Pdu.Data(var values) -> values;
            case Pdu.Abort _ -> throw NetworkException.gone("The peer broke the association off.");
            case Pdu.AssociateRequest _,
                    Pdu.AssociateAccept _,
                    Pdu.AssociateReject _,
                    Pdu.ReleaseRequest _,
                    Pdu.ReleaseReply _ ->
                throw NetworkException.because(Reason.UNEXPECTED_PDU, "A unit came that was not due.");
        };
    }

    private Piece piece() throws NetworkException {
        if (values.remaining() < VALUE_HEADER) {
            throw NetworkException.because(Reason.INVALID_PARAMETER, "A presentation data value is cut short.");
        }
        long length = Integer.toUnsignedLong(values.getInt()) - 2;
        int id = Byte.toUnsignedInt(values.get());
        int control = values.get();
        Agreed context = contexts.get(id);
        if (length < 0 || length > values.remaining() || context == null) {
            throw NetworkException.because(Reason.INVALID_PARAMETER, "A presentation data value is not sound.");
        }
        ByteBuffer bytes = values.slice(values.position(), (int) length);
        values.position(values.position() + (int) length);
        return new Piece(context, (control & IS_COMMAND) != 0, (control & IS_LAST) != 0, bytes);
    }

    private static void copy(ByteBuffer bytes, OutputStream to) throws IOException {
        to.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
    }

    /** Sends a command that no data set follows. */
    void send(Agreed context, Command command) throws IOException {
        send(context, command, new byte[0]);
    }

    /** Sends a message. What fits into one unit leaves in one write, command and data set together. */
    void send(Agreed context, Command command, byte[] dataset) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(Math.min(dataset.length, longest) + 512);
        pieces(context, IS_COMMAND, command.bytes(), out);
        if (command.hasDataSet()) {
            pieces(context, 0, dataset, out);
        }
        units.writeAtOnce(out.toByteArray(), out.size());
    }

    private void pieces(Agreed context, int kind, byte[] bytes, ByteArrayOutputStream out) throws IOException {
        int most = longest - VALUE_HEADER;
        int at = 0;
        do {
            int length = Math.min(most, bytes.length - at);
            boolean last = at + length == bytes.length;
            ByteBuffer header = ByteBuffer.allocate(UNIT_HEADER + VALUE_HEADER);
            header.put((byte) Pdu.DATA).put((byte) 0).putInt(length + VALUE_HEADER);
            header.putInt(length + 2).put((byte) context.id()).put((byte) (kind | (last ? IS_LAST : 0)));
            out.writeBytes(header.array());
            out.write(bytes, at, length);
            at += length;
            if (!last && out.size() >= longest) {
                units.writeAtOnce(out.toByteArray(), out.size());
                out.reset();
            }
        } while (at < bytes.length);
    }
}
