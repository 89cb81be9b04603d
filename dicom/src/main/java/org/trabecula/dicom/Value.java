package org.trabecula.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** What an element holds. Bytes are always little endian, whatever the file was. */
public sealed interface Value {

    /** Bytes as they are, a read-only view without a copy. */
    record Plain(ByteBuffer bytes) implements Value {
        public Plain {
            bytes = bytes.asReadOnlyBuffer();
        }

        /** A view of one's own, at the start, little endian. */
        @Override
        public ByteBuffer bytes() {
            return bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        }

        /** The bytes in an array of their own. */
        public byte[] copy() {
            byte[] copy = new byte[bytes.remaining()];
            bytes().get(copy);
            return copy;
        }
    }

    /** The items of a sequence. */
    record Items(List<Dataset> items) implements Value {
        public Items {
            items = List.copyOf(items);
        }
    }

    /** Encapsulated pixels as received: the basic offset table first, then the fragments (PS3.5 annex A.4). */
    record Fragments(List<ByteBuffer> parts) implements Value {
        public Fragments {
            parts = parts.stream().map(ByteBuffer::asReadOnlyBuffer).toList();
        }
    }
}
