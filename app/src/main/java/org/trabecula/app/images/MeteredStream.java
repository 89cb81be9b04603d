package org.trabecula.app.images;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongConsumer;

/** Tells a meter how many bytes really came; what a header promised is not asked. */
final class MeteredStream extends FilterInputStream {
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

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int count = super.read(into, from, length);
        if (count > 0) {
            meter.accept(count);
        }
        return count;
    }
}
