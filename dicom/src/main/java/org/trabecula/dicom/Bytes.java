package org.trabecula.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.stream.Stream;

/** A place in the bytes of a file. Nothing is taken that is not there. */
final class Bytes {

    private final ByteBuffer file;

    Bytes(ByteBuffer file) {
        this.file = file.slice();
    }

    int size() {
        return file.limit();
    }

    int position() {
        return file.position();
    }

    void moveTo(int position) {
        file.position(position);
    }

    void skip(int bytes) {
        file.position(file.position() + bytes);
    }

    int remaining(int end) {
        return end - file.position();
    }

    boolean onlyZeros(int end) {
        for (int i = file.position(); i < end; i++) {
            if (file.get(i) != 0) {
                return false;
            }
        }
        return true;
    }

    int uint16(int ahead, Encoding encoding) {
        return Short.toUnsignedInt(ordered(encoding).getShort(file.position() + ahead));
    }

    long uint32(int ahead, Encoding encoding) {
        return Integer.toUnsignedLong(ordered(encoding).getInt(file.position() + ahead));
    }

    /** The two letters at that place, printable or not. */
    String letters(int ahead) {
        int at = file.position() + ahead;
        return new String(new char[] {(char) (file.get(at) & 0xFF), (char) (file.get(at + 1) & 0xFF)});
    }

    Tag peekTag(Encoding encoding) {
        return Tag.of(uint16(0, encoding), uint16(2, encoding));
    }

    /** Where something of that length would end, the value of an element or a part of it. */
    int endOf(Tag what, long length, int end) {
        int there = remaining(end);
        if (length > there) {
            Flaw flaw = end == size() ? Flaw.LENGTH_BEYOND_FILE : Flaw.LENGTH_BEYOND_OUTER;
            throw refusal(flaw, what, length, there);
        }
        return file.position() + (int) length;
    }

    ByteBuffer take(Tag what, long length, int end) {
        int stop = endOf(what, length, end);
        ByteBuffer taken = file.slice(file.position(), (int) length);
        file.position(stop);
        return taken;
    }

    /** A refusal that names this place first. */
    DicomException refusal(Flaw flaw, Object... more) {
        return new DicomException(
                flaw, Stream.concat(Stream.of(file.position()), Stream.of(more)).toArray());
    }

    private ByteBuffer ordered(Encoding encoding) {
        return file.order(encoding.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    }

    /** The bytes with each word turned round; an odd rest stays as it is. */
    static ByteBuffer reversed(ByteBuffer bytes, int word) {
        byte[] turned = new byte[bytes.remaining()];
        bytes.get(bytes.position(), turned);
        for (int start = 0; word > 1 && start + word <= turned.length; start += word) {
            for (int i = 0; i < word / 2; i++) {
                byte swap = turned[start + i];
                turned[start + i] = turned[start + word - 1 - i];
                turned[start + word - 1 - i] = swap;
            }
        }
        return ByteBuffer.wrap(turned);
    }
}
