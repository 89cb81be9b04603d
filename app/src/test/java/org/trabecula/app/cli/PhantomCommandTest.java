package org.trabecula.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trabecula.dicom.DicomFile;
import org.trabecula.dicom.Tags;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PhantomCommandTest {
    @TempDir
    Path folder;

    @Test
    void makesACtAndFourRadiographsAndSaysWhatIsThere() throws Exception {
        Path out = folder.resolve("one");

        assertThat(phantom(out, "--seed", "7", "--halo", "1.5", "--bridging", "0.4", "--cage", "peek"))
                .isZero();

        assertThat(names(out))
                .contains("truth.json", "images/lateral.dcm", "images/ap.dcm")
                .contains("images/flexion.dcm", "images/extension.dcm", "images/ct/0001.dcm");
        JsonNode truth = JsonMapper.shared().readTree(out.resolve("truth.json"));
        assertThat(truth.at("/format").asString()).isEqualTo("trabecula-phantom-truth/1");
        assertThat(truth.at("/seed").asLong()).isEqualTo(7);
        assertThat(truth.at("/screws").size()).isEqualTo(4);
        assertThat(truth.at("/screws").values())
                .allSatisfy(screw -> assertThat(screw.at("/haloMm").asDouble()).isEqualTo(1.5));
        assertThat(truth.at("/segments/0/bridging").asDouble()).isEqualTo(0.4);
        assertThat(truth.at("/images/0/geometry/slices").asInt()).isEqualTo((int) names(out).stream()
                .filter(name -> name.startsWith("images/ct/"))
                .count());
    }

    @Test
    void theFilesAreThoseOfOnePersonAndNameNobody() throws Exception {
        Path out = folder.resolve("one");
        phantom(out, "--seed", "7");

        DicomFile slice = DicomFile.read(Files.readAllBytes(out.resolve("images/ct/0001.dcm")));
        DicomFile lateral = DicomFile.read(Files.readAllBytes(out.resolve("images/lateral.dcm")));

        assertThat(slice.dataset().string(Tags.PATIENT_ID)).contains("PHANTOM-7");
        assertThat(lateral.dataset().string(Tags.PATIENT_ID)).contains("PHANTOM-7");
        assertThat(slice.dataset().string(Tags.PATIENT_NAME)).isEmpty();
        assertThat(slice.dataset().string(Tags.STUDY_INSTANCE_UID))
                .isNotEqualTo(lateral.dataset().string(Tags.STUDY_INSTANCE_UID));
    }

    @Test
    void saysWhatItCannotMake() {
        assertThat(phantom(folder.resolve("a"), "--levels", "S1-L4")).isOne();
        assertThat(phantom(folder.resolve("b"), "--levels", "L4-L9")).isOne();
        assertThat(phantom(folder.resolve("c"), "--halo", "9")).isOne();
        assertThat(phantom(folder.resolve("d"), "--bridging", "1.2")).isOne();
        assertThat(phantom(folder.resolve("e"), "--cage", "wood")).isOne();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void writesIntoNoFolderThatHoldsSomething() throws Exception {
        Files.writeString(folder.resolve("mine.txt"), "mine");

        assertThat(phantom(folder)).isOne();
        assertThat(names(folder)).containsExactly("mine.txt");
    }

    /** dicom3tools judges by the standard's tables of modules; nothing of a phantom may be against them. */
    @Test
    void dciodvfyHasNothingAgainstTheFiles() throws Exception {
        boolean there = List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(place -> Files.isExecutable(Path.of(place, "dciodvfy")));
        assumeTrue(there, "dciodvfy is absent (Debian: dicom3tools)");
        Path out = folder.resolve("one");
        phantom(out, "--seed", "7");

        for (String name : List.of("ct/0001.dcm", "lateral.dcm", "ap.dcm", "flexion.dcm", "extension.dcm")) {
            assertThat(judged(out.resolve("images").resolve(name))).as(name).isEmpty();
        }
    }

    private static List<String> judged(Path file) throws IOException, InterruptedException {
        Process process = new ProcessBuilder("dciodvfy", file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return said.lines().filter(line -> line.startsWith("Error")).toList();
    }

    private static int phantom(Path out, String... options) {
        String[] all = Stream.concat(Stream.of("phantom", "--out", out.toString()), Stream.of(options))
                .toArray(String[]::new);
        return Trabecula.run(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), all);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .toList();
        }
    }
}
