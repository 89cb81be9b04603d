package org.trabecula.app.images;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeteredStreamTest {

    /** A source that gives a little at a time, and lies about what is left when asked to. */
    private static InputStream source(byte[] bytes, int available, int atOnce) {
        return new FilterInputStream(new ByteArrayInputStream(bytes)) {
            @Override
            public int available() {
                return available;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                return super.read(into, from, Math.min(length, atOnce));
            }
        };
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 100, 7",
        "1, 0, 100, 7",
        "100000, 100000, 2000000, 100000",
        "100000, 0, 2000000, 999",
        "100000, 2147483647, 2000000, 4096",
        "100000, 100000, 99999, 100000",
        "100000, 100001, 100000, 100000",
        "100000, 3, 100001, 8192"
    })
    void reads_the_same_as_any_stream_and_counts_each_byte(int length, int available, int most, int atOnce)
            throws IOException {
        byte[] bytes = new byte[length];
        new SplittableRandom(length + most).nextBytes(bytes);
        AtomicLong counted = new AtomicLong();
        byte[] read = new MeteredStream(source(bytes, available, atOnce), counted::addAndGet).readNBytes(most);
        assertThat(read).isEqualTo(new ByteArrayInputStream(bytes).readNBytes(most));
        assertThat(counted).hasValue(read.length);
    }
}
