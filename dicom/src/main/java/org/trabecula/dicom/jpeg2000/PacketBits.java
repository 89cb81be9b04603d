package org.trabecula.dicom.jpeg2000;

import java.nio.ByteBuffer;

/** The bits of a packet header; after a byte of ones comes a bit of stuffing (section B.10.1). */
final class PacketBits {

    private final ByteBuffer data;
    private int current;
    private int left;

    PacketBits(ByteBuffer data) {
        this.data = data;
    }

    int take() {
        if (left == 0) {
            left = current == 0xFF ? 7 : 8;
            current = next();
        }
        left--;
        return current >> left & 1;
    }

    int take(int bits) {
        int value = 0;
        for (int i = 0; i < bits; i++) {
            value = value << 1 | take();
        }
        return value;
    }

    /** Goes on to the next whole byte. */
    void align() {
        if (current == 0xFF) {
            next();
        }
        left = 0;
        current = 0;
    }

    private int next() {
        if (!data.hasRemaining()) {
            throw Refusal.truncated();
        }
        return data.get() & 0xFF;
    }
}
