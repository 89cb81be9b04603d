package org.trabecula.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

    @ParameterizedTest
    @ValueSource(strings = {"verify", "analyse", "ingest .", "import table.csv"})
    void a_folder_that_another_program_holds_is_refused_and_nothing_is_said_against_it(String line) throws IOException {
        Files.writeString(folder.resolve("table.csv"), "subject,arm,visit\n");
        Shell shell = new Shell(folder);
        String[] words = line.replace("table.csv", folder.resolve("table.csv").toString())
                .split(" ", -1);
        try (Installation _ = Installation.existing(home, Optional.empty(), Clock.systemUTC())) {
            Shell.Said said = shell.run(words[0], Arrays.copyOfRange(words, 1, words.length));
            assertThat(said.status()).isEqualTo(1);
            assertThat(said.out()).isEmpty();
            assertThat(said.err())
                    .startsWith("trabecula: The program is already running on")
                    .doesNotContain("BAD");
        }
    }

    @Test
    void a_wrong_folder_is_refused_in_a_sentence() throws IOException {
        Path letters = Files.createDirectories(folder.resolve("letters"));
        for (int i = 1; i <= 40; i++) {
            Files.writeString(letters.resolve("letter-%02d.txt".formatted(i)), "Dear colleague");
        }
        Shell shell = new Shell(folder);

        assertThat(shell.run("ingest", letters.toString()).err())
                .isEqualTo("trabecula: There is no DICOM file in " + letters
                        + ", only 40 files of another kind (letter-01.txt, letter-02.txt, letter-03.txt, …)."
                        + " Nothing was stored." + System.lineSeparator());
        assertThat(shell.run("ingest", folder.resolve("nowhere").toString()).err())
                .isEqualTo("trabecula: There is no folder " + folder.resolve("nowhere") + "." + System.lineSeparator());
        Path empty = Files.createDirectories(folder.resolve("empty"));
        assertThat(shell.run("ingest", empty.toString()).err()).contains("There is no file in " + empty + ".");
        assertThat(shell.run("ingest", letters.resolve("letter-01.txt").toString())
                        .err())
                .contains("letter-01.txt is not a folder.");
    }

    @Test
    void of_many_files_refused_for_one_reason_a_few_are_named_and_the_others_counted() throws IOException {
        for (int i = 1; i <= 40; i++) {
            Files.writeString(images.resolve("letter-%02d.txt".formatted(i)), "Dear colleague");
        }
        byte[] slice = Uploads.bytes(Uploads.SLICES.getFirst());
        Files.write(images.resolve("half.dcm"), Arrays.copyOf(slice, slice.length / 2));

        Shell.Said said =
                new Shell(folder).run("ingest", folder.resolve("images").toString());

        assertThat(said.status()).isEqualTo(1);
        assertThat(said.err().lines())
                .hasSize(6)
                .contains("Nothing was stored.", "  and 37 more for the same reason [image-not-dicom]")
                .anyMatch(line -> line.contains("half.dcm is cut off."));
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
