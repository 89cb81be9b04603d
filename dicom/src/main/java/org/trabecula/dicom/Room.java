package org.trabecula.dicom;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Memory of the right size from the start: what grows is copied as often, and what is large is copied slowly. */
final class Room extends ByteArrayOutputStream {
    Room(int size) {
        super(size);
    }

    /** Takes all that is left of these without a copy in between; answers whether there was room for them. */
    boolean take(ByteBuffer bytes) {
        int length = bytes.remaining();
        if (length > buf.length - count) {
            return false;
        }
        bytes.get(buf, count, length);
        count += length;
        return true;
    }

    byte[] bytes() {
        return count == buf.length ? buf : toByteArray();
    }
}
