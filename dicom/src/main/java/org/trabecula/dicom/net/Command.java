package org.trabecula.dicom.net;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.trabecula.dicom.net.NetworkException.Reason;

/** The command part of a message: elements of group 0000, implicit little endian (PS3.7 section 6.3 and annex E.1). */
final class Command {
    static final int STORE_RQ = 0x0001;
    static final int ECHO_RQ = 0x0030;
    static final int EVENT_REPORT_RQ = 0x0100;
    static final int ACTION_RQ = 0x0130;
    static final int RESPONSE = 0x8000;

    private static final int AFFECTED_CLASS = 0x0002;
    private static final int REQUESTED_CLASS = 0x0003;
    private static final int FIELD = 0x0100;
    private static final int MESSAGE = 0x0110;
    private static final int RESPONDED_TO = 0x0120;
    private static final int PRIORITY = 0x0700;
    private static final int DATA_SET = 0x0800;
    private static final int STATUS = 0x0900;
    private static final int COMMENT = 0x0902;
    private static final int AFFECTED_INSTANCE = 0x1000;
    private static final int REQUESTED_INSTANCE = 0x1001;
    private static final int EVENT = 0x1002;
    private static final int ACTION = 0x1008;

    private static final int NO_DATA_SET = 0x0101;
    private static final int LONGEST_COMMENT = 64;

    private final SortedMap<Integer, byte[]> elements = new TreeMap<>();

    private Command() {}

    static Command read(byte[] bytes) throws NetworkException {
        Command command = new Command();
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        try {
            while (in.hasRemaining()) {
                int group = Short.toUnsignedInt(in.getShort());
                int element = Short.toUnsignedInt(in.getShort());
                long length = Integer.toUnsignedLong(in.getInt());
                if (group != 0 || length > in.remaining()) {
                    throw NetworkException.because(Reason.INVALID_PARAMETER, "A command that cannot be read.");
                }
                byte[] value = new byte[(int) length];
                in.get(value);
                command.elements.put(element, value);
            }
        } catch (BufferUnderflowException e) {
            throw NetworkException.because(Reason.INVALID_PARAMETER, "A command that ends too soon.");
        }
        return command;
    }

    /** C-ECHO-RQ (PS3.7 table 9.3-12). */
    static Command echo(int message) {
        return request(ECHO_RQ, message, "1.2.840.10008.1.1", "", false);
    }

    /** C-STORE-RQ (table 9.3-1). */
    static Command store(int message, InstanceReference object) {
        return request(STORE_RQ, message, object.sopClass(), object.sopInstance(), true)
                .number(PRIORITY, 0);
    }

    /** N-ACTION-RQ (table 10.3-7). */
    static Command action(int message, InstanceReference on, int action) {
        Command command =
                new Command().number(FIELD, ACTION_RQ).number(MESSAGE, message).number(DATA_SET, 0);
        return command.text(REQUESTED_CLASS, on.sopClass())
                .text(REQUESTED_INSTANCE, on.sopInstance())
                .number(ACTION, action);
    }

    /** N-EVENT-REPORT-RQ (table 10.3-1). */
    static Command event(int message, InstanceReference of, int event) {
        return request(EVENT_REPORT_RQ, message, of.sopClass(), of.sopInstance(), true)
                .number(EVENT, event);
    }

    private static Command request(int field, int message, String sopClass, String sopInstance, boolean data) {
        Command command = new Command().text(AFFECTED_CLASS, sopClass).number(FIELD, field);
        command.number(MESSAGE, message).number(DATA_SET, data ? 0 : NO_DATA_SET);
        return sopInstance.isEmpty() ? command : command.text(AFFECTED_INSTANCE, sopInstance);
    }

    /** The response to this request. */
    Command answered(int status, String comment) {
        Command answer = new Command().number(FIELD, field() | RESPONSE).number(RESPONDED_TO, message());
        answer.number(DATA_SET, NO_DATA_SET).number(STATUS, status);
        sopClass().ifPresent(uid -> answer.text(AFFECTED_CLASS, uid));
        sopInstance().ifPresent(uid -> answer.text(AFFECTED_INSTANCE, uid));
        kind().ifPresent(number -> answer.number(field() == ACTION_RQ ? ACTION : EVENT, number));
        return comment.isEmpty() ? answer : answer.text(COMMENT, cut(comment));
    }

    /** Error Comment is a long string: 64 characters of the default repertoire. */
    private static String cut(String comment) {
        String plain = comment.replaceAll("[^ -\\[\\]-~]", "?");
        return plain.length() <= LONGEST_COMMENT ? plain : plain.substring(0, LONGEST_COMMENT - 3) + "...";
    }

    int field() {
        return number(FIELD).orElse(-1);
    }

    int message() {
        return number(MESSAGE).orElse(0);
    }

    int respondedTo() {
        return number(RESPONDED_TO).orElse(0);
    }

    boolean isResponse() {
        return (field() & RESPONSE) != 0;
    }

    boolean hasDataSet() {
        return number(DATA_SET).orElse(NO_DATA_SET) != NO_DATA_SET;
    }

    int status() {
        return number(STATUS).orElse(-1);
    }

    String comment() {
        return text(COMMENT).orElse("");
    }

    Optional<String> sopClass() {
        return text(AFFECTED_CLASS).or(() -> text(REQUESTED_CLASS));
    }

    Optional<String> sopInstance() {
        return text(AFFECTED_INSTANCE).or(() -> text(REQUESTED_INSTANCE));
    }

    /** Which action is asked for, or which event happened. */
    Optional<Integer> kind() {
        return number(ACTION).or(() -> number(EVENT));
    }

    InstanceReference object() {
        return new InstanceReference(sopClass().orElse(""), sopInstance().orElse(""));
    }

    private Optional<Integer> number(int element) {
        return Optional.ofNullable(elements.get(element))
                .filter(value -> value.length >= 2)
                .map(value -> Byte.toUnsignedInt(value[0]) | Byte.toUnsignedInt(value[1]) << 8);
    }

    private Optional<String> text(int element) {
        return Optional.ofNullable(elements.get(element))
                .map(value -> new String(value, StandardCharsets.US_ASCII)
                        .replaceAll("[^ -~]", "")
                        .strip())
                .filter(text -> !text.isEmpty());
    }

    private Command number(int element, int value) {
        elements.put(element, new byte[] {(byte) value, (byte) (value >> 8)});
        return this;
    }

    private Command text(int element, String value) {
        boolean odd = (value.length() & 1) == 1;
        String even = odd ? value + (element == COMMENT ? " " : "\0") : value;
        elements.put(element, even.getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        elements.forEach((element, value) -> {
            if (element != 0) {
                body.writeBytes(header(element, value.length));
                body.writeBytes(value);
            }
        });
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(header(0, 4));
        all.writeBytes(ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(body.size())
                .array());
        all.writeBytes(body.toByteArray());
        return all.toByteArray();
    }

    private static byte[] header(int element, int length) {
        return ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 0)
                .putShort((short) element)
                .putInt(length)
                .array();
    }
}
