package org.trabecula.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.app.Installation;
import org.trabecula.study.imaging.Read;
import org.trabecula.study.imaging.ReadingCase;
import org.trabecula.study.imaging.ScrewFinding;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DemonstrationTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @TempDir
    Path folder;

    @Test
    void whatReadersFoundIsWhatIsTrulyThere() throws Exception {
        Path home = folder.resolve("demo");
        Demonstration.fill(
                home, 11, 2, TODAY, new PrintWriter(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        Map<String, JsonNode> truths = truths(home);

        try (Installation demo = Installation.open(home, Optional.empty(), Optional.empty(), Clock.systemUTC())) {
            List<ReadingCase> cases =
                    demo.desk().view(register -> register.readingRoom().all().toList());
            // Every examination has its truth, and the archive none.
            assertThat(cases.stream().map(one -> one.id().value()))
                    .containsExactlyInAnyOrderElementsOf(truths.keySet());
            assertThat(cases.stream().flatMap(one -> one.reads().stream())).isNotEmpty();
            for (ReadingCase one : cases) {
                for (Read read : one.reads()) {
                    agree(
                            read,
                            Optional.ofNullable(truths.get(one.id().value())).orElseThrow());
                }
            }
        }
    }

    /** Readers of the simulation are blurred by a tenth of a millimetre or two, and below a quarter they see nothing. */
    private static void agree(Read read, JsonNode truth) {
        for (ScrewFinding found : read.findings().screws()) {
            double halo = truth.at("/screws")
                    .valueStream()
                    .filter(screw ->
                            screw.at("/site").asString().equals(found.site().toString()))
                    .mapToDouble(screw -> screw.at("/haloMm").asDouble())
                    .findFirst()
                    .orElseThrow();
            found.lucencyMm().ifPresent(mm -> assertThat(mm.doubleValue()).isCloseTo(halo, within(0.8)));
        }
    }

    private static Map<String, JsonNode> truths(Path home) throws IOException {
        Map<String, JsonNode> truths = new HashMap<>();
        try (Stream<Path> files = Files.list(home.resolve("truth"))) {
            files.forEach(file -> truths.put(
                    file.getFileName().toString().replace(".json", ""),
                    JsonMapper.shared().readTree(file)));
        }
        return truths;
    }
}
