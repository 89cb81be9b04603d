package org.trabecula.qualification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The numbers that R gives, in all reference cases; see {@code golden/README.md}. */
class GoldenCasesTest {
    static List<Path> cases() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("golden", "cases"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void gives_the_expected_numbers(Path file) {
        assertThat(Qualification.of(file).deviations()).isEmpty();
    }
}
