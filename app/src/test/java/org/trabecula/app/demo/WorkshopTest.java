package org.trabecula.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.trabecula.app.images.Incoming;

final class WorkshopTest {
    @Test
    void each_file_is_made_once_and_they_come_in_their_order() throws Exception {
        AtomicIntegerArray made = new AtomicIntegerArray(200);
        List<Callable<byte[]>> ways = new ArrayList<>();
        for (int i = 0; i < made.length(); i++) {
            int file = i;
            ways.add(() -> {
                made.incrementAndGet(file);
                return new byte[] {(byte) file};
            });
        }

        List<Incoming> files = Workshop.begin(ways);

        for (int file = 0; file < made.length(); file++) {
            assertThat(bytes(files.get(file))).containsExactly((byte) file);
            assertThat(made.get(file)).isEqualTo(1);
        }
    }

    /** The first can only be finished when the second is: whoever waits for the first has to make the second, or somebody else does. */
    @Test
    void whoever_waits_for_a_file_makes_the_next_ones() throws Exception {
        CountDownLatch second = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        List<Incoming> files = Workshop.begin(List.of(
                () -> {
                    begun.countDown();
                    second.await();
                    return new byte[] {1};
                },
                () -> {
                    second.countDown();
                    return new byte[] {2};
                }));
        Thread other = Thread.ofVirtual().start(() -> {
            try {
                bytes(files.getFirst());
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        begun.await();

        assertThat(bytes(files.getFirst())).containsExactly(1);
        assertThat(bytes(files.getLast())).containsExactly(2);
        other.join();
    }

    @Test
    void what_goes_wrong_is_told_to_whoever_asks_for_the_file() {
        List<Incoming> files = Workshop.begin(List.of(() -> {
            throw new IllegalArgumentException("no such phantom");
        }));

        assertThatThrownBy(() -> bytes(files.getFirst())).hasRootCauseMessage("no such phantom");
    }

    private static byte[] bytes(Incoming file) throws Exception {
        try (InputStream in = file.source().open()) {
            return in.readAllBytes();
        }
    }
}
