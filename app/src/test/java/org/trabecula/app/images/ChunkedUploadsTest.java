package org.trabecula.app.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trabecula.study.journal.Hash;

final class ChunkedUploadsTest {
    private static final String OWNER = "li.na 3DCOP-01-001 m6";
    private static final Instant NOW = Instant.parse("2025-09-20T08:00:00Z");

    @TempDir
    Path home;

    private ChunkedUploads at(Instant now) {
        return new ChunkedUploads(home, new Caps(10, 1_000_000, 100), Clock.fixed(now, ZoneOffset.UTC), new Random(1));
    }

    private static byte[] bytes(Random dice, int length) {
        byte[] bytes = new byte[length];
        dice.nextBytes(bytes);
        return bytes;
    }

    /** A connection that breaks after so many bytes. */
    private static InputStream broken(byte[] chunk, int after) {
        return new InputStream() {
            private int at;

            @Override
            public int read() throws IOException {
                if (at >= after) {
                    throw new IOException("The connection was closed");
                }
                return chunk[at++] & 0xFF;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                if (length == 0) {
                    return 0;
                }
                into[from] = (byte) read();
                return 1;
            }
        };
    }

    private static String sha256(byte[] bytes) {
        return Hash.sha256(bytes).toString();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void an_upload_that_is_cut_anywhere_and_goes_on_after_a_restart_is_whole_with_its_hash(long seed)
            throws IOException {
        Random dice = new Random(seed);
        List<byte[]> files = Stream.of(0, 1, 70_000, 150_000 + dice.nextInt(200_000))
                .map(length -> bytes(dice, length))
                .toList();
        String id = at(NOW).begin(
                        OWNER, files.stream().map(file -> (long) file.length).toList())
                .orElseThrow();
        for (int file = 0; file < files.size(); file++) {
            send(id, file, files.get(file), dice);
        }
        List<String> hashes = at(NOW).finish(id, OWNER, List.of("a", "b", "c", "d"), ChunkedUploadsTest::hashes)
                .orElseThrow();
        assertThat(hashes)
                .isEqualTo(files.stream().map(ChunkedUploadsTest::sha256).toList());
        assertThat(Files.exists(home.resolve(id))).isFalse();
    }

    /** Sends in chunks, of which some are cut off, some changed, some sent a second time. */
    private void send(String id, int file, byte[] bytes, Random dice) throws IOException {
        int at = 0;
        while (at < bytes.length) {
            byte[] chunk = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + 1 + dice.nextInt(60_000)));
            long before = at(NOW).come(id, OWNER).orElseThrow().get(file);
            assertThat(before).isEqualTo(at);
            int from = at;
            switch (dice.nextInt(4)) {
                case 0 ->
                    assertThatThrownBy(() -> at(NOW).append(
                                            id,
                                            OWNER,
                                            file,
                                            from,
                                            sha256(chunk),
                                            broken(chunk, dice.nextInt(chunk.length))))
                            .hasMessage("The connection was closed");
                case 1 -> {
                    byte[] half = Arrays.copyOf(chunk, dice.nextInt(chunk.length));
                    assertThat(append(id, file, at, sha256(chunk), half))
                            .isEqualTo(new ChunkedUploads.Chunk.Damaged(at));
                }
                default -> {
                    assertThat(append(id, file, at, sha256(chunk), chunk))
                            .isEqualTo(new ChunkedUploads.Chunk.Taken(at + (long) chunk.length));
                    at += chunk.length;
                    assertThat(append(id, file, from, sha256(chunk), chunk))
                            .isEqualTo(new ChunkedUploads.Chunk.Elsewhere(at));
                }
            }
        }
    }

    private ChunkedUploads.Chunk append(String id, int file, long offset, String sha256, byte[] chunk)
            throws IOException {
        return at(NOW).append(id, OWNER, file, offset, sha256, new ByteArrayInputStream(chunk));
    }

    private static List<String> hashes(List<Incoming> files) throws IOException {
        List<String> hashes = new java.util.ArrayList<>();
        for (Incoming file : files) {
            try (InputStream in = file.source().open()) {
                hashes.add(sha256(in.readAllBytes()));
            }
        }
        return hashes;
    }

    @Test
    void what_is_not_whole_is_not_received() throws IOException {
        String id = at(NOW).begin(OWNER, List.of(5L, 5L)).orElseThrow();
        append(id, 0, 0, sha256(new byte[5]), new byte[5]);

        Optional<List<String>> early = at(NOW).finish(id, OWNER, List.of("a", "b"), ChunkedUploadsTest::hashes);

        assertThat(early).isEmpty();
        assertThat(at(NOW).come(id, OWNER)).hasValue(List.of(5L, 0L));
    }

    @Test
    void nobody_else_goes_on_with_it_and_nothing_more_than_was_announced_is_kept() throws IOException {
        String id = at(NOW).begin(OWNER, List.of(5L)).orElseThrow();

        assertThat(at(NOW).come(id, "rex 3DCOP-01-001 m6")).isEmpty();
        assertThat(at(NOW).append(id, "rex", 0, 0, sha256(new byte[5]), new ByteArrayInputStream(new byte[5])))
                .isEqualTo(new ChunkedUploads.Chunk.Unknown());
        assertThat(at(NOW).come("../" + id, OWNER)).isEmpty();
        assertThat(append(id, 0, 0, sha256(new byte[6]), new byte[6])).isEqualTo(new ChunkedUploads.Chunk.Damaged(0));
        assertThat(append(id, 1, 0, sha256(new byte[5]), new byte[5])).isEqualTo(new ChunkedUploads.Chunk.Unknown());
    }

    @Test
    void what_is_too_much_is_refused_before_it_comes() throws IOException {
        assertThat(at(NOW).begin(OWNER, List.of(1_000_001L))).isEmpty();
        assertThat(at(NOW).begin(OWNER, List.of(600_000L, 600_000L))).isEmpty();
        assertThat(at(NOW).begin(OWNER, java.util.Collections.nCopies(11, 1L))).isEmpty();
        assertThat(at(NOW).begin(OWNER, List.of())).isEmpty();
        assertThat(Uploads.stored(home)).isEmpty();
    }

    @Test
    void nothing_is_left_of_what_failed_or_of_what_nobody_went_on_with() throws IOException {
        String failing = at(NOW).begin(OWNER, List.of(0L)).orElseThrow();
        assertThatThrownBy(() -> at(NOW).finish(failing, OWNER, List.of("a"), _ -> {
                    throw new IOException("no room");
                }))
                .hasMessage("no room");
        assertThat(Uploads.stored(home)).isEmpty();

        String left = at(NOW).begin(OWNER, List.of(5L)).orElseThrow();
        append(left, 0, 0, sha256(new byte[3]), new byte[3]);
        at(NOW.plus(Duration.ofHours(20))).sweep();
        assertThat(at(NOW).come(left, OWNER)).hasValue(List.of(3L));
        at(NOW.plus(Duration.ofHours(25))).sweep();
        assertThat(Uploads.stored(home)).isEmpty();
    }
}
