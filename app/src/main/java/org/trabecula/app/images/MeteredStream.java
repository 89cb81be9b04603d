package org.trabecula.app.images;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.LongConsumer;

/** Tells a meter how many bytes really came; what a header promised is not asked. */
final class MeteredStream extends FilterInputStream {
    private static final int LEAST_AT_ONCE = 1 << 13;
    /** What a source says to be left is believed up to here. */
    private static final int MOST_AT_ONCE = 1 << 24;

    private final LongConsumer meter;

    MeteredStream(InputStream in, LongConsumer meter) {
        super(in);
        this.meter = meter;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0) {
            meter.accept(1);
        }
        return one;
    }

    /** In one piece where the source knows how much is left; the inherited way reads in small pieces and joins them. */
    @Override
    public byte[] readNBytes(int most) throws IOException {
        byte[] bytes = new byte[Math.min(most, Math.clamp(available(), LEAST_AT_ONCE, MOST_AT_ONCE))];
        int length = 0;
        while (length < most) {
            if (length < bytes.length) {
                int count = read(bytes, length, bytes.length - length);
                if (count < 0) {
                    break;
                }
                length += count;
            } else {
                int one = read();
                if (one < 0) {
                    break;
                }
                bytes = Arrays.copyOf(bytes, (int) Math.min(most, 2L * length));
                bytes[length++] = (byte) one;
            }
        }
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int count = super.read(into, from, length);
        if (count > 0) {
            meter.accept(count);
        }
        return count;
    }
}
