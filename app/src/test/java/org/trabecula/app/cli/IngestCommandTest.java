package org.trabecula.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.app.Installation;
import org.trabecula.app.images.Uploads;
import org.trabecula.study.imaging.ReadingCase;

final class IngestCommandTest {
    @TempDir
    Path folder;

    private Path home = Path.of("");
    private Path images = Path.of("");

    @BeforeEach
    void fill() throws IOException {
        home = folder.resolve("home");
        images = Files.createDirectories(folder.resolve("images/series"));
        for (String slice : Uploads.SLICES) {
            Files.write(images.resolve(slice), Uploads.bytes(slice));
        }
        Installation.open(home, Optional.empty(), Optional.empty(), Clock.systemUTC())
                .close();
    }

    @Test
    void a_folder_comes_in_as_one_imaging_study_however_often_it_is_sent() {
        assertThat(ingest()).isZero();
        assertThat(ingest()).isZero();

        assertThat(cases()).hasSize(1);
        assertThat(cases().getFirst().instances()).hasSize(3);
    }

    @Test
    void one_bad_file_keeps_the_whole_folder_out() throws IOException {
        Files.writeString(images.resolve("notes.txt"), "slices of Tuesday");

        assertThat(ingest()).isEqualTo(1);
        assertThat(cases()).isEmpty();
    }

    @Test
    void a_visit_without_its_participant_an_unknown_participant_and_a_missing_folder_are_refused() {
        assertThat(ingest("--visit", "m6")).isEqualTo(1);
        assertThat(ingest("--subject", "3DCOP-01-001")).isEqualTo(1);
        assertThat(ingest("--subject", "3DCOP-01-001", "--visit", "m6")).isEqualTo(1);
        assertThat(Trabecula.run("ingest", folder.resolve("nowhere").toString(), "--home", home.toString()))
                .isEqualTo(1);
        assertThat(cases()).isEmpty();
    }

    @Test
    void verify_notices_an_image_that_was_altered_or_taken_away() throws IOException {
        ingest();
        assertThat(Trabecula.run("verify", "--home", home.toString())).isZero();
        String hash = cases().getFirst().instances().getFirst().sha256();
        Path stored;
        try (Stream<Path> files = Files.walk(home.resolve("images"))) {
            stored = files.filter(file -> String.valueOf(file.getFileName()).contains(hash.substring(2)))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(stored);
        bytes[bytes.length - 1] ^= 1;
        Files.write(stored, bytes);
        assertThat(Trabecula.run("verify", "--home", home.toString())).isEqualTo(1);
        Files.delete(stored);
        assertThat(Trabecula.run("verify", "--home", home.toString())).isEqualTo(1);
    }

    @Test
    void the_journal_knows_who_sent_images_from_the_shell() {
        ingest();
        try (Installation installation = Installation.existing(home, Optional.empty(), Clock.systemUTC())) {
            assertThat(installation
                            .desk()
                            .about(cases(installation).getFirst().id().stream())
                            .getFirst()
                            .actor()
                            .user())
                    .startsWith("shell.");
        }
    }

    @Test
    void a_command_that_only_looks_puts_no_protocol_in_force() {
        assertThat(ingest("--study", "..")).isEqualTo(1);
    }

    private int ingest(String... more) {
        List<String> words = new java.util.ArrayList<>(
                List.of("ingest", folder.resolve("images").toString(), "--home", home.toString()));
        words.addAll(List.of(more));
        return Trabecula.run(words.toArray(String[]::new));
    }

    private List<ReadingCase> cases() {
        try (Installation installation = Installation.existing(home, Optional.empty(), Clock.systemUTC())) {
            return cases(installation);
        }
    }

    private static List<ReadingCase> cases(Installation installation) {
        return installation.desk().view(register -> register.readingRoom().all().toList());
    }
}
