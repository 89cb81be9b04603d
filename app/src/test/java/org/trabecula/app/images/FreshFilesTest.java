package org.trabecula.app.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreshFilesTest {

    /** A way that no system knows. */
    private enum Unheard implements OpenOption {
        OF
    }

    @TempDir
    private Path folder;

    private final FreshFiles files = new FreshFiles();

    private static byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        new SplittableRandom(length).nextBytes(bytes);
        return bytes;
    }

    private Path empty() throws IOException {
        return Files.createTempFile(folder, "new", "");
    }

    /** Around blocks of the disk and of what is written at once, 4 KiB and 1 MiB. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4_095, 4_096, 4_097, 530_000, 1_048_575, 1_048_576, 1_048_577, 3_000_000})
    void a_file_has_the_bytes_that_were_written_and_no_more(int length) throws IOException {
        Path file = empty();
        files.write(bytes(length), file);
        assertThat(file).hasBinaryContent(bytes(length));
    }

    @Test
    void nothing_of_a_long_file_is_left_in_a_short_one_after_it() throws IOException {
        files.write(bytes(700_000), empty());
        Path file = empty();
        files.write(bytes(5), file);
        assertThat(file).hasBinaryContent(bytes(5));
    }

    @Test
    void where_there_is_no_way_past_the_cache_a_file_is_written_through_it() throws IOException {
        Path file = empty();
        new FreshFiles(Optional.of(Unheard.OF)).write(bytes(10_000), file);
        assertThat(file).hasBinaryContent(bytes(10_000));
        Path other = empty();
        new FreshFiles(Optional.empty()).write(bytes(20_000), other);
        assertThat(other).hasBinaryContent(bytes(20_000));
    }

    @Test
    void a_file_that_cannot_be_written_at_all_is_a_failure() {
        assertThatThrownBy(() -> files.write(bytes(1), folder.resolve("gone"))).isInstanceOf(NoSuchFileException.class);
    }
}
